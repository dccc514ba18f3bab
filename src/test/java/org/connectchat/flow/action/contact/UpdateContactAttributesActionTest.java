package org.connectchat.flow.action.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.action.contact.ContactChat.assertFailed;
import static org.connectchat.flow.action.contact.ContactChat.assertSucceeded;
import static org.connectchat.flow.action.contact.ContactChat.chat;
import static org.connectchat.flow.action.contact.ContactChat.ran;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.ContactAttributes;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class UpdateContactAttributesActionTest {

    private static final String TYPE = "UpdateContactAttributes";

    private final FlowFixture chat = chat();

    private FlowFixture ranWith(Map<String, String> attributes, String parameters) {
        return chat.flow("a-flow", ActionFlow.of(TYPE, parameters))
                .start("a-flow", attributes, List.of(ContentTypes.PLAIN), null)
                .connect();
    }

    @Test
    @Rule("F92")
    void attributesAreAddedReplacedAndRemoved() {
        ranWith(
                Map.of("kept", "1", "replaced", "1", "removed", "1"),
                "{'Attributes': {'replaced': '$.Attributes.kept and 2', 'removed': '', 'added': 3}}");

        assertSucceeded(chat);
        assertThat(chat.contact().attributes()).isEqualTo(Map.of("kept", "1", "replaced", "1 and 2", "added", "3"));
    }

    @Test
    @Rule("F92")
    void attributesThatAreTooLargeChangeNothing() {
        String large = "x".repeat(ContactAttributes.MAXIMUM_BYTES);
        ranWith(Map.of("kept", "1"), "{'Attributes': {'small': '2', 'large': '" + large + "'}}");

        assertFailed(chat, "32768 UTF-8 bytes");
        assertThat(chat.contact().attributes()).isEqualTo(Map.of("kept", "1"));
    }

    @Test
    @Rule("F92")
    void aNameWithoutAValueFails() {
        assertFailed(ran(TYPE, "{'Attributes': {'$.Attributes.unknown': '1'}}"), "name of an attribute is empty");
    }

    @Test
    @Rule("F92")
    void theRelatedContactIsChangedInstead() {
        chat.flow("stays", ActionFlow.of("ResumeContact", "{}"));
        chat.flow("a-flow", ActionFlow.of(TYPE, "{'TargetContact': 'related', 'Attributes': {'from': '$.ContactId'}}"));
        String related = chat.startAndConnect("stays").contact().id();

        chat.startFrom(new Origin.Related(related), "a-flow").connect();

        assertSucceeded(chat);
        assertThat(chat.contact().attributes()).isEmpty();
        assertThat(chat.bean(Contacts.class).get(related).attributes())
                .isEqualTo(Map.of("from", chat.contact().id()));
    }

    @Test
    @Rule("F92")
    void whatTheRelatedContactRefusesFails() {
        chat.flow("stays", ActionFlow.of("ResumeContact", "{}"));
        String large = "x".repeat(ContactAttributes.MAXIMUM_BYTES);
        chat.flow("a-flow", ActionFlow.of(TYPE, "{'TargetContact': 'Related', 'Attributes': {'a': '" + large + "'}}"));
        String related = chat.startAndConnect("stays").contact().id();

        chat.startFrom(new Origin.Related(related), "a-flow").connect();

        assertFailed(chat, "32768 UTF-8 bytes");
        assertThat(chat.bean(Contacts.class).get(related).attributes()).isEmpty();
    }

    @Test
    @Rule("F92")
    void withoutARelatedContactItFails() {
        assertFailed(
                ran(TYPE, "{'TargetContact': 'Related', 'Attributes': {'a': '1'}}"), "is related to no other contact");
    }

    @Test
    @Rule("F92")
    void anotherTargetFails() {
        assertFailed(ran(TYPE, "{'TargetContact': 'Next', 'Attributes': {'a': '1'}}"), "must be Current or Related");
    }
}
