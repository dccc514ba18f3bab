package org.connectchat.flow.action.message;

import java.time.Instant;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.action.ViewResponses;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Shows the customer a view and waits for the customer's response (rule F36).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-showview.html">ShowView</a>
 */
final class ShowView implements ActionType {

    private static final String RESOURCE = "ViewResource";
    private static final String TIME_LIMIT = "InvocationTimeLimitSeconds";
    private static final String SENSITIVE = "SensitiveDataConfiguration";
    private static final String TIME_LIMIT_EXCEEDED = "TimeLimitExceeded";

    private static final ActionShape SHAPE = ActionShape.of()
            .object(RESOURCE, ActionShape.of().text("Id", "Version").required("Id"))
            .fixed(TIME_LIMIT, 1, Integer.MAX_VALUE)
            .free("ViewData", SENSITIVE)
            .required(RESOURCE, TIME_LIMIT)
            .errors("NoMatchingCondition", Outcome.NO_MATCHING_ERROR, TIME_LIMIT_EXCEEDED)
            .conditions(ConditionRule.EQUALS);

    private final Views views;

    ShowView(Views views) {
        this.views = views;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        boolean hides = hidesTheResponse(step);
        if (hides) {
            step.hide();
        }
        if (!step.chat().contact().terms().supportedContentTypes().contains(ContentTypes.INTERACTIVE)) {
            return Outcome.failure(
                    "SupportedMessagingContentTypes of the chat does not include " + ContentTypes.INTERACTIVE);
        }
        JsonNode resource = step.tree(RESOURCE);
        String id = resource == null ? "" : resource.path("Id").asString("");
        if (resource == null || id.isEmpty()) {
            return Outcome.failure("ViewResource.Id has no value");
        }
        String limit = step.fixed(TIME_LIMIT);
        long seconds = limit == null ? 0 : Seconds.of(limit);
        if (seconds < 1 || seconds > Integer.MAX_VALUE) {
            return Outcome.failure(TIME_LIMIT + " must be a number of seconds, at least 1");
        }
        ViewName view = ViewName.of(id, resource.path("Version").asString(""));
        String token = view.token(views.ids());
        if (token == null) {
            return Outcome.failure("The setting emulator.views has no view " + id);
        }
        step.chat().say(ViewTemplate.message(view.id(), token, step.tree("ViewData")));
        if (hides) {
            step.chat().data().hidden().hideLateResponses();
        }
        return new Outcome.Waiting(new Shown(view.id(), step.now().plusSeconds(seconds), hides, null));
    }

    @Override
    public Pending resume(SavedWait wait, StatePath path) {
        SavedWait.View view = path.member("view").given(wait.view());
        return new Shown(view.viewId(), view.until(), view.hiding(), view.ignored());
    }

    private static boolean hidesTheResponse(Step step) {
        return step.object(SENSITIVE).fixedList("HideResponseOn").stream().anyMatch("TRANSCRIPT"::equalsIgnoreCase);
    }

    /**
     * The view waits for a response.
     *
     * @param ignored why the latest response was ignored; null if none was
     */
    private record Shown(
            String viewId,
            Instant until,
            boolean isHiding,
            @Nullable String ignored) implements Pending {

        @Override
        public String waitsFor() {
            return "the response of the customer to the view " + viewId
                    + (ignored == null ? "" : "; the latest response is ignored, because it " + ignored);
        }

        @Override
        public SavedWait save() {
            return SavedWait.of(new SavedWait.View(viewId, until, isHiding, ignored));
        }

        @Override
        public Outcome due(Step step) {
            return Outcome.failure(TIME_LIMIT_EXCEEDED, "The customer has not responded to the view in time");
        }

        @Override
        public @Nullable Outcome message(Step step, ChatItem item) {
            String content = item.content();
            if (content == null || !ContentTypes.INTERACTIVE_RESPONSE.equals(item.contentType())) {
                return null;
            }
            ViewTemplate.Response response;
            try {
                response = ViewTemplate.response(content);
            } catch (ViewTemplate.NoResponse e) {
                return new Outcome.Waiting(new Shown(viewId, until, isHiding, e.getMessage()));
            }
            if (isHiding) {
                step.chat().data().hidden().remember(content);
            }
            step.data().set("Views", response.root());
            return new Outcome.Result(response.action(), null);
        }

        @Override
        public boolean takes(ChatMessage message) {
            return ViewResponses.isResponse(message);
        }

        @Override
        public boolean hides(ChatMessage message) {
            return isHiding && takes(message);
        }
    }
}
