package org.connectchat.chat.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightTest {

    @Test
    void aTextTakesOneByteACharacterUnlessOneIsBeyondLatin1() {
        assertThat(Weight.of("a".repeat(1_000))).isEqualTo(1_040);
        assertThat(Weight.of("é".repeat(1_000))).isEqualTo(1_040);
        assertThat(Weight.of("a".repeat(999) + "€")).isEqualTo(2_040);
        assertThat(Weight.of("a")).isEqualTo(48);
        assertThat(Weight.of((String) null)).isZero();
    }

    @Test
    void aMapTakesItsTextsAndItsPlaces() {
        assertThat(Weight.of(Map.of())).isEqualTo(48);
        assertThat(Weight.of(Map.of("key", "v".repeat(100)))).isEqualTo(48 + 16 + 48 + 144);
    }
}
