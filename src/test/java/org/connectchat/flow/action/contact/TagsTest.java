package org.connectchat.flow.action.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.action.contact.ContactChat.assertFailed;
import static org.connectchat.flow.action.contact.ContactChat.assertSucceeded;
import static org.connectchat.flow.action.contact.ContactChat.chat;
import static org.connectchat.flow.action.contact.ContactChat.ran;

import java.util.Map;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows TagContact and UntagContact. */
class TagsTest {

    private static final String SIX = "{'Tags': {'a': '1', 'b': '2', 'c': '3', 'd': '4', 'e': '5', 'f': '6'}}";

    private static FlowFixture ranBoth(String first, String its, String second, String parameters) {
        return chat().flow("a-flow", ActionFlow.of(first, its, second, parameters))
                .startAndConnect("a-flow");
    }

    @Test
    @Rule("F93")
    void tagsAreAddedAndReplaced() {
        FlowFixture chat = ranBoth(
                "TagContact", "{'Tags': {'a': '1', 'b': '2'}}", "TagContact", "{'Tags': {'b': '$.Channel', 'c': ''}}");

        assertSucceeded(chat);
        assertThat(chat.contact().details().tags()).isEqualTo(Map.of("a", "1", "b", "CHAT", "c", ""));
    }

    @Test
    @Rule("F93")
    void theSeventhTagFailsAndNoneIsSet() {
        FlowFixture chat = ranBoth("TagContact", SIX, "TagContact", "{'Tags': {'a': 'one', 'g': '7'}}");

        assertFailed(chat, "7 tags; the maximum is 6");
        assertThat(chat.contact().details().tags()).hasSize(6).containsEntry("a", "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Tags': {'fine': '1', 'aws:tag': '1'}}|reserved for Amazon Connect",
                "{'Tags': {'a key': '1'}}|letters, digits",
                "{'Tags': {'$.Attributes.unknown': '1'}}|letters, digits",
                "{'Tags': {}}|no tags"
            })
    @Rule("F93")
    void aTagThatCannotBeSetChangesNothing(String parameters, String reason) {
        FlowFixture chat = ran("TagContact", parameters);

        assertFailed(chat, reason);
        assertThat(chat.contact().details().tags()).isEmpty();
    }

    @Test
    @Rule("F93")
    void aValueHasAtMost256Characters() {
        String longest = "x".repeat(256);

        assertSucceeded(ran("TagContact", "{'Tags': {'a': '" + longest + "'}}"));
        assertFailed(ran("TagContact", "{'Tags': {'a': '" + longest + "x'}}"), "the maximum is 256");
    }

    @Test
    @Rule("F93")
    void tagsAreRemovedByTheirKeys() {
        FlowFixture chat = ranBoth("TagContact", SIX, "UntagContact", "{'TagKeys': ['a', 'c', 'unknown']}");

        assertSucceeded(chat);
        assertThat(chat.contact().details().tags()).containsOnlyKeys("b", "d", "e", "f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'TagKeys': ['a', 'aws:tag']}|reserved", "{'TagKeys': []}|no key"})
    @Rule("F93")
    void keysThatCannotBeRemovedFail(String parameters, String reason) {
        FlowFixture chat = ranBoth("TagContact", SIX, "UntagContact", parameters);

        assertFailed(chat, reason);
        assertThat(chat.contact().details().tags()).hasSize(6);
    }
}
