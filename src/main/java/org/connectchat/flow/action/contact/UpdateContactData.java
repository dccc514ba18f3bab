package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Sets the name, description, language and other data of a contact, all or none; an empty text removes what was set.
 * DescribeContact shows them. Parameters for Voice ID are not read.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactdata.html">UpdateContactData</a>
 */
final class UpdateContactData implements ActionType {

    private static final String[] NAMES = {"Name", "Description", "LanguageCode", "CustomerId", "WisdomSessionArn"};
    private static final ActionShape SHAPE =
            TargetContact.in(ActionShape.of().text(NAMES).atLeastOneOf(NAMES).errors(NO_MATCHING_ERROR));

    private final Contacts contacts;

    UpdateContactData(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        ContactDetails changes = ContactChanges.read(step);
        String problem = ContactChanges.problem(changes);
        return problem == null
                ? TargetContact.change(
                        step,
                        () -> changeCurrent(step, changes),
                        (instanceId, contactId) -> contacts.updateDetails(instanceId, contactId, changes))
                : Outcome.failure(problem);
    }

    private static Outcome changeCurrent(Step step, ContactDetails changes) {
        step.chat().setDetails(step.chat().contact().details().changed(changes));
        return Outcome.success();
    }
}
