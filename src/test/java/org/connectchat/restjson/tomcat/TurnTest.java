package org.connectchat.restjson.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Shows what a connection may do in one turn. */
class TurnTest {

    private final Turn turn = new Turn(100);

    @Test
    void itIsOverAfterItsBytes() {
        turn.begin(true);
        turn.read(99);
        assertThat(turn.isOver()).isFalse();

        turn.read(1);

        assertThat(turn.isCut()).as("before another read").isFalse();
        assertThat(turn.isOver()).isTrue();
        assertThat(turn.isCut()).isTrue();
    }

    @Test
    void itIsOverAfterItsRequests() {
        turn.begin(false);
        for (int i = 1; i < Turn.REQUESTS; i++) {
            assertThat(turn.handled()).isFalse();
        }

        assertThat(turn.handled()).isTrue();
        assertThat(turn.isOver()).isTrue();
    }

    @Test
    void afterOthersWereServedItHasAllOfItAgain() {
        turn.begin(false);
        turn.read(100);
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
        turn.read(60);
        turn.end();
        assertThat(turn.isBehind()).isFalse();

        turn.begin(false);
        turn.read(40);

        assertThat(turn.isOver()).isTrue();
    }

    @Test
    void aClientThatWaitsHasAllOfItAgain() {
        turn.begin(false);
        turn.read(100);
        turn.read(0);
        turn.end();
        assertThat(turn.isBehind()).isFalse();

        turn.begin(false);
        turn.read(99);

        assertThat(turn.isOver()).isFalse();
    }

    @Test
    void theEndOfTheStreamIsNoByte() {
        turn.begin(false);
        turn.read(99);
        turn.read(-1);

        assertThat(turn.isOver()).isFalse();
    }

    @Test
    void otherThreadsHaveNoBound() {
        turn.begin(false);
        turn.read(100);

        assertThat(CompletableFuture.supplyAsync(turn::isOver).join()).isFalse();
        turn.end();
        turn.read(1_000);
        assertThat(turn.isOver()).isFalse();
    }
}
