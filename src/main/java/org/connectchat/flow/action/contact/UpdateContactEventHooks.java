package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.DisplayNames;
import org.connectchat.flow.action.FlowChat;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;

/**
 * Sets the flows that run at events of the contact, such as its wait in a queue; all or none.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacteventhooks.html">UpdateContactEventHooks</a>
 */
final class UpdateContactEventHooks implements ActionType {

    private static final String HOOKS = "EventHooks";
    private static final String CONFIGURATION = "EventHooksConfiguration";
    private static final ActionShape SHAPE =
            ActionShape.of().textMap(HOOKS, 1, 1).required(HOOKS).errors(NO_MATCHING_ERROR);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        Map<Hook, @Nullable String> changes = new LinkedHashMap<>();
        String problem = set(step, changes);
        problem = problem == null ? remove(step, changes) : problem;
        if (problem != null) {
            return Outcome.failure(problem);
        }
        if (changes.isEmpty()) {
            return Outcome.failure(HOOKS + " names no event");
        }
        changes.forEach(step.chat().data()::setHook);
        return Outcome.success();
    }

    private static @Nullable String set(Step step, Map<Hook, @Nullable String> changes) {
        step.texts(HOOKS); // read as a whole for the flow log
        for (String name : step.action().parameters().path(HOOKS).propertyNames()) {
            Hook hook = Hook.of(name);
            String problem = problem(hook, name);
            if (hook == null || problem != null) {
                return problem;
            }
            RunnableFlow flow = flow(step, name);
            if (flow == null) {
                return "There is no flow " + step.object(HOOKS).fixed(name) + " for " + hook.word();
            }
            if (!hook.accepts(flow.type())) {
                return "Flow " + flow + " is of type " + flow.type() + ", which " + hook.word() + " does not take";
            }
            changes.put(hook, flow.id());
        }
        return null;
    }

    private static @Nullable RunnableFlow flow(Step step, String event) {
        FlowChat chat = step.chat();
        String id = step.object(HOOKS).single(event, step);
        return id == null
                ? null
                : chat.source().flow(chat.contact().instanceId(), id, DisplayNames.find(step, HOOKS, event));
    }

    /** Console exports switch an event off in a parameter of its own. */
    private static @Nullable String remove(Step step, Map<Hook, @Nullable String> changes) {
        for (var entry : step.action().parameters().path(CONFIGURATION).properties()) {
            Hook hook = Hook.of(entry.getKey());
            String problem = problem(hook, entry.getKey());
            if (hook == null || problem != null) {
                return problem;
            }
            if ("true".equalsIgnoreCase(ReferenceValues.text(entry.getValue().get("DisableExecution")))) {
                changes.put(hook, null);
            }
        }
        return null;
    }

    private static @Nullable String problem(@Nullable Hook hook, String name) {
        if (hook == null) {
            return "There is no event " + name;
        }
        return hook.isOnChat() ? null : "A chat is never on hold, so no flow can be set for " + hook.word();
    }
}
