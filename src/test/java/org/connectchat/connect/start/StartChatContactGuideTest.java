package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.StartAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows what a chat of the subtype {@code connect:Guide} must be able to display. */
class StartChatContactGuideTest {

    private static final String INTERACTIVE = "\"application/vnd.amazonaws.connect.message.interactive\"";
    private static final String INTERACTIVE_RESPONSE =
            "\"application/vnd.amazonaws.connect.message.interactive.response\"";

    private static StartAttempt start(String subtype, String contentTypes) {
        return StartAttempt.with("""
                "SupportedMessagingContentTypes": [%s],
                "SegmentAttributes": {"connect:Subtype": {"ValueString": "%s"}}""".formatted(contentTypes, subtype));
    }

    @Test
    @Rule("I22")
    void aGuideWorksWithBothInteractiveTypes() {
        String contactId = start("connect:Guide", INTERACTIVE_RESPONSE + ", \"text/plain\", " + INTERACTIVE)
                .works();

        assertThat(Emulator.unthrottled()
                        .describe("an-instance", contactId)
                        .json()
                        .at("/Contact/SegmentAttributes")
                        .path("connect:Subtype")
                        .path("ValueString")
                        .asString())
                .isEqualTo("connect:Guide");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text/plain\"",
                "\"text/plain\", " + INTERACTIVE,
                "\"text/plain\", " + INTERACTIVE_RESPONSE,
                "\"text/plain\", \"text/markdown\", \"application/json\""
            })
    @Rule("I22")
    void aGuideWithoutOneOfThemIsAnInvalidRequest(String contentTypes) {
        start("connect:Guide", contentTypes)
                .isInvalidRequest(
                        "SegmentAttributes.connect:Subtype",
                        "application/vnd.amazonaws.connect.message.interactive",
                        "application/vnd.amazonaws.connect.message.interactive.response",
                        "SupportedMessagingContentTypes");
    }

    @Test
    @Rule("I22")
    void aGuideWithoutAnyListIsAnInvalidRequest() {
        StartAttempt.with("""
                        "SegmentAttributes": {"connect:Subtype": {"ValueString": "connect:Guide"}}""").isInvalidRequest("SegmentAttributes.connect:Subtype");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect:Chat", "connect:SMS", "connect:Apple", "connect:WhatsApp", "connect:guide"})
    @Rule("I22")
    void otherSubtypesNeedNoInteractiveTypes(String subtype) {
        start(subtype, "\"text/plain\"").works();
    }
}
