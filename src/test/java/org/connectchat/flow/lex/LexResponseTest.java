package org.connectchat.flow.lex;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

/** Shows what becomes of the response of a Lex endpoint. */
@ExtendWith(OutputCaptureExtension.class)
class LexResponseTest {

    private static final String TEMPLATE =
            "{\\\"templateType\\\": \\\"ListPicker\\\",  \\\"version\\\":\\\"1.0\\\",\\\"data\\\":{\\\"content\\\":{}}}";

    @Test
    @Rule("F63")
    void messagesComeInOrderAndWhatAChatDoesNotShowIsDropped(CapturedOutput log) {
        BotTurn.Spoken turn = LexServer.spoken("""
                {"messages": [
                   {"contentType": "PlainText", "content": "one"},
                   {"contentType": "SSML", "content": "<speak>secret</speak>"},
                   {"contentType": "ImageResponseCard", "imageResponseCard": {"title": "card"}},
                   {"contentType": "PlainText", "content": ""},
                   {"contentType": "PlainText"},
                   null,
                   {"contentType": "CustomPayload", "content": "%s"},
                   {"contentType": "CustomPayload", "content": "{\\"any\\": 1}"}],
                 "sessionState": {"dialogAction": {"type": "ElicitIntent"}}}""".formatted(TEMPLATE));

        assertThat(turn.messages())
                .containsExactly(
                        new BotMessage("text/plain", "one"),
                        new BotMessage(
                                "application/vnd.amazonaws.connect.message.interactive", TEMPLATE.replace("\\", "")),
                        new BotMessage("text/plain", "{\"any\": 1}"));
        assertThat(log.toString()).contains("SSML", "ImageResponseCard").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "{not json",
                "[1]",
                "{\"templateType\": \"Unknown\", \"version\": \"1.0\", \"data\": {\"content\": {}}}",
                "{\"templateType\": \"Panel\", \"version\": \"2.0\", \"data\": {\"content\": {}}}",
                "{\"templateType\": \"Panel\", \"version\": \"1.0\", \"data\": {}}",
                "{\"templateType\": 1, \"version\": [], \"data\": 7}"
            })
    @Rule("F33")
    void aPayloadWithoutTheFormOfATemplateIsText(String payload) {
        assertThat(BotMessage.payload(payload)).isEqualTo(new BotMessage("text/plain", payload));
    }

    @Test
    @Rule("F65")
    void aCompositeSlotHasItsSubSlotsAsMembers() {
        BotTurn.Spoken turn = LexServer.spoken("""
                {"sessionState": {"intent": {"name": "Order", "slots": {
                   "address": {"shape": "Composite", "value": {"interpretedValue": "ignored"}, "subSlots": {
                     "city": {"shape": "Scalar", "value": {"interpretedValue": "Bath"}},
                     "rooms": {"shape": "List", "values": [
                       {"value": {"interpretedValue": "1"}}, {"value": {"interpretedValue": "2"}}]},
                     "street": null, "number": {}}},
                   "empty": {"shape": "Composite", "subSlots": {"city": null}}}}}}""");

        assertThat(turn.lex().path("Slots"))
                .isEqualTo(JsonText.of("{\"address\": {\"city\": \"Bath\", \"rooms\": \"1,2\"}}"));
    }

    @Test
    @Rule("F33")
    void aPayloadOfAnyDepthIsRead() {
        String deep = "{\"templateType\": " + "[".repeat(100_000);

        assertThat(BotMessage.payload(deep).contentType()).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @Rule("F64")
    @CsvSource({
        "ElicitIntent, InProgress, GOES_ON",
        "ElicitSlot, InProgress, GOES_ON",
        "ConfirmIntent, InProgress, GOES_ON",
        "Delegate, InProgress, GOES_ON",
        "None, Waiting, GOES_ON",
        "Close, InProgress, OVER",
        "Close, Fulfilled, OVER",
        "Close, ReadyForFulfillment, OVER",
        "Delegate, ReadyForFulfillment, OVER",
        "Close, Failed, FAILED",
        "ElicitIntent, Failed, FAILED"
    })
    void theDialogGoesOnOrIsOver(String action, String state, Dialog dialog) {
        BotTurn.Spoken turn = LexServer.spoken("""
                {"sessionState": {"dialogAction": {"type": "%s"}, "intent": {"name": "Order", "state": "%s"}}}""".formatted(action, state));

        assertThat(turn.dialog()).isEqualTo(dialog);
        assertThat(turn.intentName()).isEqualTo("Order");
    }

    @Test
    @Rule("F65")
    void theRootLexHasIntentSlotsAttributesConfidenceSentimentAndAlternatives() {
        BotTurn.Spoken turn = LexServer.spoken("""
                {"sessionState": {
                   "dialogAction": {"type": "Close"},
                   "sessionAttributes": {"plan": "gold"},
                   "intent": {"name": "Order", "state": "ReadyForFulfillment", "slots": {
                     "size": {"shape": "Scalar", "value": {"originalValue": "big", "interpretedValue": "large"}},
                     "toppings": {"shape": "List", "value": {"interpretedValue": "both"}, "values": [
                       {"shape": "Scalar", "value": {"interpretedValue": "ham"}},
                       {"shape": "Scalar", "value": {"interpretedValue": "egg"}}]},
                     "street": null}}},
                 "interpretations": [
                   {"intent": {"name": "Order", "state": "ReadyForFulfillment"}, "nluConfidence": {"score": 0.75},
                    "sentimentResponse": {"sentiment": "POSITIVE", "sentimentScore":
                      {"positive": 0.5, "negative": 0.25, "neutral": 0.125, "mixed": 0.125}}},
                   {"intent": {"name": "FallbackIntent", "slots": {}}},
                   {"intent": {"name": "Cancel", "slots": {"id": {"value": {"interpretedValue": "7"}}}},
                    "nluConfidence": {"score": 0.5}}]}""");

        assertThat(turn.lex()).isEqualTo(JsonMapper.shared().readTree("""
                        {"IntentName": "Order",
                         "Slots": {"size": "large", "toppings": "ham,egg"},
                         "SessionAttributes": {"plan": "gold"},
                         "DialogState": "ReadyForFulfillment",
                         "IntentConfidence": {"Score": 0.75},
                         "SentimentResponse": {"Label": "POSITIVE", "Scores":
                           {"Positive": 0.5, "Negative": 0.25, "Neutral": 0.125, "Mixed": 0.125}},
                         "AlternativeIntents": {
                           "FallbackIntent": {"IntentName": "FallbackIntent", "Slots": {}},
                           "Cancel": {"IntentName": "Cancel", "Slots": {"id": "7"}, "IntentConfidence": {"Score": 0.5}}}}"""));
    }

    @ParameterizedTest
    @Rule("F65")
    @ValueSource(
            strings = {
                "{\"sessionState\": {}}",
                "{\"sessionState\": {\"intent\": null, \"dialogAction\": null}, \"messages\": null}",
                "{\"sessionState\": {\"intent\": {}}, \"interpretations\": [null, {}, {\"intent\": {\"slots\": null}}]}",
                "{\"sessionState\": {\"dialogAction\": {}, \"intent\": {\"slots\": {\"a\": {}, \"b\": {\"values\": [null]}}}}}"
            })
    void missingMembersAreNoFailure(String body) {
        BotTurn.Spoken turn = LexServer.spoken(body);

        assertThat(turn.dialog()).isEqualTo(Dialog.GOES_ON);
        assertThat(turn.intentName()).isNull();
        assertThat(turn.messages()).isEmpty();
        assertThat(turn.lex().has("IntentName")).isFalse();
    }

    @Test
    @Rule("F65")
    void aBotThatClosesWithoutAnIntentHasNoResult() {
        BotTurn.Spoken turn =
                LexServer.spoken("{\"sessionState\": {\"dialogAction\": {\"type\": \"Close\"}, \"intent\": null}}");

        assertThat(turn.dialog()).isEqualTo(Dialog.OVER);
        assertThat(turn.intentName()).isNull();
    }
}
