package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.util.Map;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;

/**
 * Sets attributes of a contact, all or none; an empty value removes an attribute.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactattributes.html">UpdateContactAttributes</a>
 */
final class UpdateContactAttributes implements ActionType {

    private static final String ATTRIBUTES = "Attributes";
    private static final ActionShape SHAPE = TargetContact.in(
            ActionShape.of().textMap(ATTRIBUTES).required(ATTRIBUTES).errors(NO_MATCHING_ERROR));

    private final Contacts contacts;

    UpdateContactAttributes(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        Map<String, String> changes = step.texts(ATTRIBUTES);
        if (changes.containsKey("")) {
            return Outcome.failure("The name of an attribute is empty");
        }
        return TargetContact.change(
                step,
                () -> outcome(step.chat().updateAttributes(changes)),
                (instanceId, contactId) -> contacts.updateAttributes(instanceId, contactId, changes));
    }

    private static Outcome outcome(@Nullable String refusal) {
        return refusal == null ? Outcome.success() : Outcome.failure(refusal);
    }
}
