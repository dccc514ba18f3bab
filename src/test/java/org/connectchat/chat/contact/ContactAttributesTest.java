package org.connectchat.chat.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.connectchat.chat.ChatRefused;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows how attributes are measured, laid over one another and removed. */
class ContactAttributesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "é", "\u07ff", "\u0800", "€", "\uffff", "😀", "mixed é € 😀\u0000\u007f\u0080"})
    @Rule("I7")
    void sizeIsCountedInBytesOfUtf8(String text) {
        int bytes = text.getBytes(UTF_8).length;

        assertThat(ContactAttributes.bytes(Map.of(text, text))).isEqualTo(2 * bytes);
    }

    @Test
    @Rule("I7")
    void sizeIsCountedOverAllKeysAndValues() {
        assertThat(ContactAttributes.bytes(Map.of("a", "1", "bb", "22", "ccc", "€")))
                .isEqualTo(2 + 4 + 6);
        assertThat(ContactAttributes.bytes(Map.of())).isZero();
    }

    @Test
    @Rule("B9")
    void newValuesLieOverOldOnes() {
        assertThat(ContactAttributes.overlaid(Map.of("kept", "1", "changed", "2"), Map.of("changed", "3", "new", "4")))
                .isEqualTo(Map.of("kept", "1", "changed", "3", "new", "4"));
        assertThat(ContactAttributes.overlaid(Map.of(), Map.of("only", ""))).isEqualTo(Map.of("only", ""));
    }

    @Test
    void anUpdateWithAnEmptyValueRemovesItsKey() {
        assertThat(ContactAttributes.updated(
                        Map.of("kept", "1", "removed", "2", "changed", "3"),
                        Map.of("removed", "", "changed", "4", "neverThere", "")))
                .isEqualTo(Map.of("kept", "1", "changed", "4"));
    }

    @Test
    void theMapsThatGoInStayAsTheyAre() {
        Map<String, String> base = new HashMap<>(Map.of("a", "1"));
        Map<String, String> changes = new HashMap<>(Map.of("a", "", "b", "2"));

        ContactAttributes.updated(base, changes);
        ContactAttributes.overlaid(base, changes);

        assertThat(base).isEqualTo(Map.of("a", "1"));
        assertThat(changes).isEqualTo(Map.of("a", "", "b", "2"));
    }

    @Test
    void whatComesOutCannotBeChanged() {
        assertThatThrownBy(() ->
                        ContactAttributes.updated(Map.of(), Map.of("a", "1")).put("b", "2"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() ->
                        ContactAttributes.overlaid(Map.of("a", "1"), Map.of()).remove("a"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Rule("I7")
    void theResultMayHoldTheLimitButNotAByteMore() {
        Map<String, String> base = Map.of("base", "x".repeat(32_000));

        assertThat(ContactAttributes.bytes(ContactAttributes.updated(base, Map.of("more", "y".repeat(760)))))
                .isEqualTo(32_768);
        assertTooLarge(() -> ContactAttributes.updated(base, Map.of("more", "y".repeat(761))));
        assertTooLarge(() -> ContactAttributes.overlaid(base, Map.of("more", "y".repeat(761))));
        assertTooLarge(() -> ContactAttributes.overlaid(Map.of(), Map.of("more", "é".repeat(16_383))));
    }

    @Test
    @Rule("I7")
    void whatIsRemovedMakesRoom() {
        Map<String, String> base = Map.of("old", "x".repeat(32_000));

        assertThat(ContactAttributes.updated(base, Map.of("old", "", "new", "y".repeat(32_000))))
                .containsOnlyKeys("new");
        assertThat(ContactAttributes.updated(base, Map.of("old", "z".repeat(32_765))))
                .containsOnlyKeys("old");
    }

    private static void assertTooLarge(Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        ChatRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ChatRefused.Reason.ATTRIBUTES_TOO_LARGE))
                .hasMessageContaining("32768");
    }
}
