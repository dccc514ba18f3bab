package org.connectchat.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.connectchat.testkit.Rule;
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

    @Test
    @Rule("C32")
    void anInstanceDrawsWhatFollowsFromItsSeedWhateverOthersDraw() {
        ids.restart("a", 42L);
        List<String> alone = drawn("a", 1_000);
        ids.restart("a", 42L);
        ids.restart("b", 42L);

        List<List<String>> together = Simultaneously.call(8, number -> {
            if (number > 3) {
                ids.restart("c" + number, 42L);
            }
            return drawn(List.of("a", "b", "unseeded").get(Math.min(number, 2)), 1_000);
        });

        assertThat(together.get(0)).isEqualTo(alone);
        assertThat(together.get(1)).doesNotContainAnyElementsOf(alone).isNotEqualTo(together.get(2));
        assertThat(together.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    @Rule("C32")
    void theSeedOfAnInstanceStaysUntilItIsRestartedOrAllAre() {
        ids.restart("a", 42L);
        ids.restart("b", 43L);
        List<String> first = drawn("a", 10);
        ids.restart("b", null);
        assertThat(ids.seed("a")).isEqualTo(42);
        assertThat(ids.seed("b")).isNull();

        ids.restart("a", null);
        assertThat(drawn("a", 10)).doesNotContainAnyElementsOf(first);
        ids.restart("a", 42L);
        ids.restart();
        assertThat(ids.seed("a")).isNull();
        assertThat(drawn("a", 10)).doesNotContainAnyElementsOf(first);
    }

    @Test
    @Rule({"C32", "V3"})
    void savedSourcesGoOnWhereTheyWere() {
        ids.seedNext(7L);
        ids.restart();
        ids.restart("b", 42L);
        ids.restart("a", 42L);
        drawn("a", 1_000);
        drawn("b", 3);
        drawn("common", 5);
        SavedIds saved = ids.save();
        List<SavedInstanceIds> ofInstances = ids.saveOfInstances();
        List<String> next = Stream.of("a", "b", "common")
                .flatMap(each -> drawn(each, 5).stream())
                .toList();

        IdGenerator other = new IdGenerator(new SecureRandom());
        other.restart("c", 1L);
        other.restore(saved, ofInstances);

        assertThat(ofInstances)
                .containsExactly(new SavedInstanceIds("a", 42, 16_000), new SavedInstanceIds("b", 42, 48));
        assertThat(Stream.of("a", "b", "common")
                        .flatMap(each ->
                                Stream.generate(() -> other.of(each).id()).limit(5)))
                .containsExactlyElementsOf(next);
        assertThat(other.seed("c")).isNull();
    }

    private List<String> drawn(String instanceId, int count) {
        return Stream.generate(() -> ids.of(instanceId).id()).limit(count).toList();
    }

    private Set<String> drawn(int threads, int each) {
        ids.seedNext(7L);
        ids.restart();
        Set<String> all = new HashSet<>();
        Simultaneously.call(
                        threads,
                        number -> IntStream.range(0, each)
                                .mapToObj(i -> ids.of("an-instance").id())
                                .toList())
                .forEach(all::addAll);
        return all;
    }

    private List<String> some() {
        Ids.NewChat chat = ids.of("an-instance").chat();
        return Stream.of(
                        chat.contactId(),
                        chat.participantId(),
                        chat.token().text(),
                        ids.of("an-instance").id(),
                        ids.of("an-instance").token().text(),
                        ids.of("an-instance").handle())
                .toList();
    }
}
