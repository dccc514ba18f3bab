package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.util.Map;
import java.util.Objects;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactTags;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Adds tags to the contact, all or none.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-tagcontact.html">TagContact</a>
 */
final class TagContact implements ActionType {

    private static final String TAGS = "Tags";
    private static final ActionShape SHAPE = ActionShape.of()
            .textMap(TAGS, 1, ContactTags.MAXIMUM)
            .required(TAGS)
            .errors(NO_MATCHING_ERROR);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        Map<String, String> tags = step.texts(TAGS);
        if (tags.isEmpty()) {
            return Outcome.failure("There are no tags to set");
        }
        String problem = tags.entrySet().stream()
                .map(ContactTags::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (problem != null) {
            return Outcome.failure(problem);
        }
        ContactDetails details = step.chat().contact().details();
        try {
            step.chat().setDetails(details.withTags(ContactTags.added(details.tags(), tags)));
            return Outcome.success();
        } catch (ChatRefused refused) {
            return Outcome.failure(refused.message());
        }
    }
}
