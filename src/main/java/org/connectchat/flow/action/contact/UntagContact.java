package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactTags;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Removes tags from the contact. The AWS documentation names the type UnTagContact, which the service refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-untagcontact.html">UntagContact</a>
 */
final class UntagContact implements ActionType {

    private static final String TAG_KEYS = "TagKeys";
    private static final ActionShape SHAPE =
            ActionShape.of().fixedList(TAG_KEYS).required(TAG_KEYS).errors(NO_MATCHING_ERROR);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        List<String> keys = step.parameters().fixedList(TAG_KEYS);
        if (keys.isEmpty()) {
            return Outcome.failure("TagKeys has no key");
        }
        String problem = keys.stream()
                .map(ContactTags::problemOfKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (problem != null) {
            return Outcome.failure(problem);
        }
        ContactDetails details = step.chat().contact().details();
        Map<String, String> left = new HashMap<>(details.tags());
        keys.forEach(left::remove);
        step.chat().setDetails(details.withTags(left));
        return Outcome.success();
    }
}
