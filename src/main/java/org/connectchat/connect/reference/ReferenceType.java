package org.connectchat.connect.reference;

import java.util.Arrays;
import java.util.List;

/**
 * The types of references.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Reference.html">Reference</a>
 */
public enum ReferenceType {
    URL,
    ATTACHMENT,
    CONTACT_ANALYSIS,
    NUMBER,
    STRING,
    DATE,
    EMAIL,
    EMAIL_MESSAGE,
    EMAIL_MESSAGE_PLAIN_TEXT,
    EMAIL_MESSAGE_PLAIN_TEXT_REDACTED,
    EMAIL_MESSAGE_REDACTED;

    static final List<String> NAMES =
            Arrays.stream(values()).map(ReferenceType::name).toList();
}
