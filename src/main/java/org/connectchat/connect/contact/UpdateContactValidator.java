package org.connectchat.connect.contact;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.SegmentAttributeRules;
import org.connectchat.connect.contact.UpdateContactRequest.Body;
import org.connectchat.connect.reference.ReferenceRules;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The input rules of UpdateContact (rule U1). */
final class UpdateContactValidator {

    private static final String EXPIRY = SegmentAttributeRules.SYSTEM_PREFIX + "ContactExpiry";

    private UpdateContactValidator() {}

    static Violations validate(UpdateContactRequest request) {
        Violations violations = ConnectViolations.collect();
        request.contact().check(violations);
        Body body = request.body();
        violations.length("Name", body.name(), 0, 1_024);
        violations.length("Description", body.description(), 0, 4_096);
        ReferenceRules.check(body.references(), violations);
        checkSegmentAttributes(body.segmentAttributes(), violations);
        checkMembersOfCalls(body, violations);
        boolean changesNothing = Stream.of(body.name(), body.description(), body.references(), body.segmentAttributes())
                .allMatch(Objects::isNull);
        if (changesNothing) {
            violations.relation("Name", "or another of Description, References and SegmentAttributes must be given");
        }
        return violations;
    }

    /** An attribute of a user is a text, and ContactExpiry the only one of the system that callers change. */
    private static void checkSegmentAttributes(
            @Nullable Map<String, SegmentAttributeValue> attributes, Violations violations) {
        if (attributes == null) {
            return;
        }
        new SegmentAttributeRules(violations).check(attributes);
        attributes.forEach((key, value) -> {
            String path = "SegmentAttributes." + Violations.abbreviated(key);
            boolean system = key.startsWith(SegmentAttributeRules.SYSTEM_PREFIX);
            if (system && !key.equals(EXPIRY)) {
                violations.value(path, "cannot be changed; of the system's attributes only " + EXPIRY + " can");
            } else if (!system && value.valueString() == null) {
                violations.value(path, "must have a ValueString");
            }
        });
    }

    private static void checkMembersOfCalls(Body body, Violations violations) {
        refuse("QueueInfo", body.queueInfo(), violations);
        refuse("UserInfo", body.userInfo(), violations);
        refuse("CustomerEndpoint", body.customerEndpoint(), violations);
        refuse("SystemEndpoint", body.systemEndpoint(), violations);
    }

    private static void refuse(String member, @Nullable Object value, Violations violations) {
        if (value != null) {
            violations.relation(member, "can be changed for external audio contacts only, and this is a chat");
        }
    }
}
