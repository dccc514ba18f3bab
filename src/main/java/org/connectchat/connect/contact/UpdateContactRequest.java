package org.connectchat.connect.contact;

import java.util.Map;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.RoutingData;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.connect.ContactPath;
import org.connectchat.connect.reference.ReferenceRules;
import org.connectchat.connect.reference.ReferenceRules.Reference;
import org.jspecify.annotations.Nullable;

/** A request of UpdateContact. */
record UpdateContactRequest(ContactPath contact, Body body) {

    /**
     * The body of UpdateContact.
     *
     * @param queueInfo for calls of other systems only, like the three members that follow
     */
    record Body(
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, Reference> references,
            @Nullable Map<String, SegmentAttributeValue> segmentAttributes,
            @Nullable QueueInfo queueInfo,
            @Nullable UserInfo userInfo,
            @Nullable Endpoint customerEndpoint,
            @Nullable Endpoint systemEndpoint) {

        /** Without the texts of callers. */
        @Override
        public String toString() {
            return "UpdateContactRequest.Body";
        }
    }

    record QueueInfo(@Nullable String id) {}

    record UserInfo(@Nullable String userId) {}

    record Endpoint(@Nullable String type, @Nullable String address) {}

    /** What a request without violations changes. */
    ContactDetails changes() {
        return new ContactDetails(
                body.name(),
                body.description(),
                null,
                null,
                null,
                Map.of(),
                ReferenceRules.references(body.references()),
                null,
                body.segmentAttributes() == null ? Map.of() : body.segmentAttributes(),
                RoutingData.NONE);
    }
}
