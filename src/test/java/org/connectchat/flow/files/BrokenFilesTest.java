package org.connectchat.flow.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.flow.FlowSettings;
import org.connectchat.flow.FlowSettings.Start;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.store.CheckedContent;
import org.connectchat.flow.store.FlowContentCheck;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that what breaks while files are read keeps no other file from being read, and fills no log. */
class BrokenFilesTest {

    private static final String HUGE =
            Flows.SMALLEST.replace("\"Metadata\": {}", "\"Metadata\": {\"x\": 1e9999999999}");

    private static final FlowContentCheck CHECK = (text, type) -> {
        if (text.contains("breaks the check")) {
            throw new IllegalStateException("meant to break");
        }
        return new CheckedContent(FlowReader.read(text), FlowType.CONTACT_FLOW, List.of());
    };

    @TempDir
    private Path folder;

    private final FlowStore store = new FlowStore(new MemoryBudget(1L << 24));
    private boolean clockIsBroken;
    private final InstantSource moments = () -> {
        if (clockIsBroken) {
            throw new IllegalStateException("meant to break");
        }
        return Instant.EPOCH;
    };
    private FlowFiles files;
    private int seconds;

    @AfterEach
    void close() {
        if (files != null) {
            files.close();
        }
    }

    private void write(String file, String content) throws IOException {
        Path path = Files.writeString(folder.resolve(file), content);
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + seconds++)));
    }

    private void start() {
        FlowSettings settings = new FlowSettings(folder.toString(), List.of(), false, Start.ON_CONNECT, List.of());
        Clock clock = moments.withZone(ZoneOffset.UTC);
        files = new FlowFiles(
                FlowSources.of(settings, folder), new FlowFileReader(CHECK, false, Clock.systemUTC()), store, clock);
        files.start(1_000_000);
    }

    private String content(String id) {
        return store.find("i", id, null).published().text();
    }

    @Test
    @Rule("F77")
    void aNumberOutOfRangeIsNamedAtTheStartAndAtAReload() throws IOException {
        write("huge.json", HUGE);
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        FlowFilesRefused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .startsWith("huge.json: "));

        write("huge.json", Flows.SMALLEST);
        start();
        write("huge.json", HUGE);
        assertThat(files.reload().errors()).containsOnlyKeys("huge.json");
    }

    @Test
    @Rule("F77")
    void aFileWhoseCheckBreaksIsNamedAndKeepsNoOtherFromBeingRead() throws IOException {
        write("a.json", Flows.SMALLEST);
        write("b.json", Flows.SMALLEST);
        start();

        write("a.json", Flows.SMALLEST.replace("end", "breaks the check"));
        write("b.json", Flows.SMALLEST.replace("end", "over"));
        files.poll();
        files.poll();

        assertThat(files.lastReload().errors()).containsOnlyKeys("a.json");
        assertThat(content("a")).isEqualTo(Flows.SMALLEST);
        assertThat(content("b")).contains("over");
    }

    @Test
    @Rule("F77")
    @ExtendWith(OutputCaptureExtension.class)
    void aPollThatFailsAgainAndAgainIsLoggedOnceAndMakesUpForItLater(CapturedOutput output) throws IOException {
        write("a.json", Flows.SMALLEST);
        start();
        clockIsBroken = true;

        write("a.json", Flows.SMALLEST.replace("end", "over"));
        for (int i = 0; i < 10; i++) {
            files.poll();
        }
        assertThat(output.getAll().split("could not be checked for changes", -1))
                .hasSize(2);

        clockIsBroken = false;
        files.poll();
        files.poll();
        assertThat(content("a")).contains("over");
    }
}
