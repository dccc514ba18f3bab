package org.connectchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows that ids and tokens follow from a seed when they are asked to, and from nothing otherwise. */
class MintTest {

    private final Mint mint = new Mint(new SecureRandom());

    @Test
    void eachRestartWithASeedMakesTheSameIdsAndTokens() {
        mint.seedNext(42L);
        mint.restart();
        List<String> first = some();
        mint.restart();

        assertThat(some()).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(mint.seed()).isEqualTo(42);
    }

    @Test
    void anotherSeedMakesOthers() {
        mint.seedNext(42L);
        mint.restart();
        List<String> first = some();
        mint.seedNext(43L);
        mint.restart();

        assertThat(some()).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aSeedChangesNothingBeforeTheRestart() {
        mint.seedNext(42L);
        assertThat(mint.seed()).isNull();
        List<String> before = some();
        mint.restart();

        assertThat(some()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void withoutASeedARestartMakesIdsThatNobodyCanPredict() {
        mint.seedNext(42L);
        mint.restart();
        List<String> seeded = some();
        mint.seedNext(null);
        mint.restart();

        assertThat(some()).doesNotContainAnyElementsOf(seeded);
        assertThat(mint.seed()).isNull();
    }

    @Test
    void manyThreadsDrawTheSameSetOfIds() {
        Set<String> alone = drawn(1, 4_000);

        assertThat(drawn(8, 500)).isEqualTo(alone).hasSize(4_000);
    }

    private Set<String> drawn(int threads, int each) {
        mint.seedNext(7L);
        mint.restart();
        Set<String> all = new HashSet<>();
        Simultaneously.call(
                        threads,
                        number -> IntStream.range(0, each)
                                .mapToObj(i -> mint.id())
                                .toList())
                .forEach(all::addAll);
        return all;
    }

    private List<String> some() {
        Mint.NewChat chat = mint.chat();
        return Stream.of(
                        chat.contactId(),
                        chat.participantId(),
                        chat.token().text(),
                        mint.id(),
                        mint.token().text(),
                        mint.handle())
                .toList();
    }
}
