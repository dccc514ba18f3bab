package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.connectchat.chat.contact.ContactDetails;
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
    private static final ActionShape SHAPE =
            ActionShape.of().textMap(TAGS, 1, Tags.MAX_TAGS).required(TAGS).errors(NO_MATCHING_ERROR);

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
                .map(Tags::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (problem != null) {
            return Outcome.failure(problem);
        }
        ContactDetails details = step.chat().contact().details();
        Map<String, String> all = new HashMap<>(details.tags());
        all.putAll(tags);
        if (all.size() > Tags.MAX_TAGS) {
            return Outcome.failure("The contact would have " + all.size() + " tags; the maximum is " + Tags.MAX_TAGS);
        }
        step.chat().setDetails(details.withTags(all));
        return Outcome.success();
    }
}
