package org.connectchat.restjson.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows what a connection may do in one turn. */
class TurnTest {

    private final Turn turn = new Turn(100);

    @Test
    void itIsOverAfterItsBytes() {
        turn.begin(true);
        turn.read(99, true);
        assertThat(turn.isOver()).isFalse();

        turn.read(1, true);

        assertThat(turn.isCut()).as("before another read").isFalse();
        assertThat(turn.isOver()).isTrue();
        assertThat(turn.isCut()).isTrue();
    }

    @Test
    void itIsOverAfterItsRequests() {
        turn.begin(false);
        for (int i = 1; i < Turn.REQUESTS; i++) {
            assertThat(turn.handled(false)).isFalse();
        }

        assertThat(turn.handled(false)).isTrue();
        assertThat(turn.isOver()).isTrue();
    }

    @Test
    void aClientThatWaitsForEachResponseIsNotBehindAfterItsRequests() {
        turn.begin(false);
        for (int i = 0; i < Turn.REQUESTS; i++) {
            turn.read(1, true);
            turn.handled(true);
        }
        assertThat(turn.isOver()).isTrue();
        assertThat(turn.sendsAhead()).isFalse();
        turn.end();
        assertThat(turn.isBehind()).isFalse();

        turn.begin(false);

        assertThat(turn.isOver()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientThatSendsAheadIsBehindAfterItsRequests(boolean inTheSameRead) {
        turn.begin(false);
        for (int i = 0; i < Turn.REQUESTS; i++) {
            turn.read(1, i != 0 || inTheSameRead);
            turn.handled(i != 0 || !inTheSameRead);
        }
        assertThat(turn.isOver()).isTrue();
        assertThat(turn.sendsAhead()).isTrue();
        turn.end();
        assertThat(turn.isBehind()).isTrue();

        turn.begin(false);

        assertThat(turn.isOver()).isTrue();
    }

    @Test
    void afterOthersWereServedItHasAllOfItAgain() {
        turn.begin(false);
        turn.read(100, true);
        assertThat(turn.isOver()).isTrue();
        turn.end();
        assertThat(turn.isBehind()).isTrue();

        turn.begin(true);

        assertThat(turn.isOver()).isFalse();
        assertThat(turn.isCut()).isFalse();
    }

    @Test
    void aClientThatSendsMoreMeanwhileHasTheRestOfIt() {
        turn.begin(false);
        turn.read(60, true);
        turn.end();
        assertThat(turn.isBehind()).isFalse();

        turn.begin(false);
        turn.read(40, true);

        assertThat(turn.isOver()).isTrue();
    }

    @Test
    void aClientThatWaitsHasAllOfItAgain() {
        turn.begin(false);
        turn.read(100, true);
        turn.read(0, true);
        turn.end();
        assertThat(turn.isBehind()).isFalse();

        turn.begin(false);
        turn.read(99, true);

        assertThat(turn.isOver()).isFalse();
    }

    @Test
    void theEndOfTheStreamIsNoByte() {
        turn.begin(false);
        turn.read(99, true);
        turn.read(-1, true);

        assertThat(turn.isOver()).isFalse();
    }

    @Test
    void otherThreadsHaveNoBound() {
        turn.begin(false);
        turn.read(100, true);

        assertThat(CompletableFuture.supplyAsync(turn::isOver).join()).isFalse();
        turn.end();
        turn.read(1_000, true);
        assertThat(turn.isOver()).isFalse();
    }
}
