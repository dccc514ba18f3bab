package org.connectchat.connect.related;

import java.math.BigDecimal;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * A contact of a tree in a response.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_AssociatedContactSummary.html">AssociatedContactSummary</a>
 */
record AssociatedContact(
        String contactId,
        String contactArn,
        BigDecimal initiationTimestamp,
        @Nullable BigDecimal disconnectTimestamp,
        String initialContactId,
        @Nullable String previousContactId,
        @Nullable String relatedContactId,
        InitiationMethod initiationMethod,
        String channel) {

    static AssociatedContact of(Contact contact, AccountSettings account) {
        return new AssociatedContact(
                contact.id(),
                account.arn(contact.instanceId(), "contact/" + contact.id()),
                Timestamps.epochSeconds(contact.timeline().initiatedAt()),
                Timestamps.epochSecondsOrNull(contact.timeline().disconnectedAt()),
                contact.lineage().initialContactId(),
                contact.lineage().previousContactId(),
                contact.lineage().relatedContactId(),
                contact.initiationMethod(),
                "CHAT");
    }
}
