package org.connectchat.connect.start;

import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows what StartChatContact takes as a chat's origin; an id that is right but unknown is answered as such. */
class StartChatContactOriginTest {

    private static final String EMOJI = "\uD83D\uDE00";

    private static StartAttempt persistent(String rehydrationType, String sourceContactId) {
        return StartAttempt.with("""
                "PersistentChat": {"RehydrationType": "%s", "SourceContactId": "%s"}""".formatted(rehydrationType, sourceContactId));
    }

    private static StartAttempt related(String contactId) {
        return StartAttempt.with("\"RelatedContactId\": \"" + contactId + "\"");
    }

    @Test
    @Rule("I14")
    void aPersistentChatWithoutRehydrationTypeIsAnInvalidRequest() {
        StartAttempt.with("""
                        "PersistentChat": {"SourceContactId": "a-contact"}""").isInvalidRequest("PersistentChat.RehydrationType");
    }

    @Test
    @Rule("I14")
    void aPersistentChatWithoutSourceContactIdIsAnInvalidRequest() {
        StartAttempt.with("""
                        "PersistentChat": {"RehydrationType": "FROM_SEGMENT"}""").isInvalidRequest("PersistentChat.SourceContactId");
    }

    @Test
    @Rule("I14")
    void anEmptyPersistentChatLacksBoth() {
        StartAttempt.with("""
                        "PersistentChat": {}""").isInvalidRequest("PersistentChat.RehydrationType", "PersistentChat.SourceContactId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTIRE_PAST_SESSION", "FROM_SEGMENT"})
    @Rule("I15")
    void thereAreTwoRehydrationTypes(String rehydrationType) {
        persistent(rehydrationType, "a-contact").isUnknownResource();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "from_segment", "FROM_SEGMENT ", "FROM_SEGMENTS", "ENTIRE_PAST_SESSION,FROM_SEGMENT"})
    @Rule("I15")
    void anotherRehydrationTypeIsAnInvalidParameter(String rehydrationType) {
        persistent(rehydrationType, "a-contact")
                .isInvalidParameter("PersistentChat.RehydrationType", "ENTIRE_PAST_SESSION", "FROM_SEGMENT");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256})
    @Rule("I16")
    void contactIdsHaveOneToTwoHundredAndFiftySixCharacters(int length) {
        persistent("FROM_SEGMENT", "c".repeat(length)).isUnknownResource();
        persistent("ENTIRE_PAST_SESSION", EMOJI.repeat(length)).isUnknownResource();
        related("c".repeat(length)).isUnknownResource();
        related(EMOJI.repeat(length)).isUnknownResource();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 257, 3_000})
    @Rule("I16")
    void contactIdsOfAnotherLengthAreInvalidParameters(int length) {
        String was = "was " + length;
        persistent("FROM_SEGMENT", "c".repeat(length))
                .isInvalidParameter("PersistentChat.SourceContactId", "1 to 256", was);
        persistent("ENTIRE_PAST_SESSION", EMOJI.repeat(length))
                .isInvalidParameter("PersistentChat.SourceContactId", "1 to 256", was);
        related("c".repeat(length)).isInvalidParameter("RelatedContactId", "1 to 256", was);
        related(EMOJI.repeat(length)).isInvalidParameter("RelatedContactId", "1 to 256", was);
    }

    @Test
    @Rule("I17")
    void aChatIsEitherRelatedOrPersistent() {
        StartAttempt.with("""
                        "RelatedContactId": "a-contact",
                        "PersistentChat": {"RehydrationType": "FROM_SEGMENT", "SourceContactId": "a-contact"}""").isInvalidRequest("RelatedContactId", "PersistentChat");
    }
}
