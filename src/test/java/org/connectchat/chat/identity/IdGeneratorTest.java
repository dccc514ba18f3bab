package org.connectchat.chat.identity;

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
class IdGeneratorTest {

    private final IdGenerator ids = new IdGenerator(new SecureRandom());

    @Test
    void eachRestartWithASeedMakesTheSameIdsAndTokens() {
        ids.seedNext(42L);
        ids.restart();
        List<String> first = some();
        ids.restart();

        assertThat(some()).isEqualTo(first).doesNotHaveDuplicates();
        assertThat(ids.seed()).isEqualTo(42);
    }

    @Test
    void anotherSeedMakesOthers() {
        ids.seedNext(42L);
        ids.restart();
        List<String> first = some();
        ids.seedNext(43L);
        ids.restart();

        assertThat(some()).doesNotContainAnyElementsOf(first);
    }

    @Test
    void aSeedChangesNothingBeforeTheRestart() {
        ids.seedNext(42L);
        assertThat(ids.seed()).isNull();
        List<String> before = some();
        ids.restart();

        assertThat(some()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void withoutASeedARestartMakesUnpredictableIds() {
        ids.seedNext(42L);
        ids.restart();
        List<String> seeded = some();
        ids.seedNext(null);
        ids.restart();

        assertThat(some()).doesNotContainAnyElementsOf(seeded);
        assertThat(ids.seed()).isNull();
    }

    @Test
    void manyThreadsDrawTheSameSetOfIds() {
        Set<String> alone = drawn(1, 4_000);

        assertThat(drawn(8, 500)).isEqualTo(alone).hasSize(4_000);
    }

    private Set<String> drawn(int threads, int each) {
        ids.seedNext(7L);
        ids.restart();
        Set<String> all = new HashSet<>();
        Simultaneously.call(
                        threads,
                        number ->
                                IntStream.range(0, each).mapToObj(i -> ids.id()).toList())
                .forEach(all::addAll);
        return all;
    }

    private List<String> some() {
        IdGenerator.NewChat chat = ids.chat();
        return Stream.of(
                        chat.contactId(),
                        chat.participantId(),
                        chat.token().text(),
                        ids.id(),
                        ids.token().text(),
                        ids.handle())
                .toList();
    }
}
