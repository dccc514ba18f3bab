package org.connectchat.connect.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that a token continues the list that it was given out for, and no other. */
class PageTokensTest {

    private static final PagePosition POSITION = new PagePosition(-7, "a-contact");

    private final PageTokens tokens = new PageTokens();

    @Test
    @Rule({"U6", "U9"})
    void aTokenLeadsBackToItsPosition() {
        assertThat(tokens.position("a question", tokens.text("a question", POSITION)))
                .isEqualTo(POSITION);
    }

    @Test
    @Rule({"U6", "U9"})
    void aTokenOfAnotherQuestionOrAnotherProcessIsNone() {
        String token = tokens.text("a question", POSITION);

        assertThat(tokens.position("another", token)).isNull();
        assertThat(new PageTokens().position("a question", token)).isNull();
    }

    @Test
    @Rule({"U6", "U9"})
    void aTokenWithAnyCharacterChangedIsNone() {
        String token = tokens.text("a question", POSITION);

        for (int i = 0; i < token.length() - 1; i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertThat(tokens.position("a question", changed)).as(changed).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "abc", "&", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    @Rule({"U6", "U9"})
    void anyOtherTextIsNone(String text) {
        assertThat(tokens.position("a question", text)).isNull();
        assertThat(tokens.position("a question", text.repeat(2_000))).isNull();
    }
}
