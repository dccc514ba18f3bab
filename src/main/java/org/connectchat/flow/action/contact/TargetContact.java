package org.connectchat.flow.action.contact;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.connectchat.chat.contact.Contact;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/** The parameter {@code TargetContact}: an action changes the contact of the flow, or the contact related to it. */
final class TargetContact {

    private static final String NAME = "TargetContact";
    private static final String CURRENT = "Current";
    private static final String RELATED = "Related";

    private TargetContact() {}

    static ActionShape in(ActionShape shape) {
        return shape.words(NAME, CURRENT, RELATED);
    }

    /**
     * Changes the contact that the parameter names.
     *
     * @param ofCurrent changes the contact of the flow
     * @param ofRelated changes the contact of this instance and id, without a lock
     */
    static Outcome change(Step step, Supplier<Outcome> ofCurrent, BiConsumer<String, String> ofRelated) {
        String target = step.fixed(NAME);
        if (target == null || target.equalsIgnoreCase(CURRENT)) {
            return ofCurrent.get();
        }
        if (!target.equalsIgnoreCase(RELATED)) {
            return Outcome.failure(NAME + " must be " + CURRENT + " or " + RELATED);
        }
        Contact contact = step.chat().contact();
        String instanceId = contact.instanceId();
        String relatedId = contact.lineage().relatedContactId();
        return relatedId == null
                ? Outcome.failure("Contact " + contact.id() + " is related to no other contact")
                : new Outcome.Waiting(new UnlockedChange(
                        "the change of contact " + relatedId, () -> ofRelated.accept(instanceId, relatedId)));
    }
}
