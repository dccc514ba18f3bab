package org.connectchat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/**
 * Shows that whatever goes to whichever entry, right, wrong or no HTTP at all, is the caller's mistake and not the
 * server's; {@code -Dfuzz.count} and {@code -Dfuzz.seed} choose how many requests and which. One emulator gets what
 * callers of AWS send, another one every call of the control API.
 */
class FuzzTest {

    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 20_261_126L);
    private static final int COUNT = Integer.getInteger("fuzz.count", 2_000);
    private static final String[] SETTINGS = {
        "emulator.throttling.enabled=false",
        "emulator.quotas.concurrent-active-chats=1000000",
        "emulator.chat.retained-contacts=1000",
        "emulator.ids.seedable=true",
        "logging.level.org.connectchat.calls=WARN"
    };

    @Test
    @Rule("T15")
    void noRequestIsTheServersFailure() {
        try (Emulator aws = Emulator.own(SETTINGS);
                Emulator control = Emulator.own(SETTINGS);
                LogWatch log = LogWatch.begin()) {
            int ofControl = COUNT / 3;
            CompletableFuture<Run> other = CompletableFuture.supplyAsync(
                    () -> new Run(new World(control, true), log, 60).fire(FIRST_SEED + COUNT, ofControl));
            Run run = new Run(new World(aws, false), log, 300).fire(FIRST_SEED, COUNT - ofControl);
            List<Run> runs = List.of(run, other.join());
            System.out.printf("fuzz: from seed %d%n%s%n%s%n", FIRST_SEED, runs.get(0), runs.get(1));
            List<String> findings = new ArrayList<>();
            runs.forEach(each -> findings.addAll(each.findings()));
            findings.addAll(log.taken());
            assertThat(findings).isEmpty();
            for (Run each : runs) {
                assertThat(each.succeeded())
                        .as("a fair share must be right: " + each)
                        .isGreaterThan(each.fired() / 4);
            }
        }
    }
}
