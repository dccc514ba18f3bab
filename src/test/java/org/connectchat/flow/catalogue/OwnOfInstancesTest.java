package org.connectchat.flow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

class OwnOfInstancesTest {

    private static final int MORE = 100;

    private final OwnOfInstances<Integer> own = new OwnOfInstances<>();

    private boolean put(int instance, int value) {
        return own.change("i" + instance, before -> value);
    }

    @Test
    @Rule("F104")
    void underAnyConcurrencyAThousandInstancesHaveTheirOwn() {
        for (int i = 0; i < OwnOfInstances.MAXIMUM - MORE; i++) {
            assertThat(put(i, i)).isTrue();
        }

        var taken = Simultaneously.call(2 * MORE, number -> put(OwnOfInstances.MAXIMUM + number, number));

        assertThat(taken).filteredOn(Boolean::booleanValue).hasSize(MORE);
        assertThat(own.all()).hasSize(OwnOfInstances.MAXIMUM);
    }

    @Test
    @Rule("F104")
    void atTheMaximumAnInstanceKeepsItsOwnAndMakesRoomByGivingItUp() {
        for (int i = 0; i < OwnOfInstances.MAXIMUM; i++) {
            put(i, i);
        }

        assertThat(put(7, 700)).isTrue();
        assertThat(put(-1, 1)).isFalse();
        assertThat(own.of("i-1")).isNull();
        assertThat(own.change("i7", before -> null)).isTrue();
        assertThat(own.change("unknown", before -> null)).isTrue();
        assertThat(put(-1, 1)).isTrue();
        assertThat(own.of("i-1")).isEqualTo(1);
    }

    @Test
    @Rule("F104")
    void noChangeOfAnInstanceIsLost() {
        Simultaneously.call(50, number -> own.change("a", before -> before == null ? 1 : before + 1));

        assertThat(own.of("a")).isEqualTo(50);
    }
}
