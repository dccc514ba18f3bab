package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows what a started chat's answer holds, and what it does not. */
class StartChatContactOutputTest {

    private static final String LOWER_CASE_UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private final Emulator emulator = Emulator.unthrottled();

    @Test
    @Rule("O1")
    void theResponseHasExactlyThreeMembers() {
        Answer answer = emulator.start(Emulator.SMALLEST_START);

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("ContactId", "ParticipantId", "ParticipantToken");
        assertThat(answer.json().values()).allMatch(value -> value.isString());
    }

    @Test
    @Rule("O1")
    void theIdsAreLowerCaseUuids() {
        Answer answer = emulator.start(Emulator.SMALLEST_START);

        assertThat(answer.text("ContactId")).matches(LOWER_CASE_UUID);
        assertThat(answer.text("ParticipantId")).matches(LOWER_CASE_UUID);
    }

    @Test
    @Rule({"O1", "O2"})
    void everyChatHasIdsAndATokenOfItsOwn() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            Answer answer = emulator.start(Emulator.SMALLEST_START);
            all.add(answer.text("ContactId"));
            all.add(answer.text("ParticipantId"));
            all.add(answer.text("ParticipantToken"));
        }
        assertThat(all).hasSize(150);
    }

    @Test
    @Rule("O2")
    void theTokenLooksLikeARealOne() {
        String token = emulator.start(Emulator.SMALLEST_START).text("ParticipantToken");

        assertThat(token).hasSize(612).startsWith("QVFJREFI").matches("[A-Za-z0-9+/]+={0,2}");
        assertThat(new String(Base64.getDecoder().decode(token), StandardCharsets.US_ASCII))
                .matches("AQIDAH[A-Za-z0-9+/=]{218}::[A-Za-z0-9+/=]{232}");
    }

    @Test
    @Rule("O1")
    void aPersistentChatNamesTheContactItContinues() {
        String source = emulator.started(Emulator.SMALLEST_START);
        emulator.stop("an-instance", source);

        Answer answer = emulator.start("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "PersistentChat": {"RehydrationType": "FROM_SEGMENT", "SourceContactId": "%s"}}""".formatted(source));

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("ContactId", "ParticipantId", "ParticipantToken", "ContinuedFromContactId");
        assertThat(answer.text("ContinuedFromContactId")).isEqualTo(source);
        assertThat(answer.text("ContactId")).isNotEqualTo(source);
    }

    @Test
    @Rule({"O1", "B9"})
    void aRelatedChatContinuesNothing() {
        String related = emulator.started(Emulator.SMALLEST_START);

        Answer answer = emulator.start("""
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "RelatedContactId": "%s"}""".formatted(related));

        assertThat(answer.outcome()).isEqualTo("200");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("ContactId", "ParticipantId", "ParticipantToken");
    }
}
