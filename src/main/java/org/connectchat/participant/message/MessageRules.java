package org.connectchat.participant.message;

import org.connectchat.chat.ContentLimits;
import org.connectchat.restjson.error.Violations;

/** How long a message may be: the same limits as for an initial message (rule I10). */
final class MessageRules {

    private MessageRules() {}

    static void checkLength(String content, String contentType, ContentLimits limits, Violations violations) {
        int length = limits.measure(content);
        int maximum = limits.maximum(contentType);
        if (length < 1 || length > maximum) {
            violations.value(
                    "Content",
                    "length must be 1 to " + maximum + " " + limits.unit() + " for " + contentType + ", was " + length);
        }
    }
}
