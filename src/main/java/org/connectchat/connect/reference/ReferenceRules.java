package org.connectchat.connect.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The references of a request, and their rules (rule U1). */
public final class ReferenceRules {

    private static final int MAX_KEY = 4_096;
    private static final int MAX_VALUE = 4_096;
    private static final int MAX_STATUS_REASON = 100;
    private static final Pattern ARN = Pattern.compile("[-:/A-Za-z0-9]+");
    private static final List<String> STATUSES =
            List.of("AVAILABLE", "DELETED", "APPROVED", "REJECTED", "PROCESSING", "FAILED");

    private ReferenceRules() {}

    /** A reference as a request has it. */
    public record Reference(
            @Nullable String value,
            @Nullable String type,
            @Nullable String status,
            @Nullable String arn,
            @Nullable String statusReason) {

        /** Without its texts. */
        @Override
        public String toString() {
            return "Reference[" + status + "]";
        }
    }

    public static void check(@Nullable Map<String, Reference> references, Violations violations) {
        if (references != null) {
            references.forEach((key, reference) -> check(key, reference, violations));
        }
    }

    private static void check(String key, Reference reference, Violations violations) {
        violations.length("References (key)", key, 1, MAX_KEY);
        String path = "References." + Violations.abbreviated(key);
        violations.length(path + ".Value", reference.value(), 0, MAX_VALUE);
        if (violations.required(path + ".Type", reference.type())) {
            violations.oneOf(path + ".Type", reference.type(), ReferenceType.NAMES);
        }
        violations.oneOf(path + ".Status", reference.status(), STATUSES);
        String arn = reference.arn();
        violations.length(path + ".Arn", arn, 20, 256);
        if (arn != null && !ARN.matcher(arn).lookingAt()) {
            violations.value(path + ".Arn", "must begin with a character of -:/A-Za-z0-9");
        }
        violations.length(path + ".StatusReason", reference.statusReason(), 0, MAX_STATUS_REASON);
    }

    /** The references of a request without violations. */
    public static Map<String, ContactDetails.Reference> references(@Nullable Map<String, Reference> references) {
        Map<String, ContactDetails.Reference> all = new HashMap<>();
        if (references != null) {
            references.forEach((key, reference) -> all.put(
                    key,
                    new ContactDetails.Reference(
                            String.valueOf(reference.type()),
                            reference.value() == null ? "" : reference.value(),
                            reference.status(),
                            reference.arn(),
                            reference.statusReason())));
        }
        return all;
    }
}
