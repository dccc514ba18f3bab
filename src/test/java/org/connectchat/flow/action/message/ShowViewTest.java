package org.connectchat.flow.action.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.chat.ContentTypes.INTERACTIVE;
import static org.connectchat.chat.ContentTypes.INTERACTIVE_RESPONSE;
import static org.connectchat.chat.ContentTypes.PLAIN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The view that a customer gets, and what becomes of the response. */
class ShowViewTest {

    private static final String FORM = """
            {"ViewResource": {"Id": "arn:aws:connect:us-east-1:aws:view/form:$LATEST"},
             "InvocationTimeLimitSeconds": "60",
             "ViewData": {"Heading": "Hello $.Attributes.name", "Rows": [{"Text": "$.Attributes.name"}, 3]}}""";
    private static final String SECRET_FORM = """
            {"ViewResource": {"Id": "form"}, "InvocationTimeLimitSeconds": "60",
             "ViewData": {"Heading": "Your card, $.Attributes.name"},
             "SensitiveDataConfiguration": {"HideResponseOn": ["TRANSCRIPT"]}}""";
    private static final ChatMessage RESPONSE = new ChatMessage(INTERACTIVE_RESPONSE, """
            {"templateType": "ViewResource", "version": "1.0", "action": "Submit", "data": {"card": {"number": "4711"}}}""");

    private FlowFixture show(String flow, String... views) {
        return new FlowFixture(TalkFlow.with(new ShowView(() -> Set.of(views))))
                .flow("flow", flow)
                .start("flow", Map.of("name", "Ada"), List.of(PLAIN, INTERACTIVE, INTERACTIVE_RESPONSE), null)
                .connect();
    }

    private static String flow(String parameters) {
        return TalkFlow.saying(
                "ShowView",
                parameters,
                "TimeLimitExceeded",
                "Submit",
                "$.Views.Action $.Views.ViewResultData.card.number");
    }

    @Rule("F36")
    @Test
    void theViewIsShownAndTheActionOfTheResponseIsTheResult() {
        FlowFixture chat = show(flow(FORM));

        assertThat(chat.said()).containsExactly("""
                {"templateType":"ViewResource","version":"1.0","data":{"content":{"viewId":"form","viewToken":"form",\
                "viewData":{"Heading":"Hello Ada","Rows":[{"Text":"Ada"},3]}}}}""");
        ChatItem view = chat.items().get(chat.items().size() - 1);
        assertThat(view.contentType()).isEqualTo(INTERACTIVE);
        assertThat(view.author().displayName()).isEqualTo("SYSTEM_MESSAGE");

        chat.customerSends(RESPONSE);

        assertThat(chat.said()).last().isEqualTo("Submit 4711");
        assertThat(chat.items()).extracting(ChatItem::content).contains(RESPONSE.content());
        assertThat(chat.log().get(0).parameters()).containsKey("ViewData");
    }

    @Rule("F36")
    @Test
    void otherMessagesAreNoResponse() {
        FlowFixture chat = show(flow(FORM));

        chat.customerSays("Submit")
                .customerSends(new ChatMessage(INTERACTIVE_RESPONSE, "{\"templateType\": \"ListPicker\"}"))
                .customerSends(new ChatMessage(INTERACTIVE_RESPONSE, "no JSON"));
        assertThat(chat.path()).isEmpty();
        assertThat(chat.items()).extracting(ChatItem::content).contains("Submit", "no JSON");

        chat.customerSends(RESPONSE);
        assertThat(chat.path()).containsExactly("it");
    }

    @Rule("F36")
    @ParameterizedTest
    @CsvSource({"Cancel", "''"})
    void anActionWithoutAConditionHasAnEntryOfItsOwn(String action) {
        FlowFixture chat = show(flow(FORM));

        chat.customerSends(new ChatMessage(
                INTERACTIVE_RESPONSE, "{\"templateType\": \"ViewResource\", \"action\": \"" + action + "\"}"));

        assertThat(chat.said()).last().isEqualTo("NMC");
    }

    @Rule("F36")
    @Test
    void aCustomerWhoDoesNotRespondInTimeIsLate() {
        FlowFixture chat = show(flow(FORM)).after(Duration.ofSeconds(59));
        assertThat(chat.path()).isEmpty();

        chat.after(Duration.ofSeconds(1));
        assertThat(chat.said()).last().isEqualTo("late");
    }

    @Rule("F36")
    @Test
    void aChatWithoutInteractiveMessagesShowsNoView() {
        FlowFixture chat = new FlowFixture(TalkFlow.with(new ShowView(Set::of)))
                .flow("flow", flow(FORM))
                .startAndConnect("flow");

        assertThat(chat.said()).containsExactly("NME");
        assertThat(chat.log().get(0).reason()).contains("SupportedMessagingContentTypes");
    }

    @Rule("F36")
    @ParameterizedTest
    @CsvSource({
        "form, form:2, form:2",
        "form:1, form, form",
        "form:$LATEST, form:$LATEST, form:$LATEST",
        "other, form,",
    })
    void theTokenIsThatOfAConfiguredView(String id, String configured, String token) {
        FlowFixture chat = show(flow("""
                        {"ViewResource": {"Id": "%s", "Version": "2"}, "InvocationTimeLimitSeconds": 60}""".formatted(id)), configured);

        if (token == null) {
            assertThat(chat.said()).containsExactly("NME");
            assertThat(chat.log().get(0).reason()).contains("other", "emulator.views");
        } else {
            assertThat(chat.said()).singleElement().asString().contains("\"viewToken\":\"" + token + "\"");
        }
    }

    @Rule("F36")
    @Test
    void aViewNeedsATimeLimit() {
        FlowFixture chat = show(flow("""
                {"ViewResource": {"Id": "form"}, "InvocationTimeLimitSeconds": "soon"}"""));

        assertThat(chat.said()).containsExactly("NME");
    }

    @Rule({"F36", "F79"})
    @Test
    void aHiddenResponseIsForTheFlowAlone() {
        FlowFixture chat = show(flow(SECRET_FORM));
        List<ChatItem> heard = new ArrayList<>();
        chat.store().byContact(chat.contact().id()).locked(state -> {
            state.conversation().subscribe(chat.contact().customer(), heard::add);
            return state;
        });

        chat.customerSays("One moment").customerSends(RESPONSE);

        assertThat(chat.said()).last().isEqualTo("Submit 4711");
        assertThat(heard).extracting(ChatItem::content).containsExactly("One moment", "Submit 4711");
        assertThat(chat.items()).extracting(ChatItem::content).doesNotContain(RESPONSE.content());
        assertThat(chat.log().get(0).parameters()).isEmpty();
        assertThat(chat.log().get(0).outcome()).isEqualTo("Hidden");
        assertThat(chat.log().get(0).nextAction()).isEqualTo("Submit");
    }

    @Rule("F36")
    @Test
    void aSecondCopyOfAHiddenResponseStaysHidden() {
        FlowFixture chat = show(flow(SECRET_FORM));

        chat.customerSends(RESPONSE).customerSends(RESPONSE);

        assertThat(chat.items()).extracting(ChatItem::content).doesNotContain(RESPONSE.content());
    }

    @Rule("F36")
    @Test
    void aResponseThatIsTooLateStaysHidden() {
        FlowFixture chat = show(flow(SECRET_FORM)).after(Duration.ofMinutes(1));

        chat.customerSends(RESPONSE).customerSays("too late?");

        assertThat(chat.said()).last().isEqualTo("late");
        assertThat(chat.items())
                .extracting(ChatItem::content)
                .contains("too late?")
                .doesNotContain(RESPONSE.content());
    }

    @Rule("F36")
    @Test
    void aCopyStaysHiddenThoughAnotherViewWaitsWhoseResponseIsShown() {
        FlowFixture chat = show("""
                {"Version": "2019-10-30", "StartAction": "secret", "Metadata": {}, "Actions": [
                  {"Identifier": "secret", "Type": "ShowView", "Parameters": %s, "Transitions": {"NextAction": "open"}},
                  {"Identifier": "open", "Type": "ShowView", "Parameters": %s, "Transitions": {"NextAction": "again"}},
                  {"Identifier": "again", "Type": "ShowView", "Parameters": %s, "Transitions": {"NextAction": "again"}}]}""".formatted(SECRET_FORM, FORM, FORM));
        ChatMessage other =
                new ChatMessage(INTERACTIVE_RESPONSE, RESPONSE.content().replace("4711", "none"));

        chat.customerSends(RESPONSE).customerSends(RESPONSE).customerSends(other);

        assertThat(chat.path()).containsExactly("secret", "open", "again");
        assertThat(chat.items())
                .extracting(ChatItem::content)
                .contains(other.content())
                .doesNotContain(RESPONSE.content());
    }

    @Rule({"F36", "P12"})
    @Test
    void aHiddenResponseThatIsSentAgainStaysHidden() {
        FlowFixture chat = show(flow(SECRET_FORM));
        ChatParticipants participants = chat.bean(ChatParticipants.class);

        ChatItem first = participants.send(chat.customer(), RESPONSE, "a-token");
        chat.settle();
        ChatItem second = participants.send(chat.customer(), RESPONSE, "a-token");
        chat.settle();

        assertThat(first.isWithheld()).isTrue();
        assertThat(second).isEqualTo(first);
        assertThat(chat.items()).extracting(ChatItem::content).doesNotContain(RESPONSE.content());
    }

    @Rule("F36")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no JSON | is not valid JSON",
                "{'templateType': 'ListPicker'} | has not the templateType ViewResource",
                "{'templateType': 'ViewResource', 'data': {'x': '\\ud800'}} | holds a surrogate without its other half",
                "{'templateType': 'ViewResource', 'data': {'\\ud800': 1}} | holds a surrogate without its other half",
                "{'templateType': 'ViewResource', 'data': {'x': 1e9999999999}} | out of range"
            },
            quoteCharacter = '`')
    void aResponseThatIsIgnoredIsSaidToBeIgnored(String content, String why) {
        FlowFixture chat = show(flow(FORM));

        chat.customerSends(new ChatMessage(INTERACTIVE_RESPONSE, content.replace('\'', '"')));
        String waitsFor = chat.inspector().position(chat.contact().id()).run().waitsFor();
        chat.customerSends(RESPONSE);

        assertThat(waitsFor).contains("the latest response is ignored, because it ", why);
        assertThat(chat.said()).last().isEqualTo("Submit 4711");
    }

    @Rule("F36")
    @Test
    void aResponseThatIsIgnoredDoesNotExtendTheTimeLimit() {
        FlowFixture chat = show(flow(FORM)).after(Duration.ofSeconds(30));

        chat.customerSends(new ChatMessage(INTERACTIVE_RESPONSE, "no JSON")).after(Duration.ofSeconds(30));

        assertThat(chat.said()).last().isEqualTo("late");
    }

    @Rule("F36")
    @Test
    void aHiddenResponseThatIsIgnoredStaysHidden() {
        FlowFixture chat = show(flow(SECRET_FORM));
        String secret = RESPONSE.content().replace("4711", "4711\\ud800");

        chat.customerSends(new ChatMessage(INTERACTIVE_RESPONSE, secret)).customerSays("Hello");

        assertThat(chat.items()).extracting(ChatItem::content).contains("Hello").doesNotContain(secret);
    }

    @Rule("F15")
    @ParameterizedTest
    @ValueSource(strings = {"1.10", "1e5", "1E-7", "0.1000000000000000055", "1e999999", "12345678901234567890"})
    void aNumberOfAResponseIsTheTextThatItIsWrittenAs(String number) {
        FlowFixture chat = show(flow(FORM))
                .customerSends(
                        new ChatMessage(INTERACTIVE_RESPONSE, RESPONSE.content().replace("\"4711\"", number)));

        assertThat(chat.said()).last().isEqualTo("Submit " + number);
    }
}
