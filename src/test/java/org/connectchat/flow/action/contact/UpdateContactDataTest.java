package org.connectchat.flow.action.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.action.contact.ContactChat.assertFailed;
import static org.connectchat.flow.action.contact.ContactChat.assertSucceeded;
import static org.connectchat.flow.action.contact.ContactChat.chat;
import static org.connectchat.flow.action.contact.ContactChat.ran;

import java.util.Map;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactDetails.Reference;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateContactDataTest {

    private static final String TYPE = "UpdateContactData";

    @Test
    @Rule("F92")
    void theDataOfTheContactAreSet() {
        FlowFixture chat = ran(TYPE, """
                {'Name': 'Chat of $.Channel', 'Description': 'About a loan', 'LanguageCode': 'de-DE', 'CustomerId': 'c-7',
                 'WisdomSessionArn': 'arn:wisdom', 'References': {'page': {'Type': 'URL', 'Value': 'https://example.com'}}}""");

        assertSucceeded(chat);
        assertThat(chat.contact().details())
                .isEqualTo(new ContactDetails(
                        "Chat of CHAT",
                        "About a loan",
                        "c-7",
                        "de-DE",
                        "arn:wisdom",
                        Map.of(),
                        Map.of("page", new Reference("URL", "https://example.com")),
                        null));
        assertThat(chat.contact().customerId()).isEqualTo("c-7");
    }

    @Test
    @Rule("F92")
    void whatIsAbsentStaysAndAnEmptyTextRemoves() {
        FlowFixture chat = chat().flow(
                        "a-flow",
                        ActionFlow.of(
                                TYPE,
                                "{'Name': 'A name', 'Description': 'About a loan'}",
                                TYPE,
                                "{'Description': '$.Attributes.unknown', 'LanguageCode': 'fr'}"))
                .startAndConnect("a-flow");

        assertSucceeded(chat);
        assertThat(chat.contact().details())
                .isEqualTo(new ContactDetails("A name", null, null, "fr", null, Map.of(), Map.of(), null));
    }

    @ParameterizedTest
    @CsvSource({"Name, 1024", "Description, 4096", "CustomerId, 128", "WisdomSessionArn, 2048"})
    @Rule("F92")
    void aTextThatIsTooLongChangesNothing(String name, int maximum) {
        String other = name.equals("Name") ? "Description" : "Name";
        String longest = "x".repeat(maximum);

        assertSucceeded(ran(TYPE, "{'%s': '%s'}".formatted(name, longest)));
        FlowFixture chat = ran(TYPE, "{'%s': 'y', '%s': '%sx'}".formatted(other, name, longest));
        assertFailed(chat, "the maximum is " + maximum);
        assertThat(chat.contact().details()).isEqualTo(ContactDetails.NONE);
    }

    @Test
    @Rule("F92")
    void aLanguageThatIsNoneFails() {
        assertFailed(ran(TYPE, "{'LanguageCode': '../en'}"), "must be a language code");
    }

    @Test
    @Rule("F92")
    void theRelatedContactIsChangedInstead() {
        FlowFixture chat = chat().flow("stays", ActionFlow.of("ResumeContact", "{}"))
                .flow("a-flow", ActionFlow.of(TYPE, "{'TargetContact': 'Related', 'Name': 'A name'}"));
        String related = chat.startAndConnect("stays").contact().id();

        chat.startFrom(new Origin.Related(related), "a-flow").connect();

        assertSucceeded(chat);
        assertThat(chat.contact().details()).isEqualTo(ContactDetails.NONE);
        assertThat(chat.bean(Contacts.class).get(related).details().name()).isEqualTo("A name");
    }

    @Test
    @Rule("F50")
    void theNextContactOfTheSessionTakesDataTagsAndHooksOver() {
        FlowFixture chat = chat().flow("after", ActionFlow.of("TagContact", "{'Tags': {'second': '2'}}"))
                .flow(
                        "a-flow",
                        ActionFlow.of(
                                        TYPE,
                                        "{'Name': 'A name', 'LanguageCode': 'fr'}",
                                        "TagContact",
                                        "{'Tags': {'first': '1'}}")
                                .replace("\"NextAction\": \"done\"", "\"NextAction\": \"3\"")
                                .replace("\"Actions\": [", """
                                        "Actions": [{"Identifier": "3", "Type": "UpdateContactEventHooks",
                                          "Parameters": {"EventHooks": {"CustomerRemaining": "after"}},
                                          "Transitions": {"NextAction": "done"}},"""))
                .startAndConnect("a-flow");
        Seat agent = chat.agentJoins("Agent");

        chat.presence().connect(agent);
        chat.settle().leaves(agent);

        Contact next = chat.contact();
        assertThat(next.initiationMethod()).isEqualTo(InitiationMethod.DISCONNECT);
        assertThat(next.details())
                .isEqualTo(new ContactDetails(
                        "A name", null, null, "fr", null, Map.of("first", "1", "second", "2"), Map.of(), null));
    }
}
