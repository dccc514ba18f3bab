package org.connectchat.flow.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.flow.FlowSettings;
import org.connectchat.flow.FlowSettings.FlowFile;
import org.connectchat.flow.FlowSettings.Start;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.sample.Sample;
import org.connectchat.flow.store.CheckedContent;
import org.connectchat.flow.store.FlowContentCheck;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.StoredFlow;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows how files become flows, at the start and when they change. */
class FlowFilesTest {

    /** Finds a problem that the service refuses wherever a text says so. */
    private static final FlowContentCheck CHECK = (text, type) -> {
        FlowType declared = FlowReader.read(text).declaredType();
        FlowType found = type == null ? (declared == null ? FlowType.CONTACT_FLOW : declared) : type;
        return new CheckedContent(
                FlowReader.read(text),
                found,
                text.contains("dubious") ? List.of(Problem.publishing("Actions[0] is dubious")) : List.of());
    };

    private static final long NEVER = 1_000_000;

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private final FlowStore store = new FlowStore(new MemoryBudget(1L << 24));
    private FlowFiles files;
    private int seconds;

    @AfterEach
    void close() {
        if (files != null) {
            files.close();
        }
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + seconds++)));
    }

    private FlowFiles start(boolean strict, FlowFile... entries) {
        return start(
                new FlowSettings(folder.toString(), List.of(entries), strict, Start.ON_CONNECT, List.of()), elsewhere);
    }

    private FlowFiles start(FlowSettings settings, Path usual) {
        files = new FlowFiles(
                FlowSources.of(settings, usual),
                new FlowFileReader(CHECK, settings.strict(), Clock.systemUTC()),
                store,
                Clock.systemUTC());
        return files.start(NEVER);
    }

    private List<FileProblem> refused(boolean strict, FlowFile... entries) {
        return catchThrowableOfType(FlowFilesRefused.class, () -> start(strict, entries))
                .problems();
    }

    private static String withType(String type) {
        return Flows.SMALLEST.replace("\"Metadata\": {}", "\"Metadata\": {\"type\": \"" + type + "\"}");
    }

    @Test
    @Rule("F75")
    void aFileIsAFlowOfEveryInstanceNamedAfterIt() throws IOException {
        write("Welcome all.json", Flows.SMALLEST);
        write("more/queue.json", withType("customerQueue"));
        write("part.json", Flows.MODULE);
        write(".hidden/old.json", "{}");
        write("readme.txt", "no flow");
        start(false);

        StoredFlow welcome = store.find("any-instance", "Welcome all", null);
        assertThat(welcome.type()).isEqualTo(FlowType.CONTACT_FLOW);
        assertThat(welcome.instanceId()).isEqualTo("any-instance");
        assertThat(welcome.published().text()).isEqualTo(Flows.SMALLEST);
        assertThat(store.find("other", "queue", null).type()).isEqualTo(FlowType.CUSTOMER_QUEUE);
        assertThat(store.module("other", "part:$LATEST", null).name()).isEqualTo("part");
        assertThat(files.lastReload().flows()).isEqualTo(2);
        assertThat(files.lastReload().modules()).isEqualTo(1);
    }

    @Test
    @Rule("F75")
    void anEntryOfTheSettingsGivesIdNameAndType() throws IOException {
        write("a.json", withType("customerQueue"));
        Path outside = Files.writeString(elsewhere.resolve("outside.flow"), Flows.SMALLEST);
        start(
                false,
                new FlowFile("a.json", "id-1", "The first", FlowType.CONTACT_FLOW),
                new FlowFile(outside.toString(), "id-2", null, null));

        assertThat(store.find("i", "id-1", null).name()).isEqualTo("The first");
        assertThat(store.find("i", "id-1", null).type()).isEqualTo(FlowType.CONTACT_FLOW);
        assertThat(store.find("i", "id-2", null).name()).isEqualTo("outside.flow");
        assertThat(store.find("i", "a", null)).isNull();
    }

    @Test
    @Rule("F75")
    void withoutASettingTheUsualFolderIsUsedIfItHasFlows() throws IOException {
        FlowSettings none = new FlowSettings(null, List.of(), false, Start.ON_CONNECT, List.of());
        assertThat(FlowSources.of(none, elsewhere).isNone()).isTrue();

        Files.writeString(elsewhere.resolve("usual.json"), Flows.SMALLEST);
        start(none, elsewhere);

        assertThat(store.find("i", "usual", null)).isNotNull();
    }

    @Test
    @Rule("F77")
    void everyWrongFileStopsTheStartWithEverythingThatIsWrong() throws IOException {
        write("broken.json", Flows.BROKEN);
        write("cut.json", "{\"Version\": ");
        write("double.json", Flows.SMALLEST);
        write("more/double.json", Flows.SMALLEST);
        write("a:colon.json", Flows.SMALLEST);
        Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xe9, '"'});
        Files.writeString(folder.resolve("large.json"), " ".repeat(1_100_000));
        Files.createSymbolicLink(folder.resolve("gone.json"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        assertThat(refused(false, new FlowFile("missing.json", null, null, null)))
                .extracting(FileProblem::toString)
                .anyMatch(text -> text.startsWith("broken.json: StartAction names no action"))
                .anyMatch(text -> text.startsWith("broken.json: Actions[0].Transitions.NextAction"))
                .anyMatch(text -> text.startsWith("cut.json: "))
                .anyMatch(text -> text.contains("double.json: has the same id as "))
                .anyMatch(text -> text.startsWith("a:colon.json: the name of the file cannot be an id"))
                .anyMatch(text -> text.startsWith("latin.json: is not valid UTF-8"))
                .anyMatch(text -> text.startsWith("large.json: is larger than"))
                .anyMatch(text -> text.startsWith("gone.json: "))
                .anyMatch(text -> text.startsWith("loop: is a link to a folder"))
                .anyMatch(text -> text.startsWith("missing.json: does not exist or cannot be read"));
        assertThat(store.flows().all("i")).isEmpty();
    }

    @Test
    @Rule("F77")
    void whatTheServiceWouldNotPublishIsAWarningUnlessStrict() throws IOException {
        write("flow.json", Flows.SMALLEST.replace("end", "dubious"));

        assertThat(start(false).lastReload().warnings()).containsEntry("flow.json", List.of("Actions[0] is dubious"));
        assertThat(store.find("i", "flow", null)).isNotNull();
        assertThat(refused(true))
                .singleElement()
                .satisfies(problem -> assertThat(problem.isError()).isTrue());
    }

    @Test
    @Rule("F75")
    void aChangedFileIsReadOnceItStaysAsItIs() throws IOException {
        write("flow.json", Flows.SMALLEST);
        start(false);
        StoredFlow running = store.find("i", "flow", null);

        write("flow.json", Flows.SMALLEST.replace("end", "over"));
        files.poll();
        assertThat(store.find("i", "flow", null).version()).isEqualTo(1);
        files.poll();

        assertThat(store.find("i", "flow", null).version()).isEqualTo(2);
        assertThat(store.find("i", "flow", null).published().text()).contains("over");
        assertThat(running.published().text()).isEqualTo(Flows.SMALLEST);
    }

    @Test
    @Rule("F77")
    void aFileThatBecomesWrongKeepsWhatItHeldAndIsReported() throws IOException {
        write("flow.json", Flows.SMALLEST);
        write("other.json", Flows.SMALLEST);
        start(false);

        write("flow.json", Flows.BROKEN);
        write("new.json", Flows.SMALLEST);
        Files.delete(folder.resolve("other.json"));
        FlowReload reload = files.reload();

        assertThat(reload.errors()).containsOnlyKeys("flow.json");
        assertThat(reload.errors().get("flow.json")).hasSizeGreaterThan(1);
        assertThat(files.lastReload()).isEqualTo(reload);
        assertThat(store.find("i", "flow", null).published().text()).isEqualTo(Flows.SMALLEST);
        assertThat(store.find("i", "new", null)).isNotNull();
        assertThat(store.find("i", "other", null)).isNull();

        write("flow.json", Flows.SMALLEST.replace("end", "mended"));
        assertThat(files.reload().errors()).isEmpty();
        assertThat(store.find("i", "flow", null).published().text()).contains("mended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customerQueue", "CUSTOMER_QUEUE"})
    @Rule("F75")
    void theTypeIsThatOfTheContentAsTheConsoleOrTheApiNamesIt(String type) throws IOException {
        write("flow.json", withType(type));

        start(false);
        assertThat(store.find("i", "flow", null).type()).isEqualTo(FlowType.CUSTOMER_QUEUE);
    }

    @Test
    @Rule("F77")
    void foldersAreReadEightLevelsDeep() throws IOException {
        write("1/2/3/4/5/6/7/8/deep.json", Flows.SMALLEST);
        write("1/2/3/4/5/6/7/8/9/too-deep.json", Flows.SMALLEST);

        start(false);
        assertThat(store.find("i", "deep", null)).isNotNull();
        assertThat(store.find("i", "too-deep", null)).isNull();
    }

    @Test
    @Rule("F77")
    void foldersWithoutFilesCountToo() throws IOException {
        for (String name : List.of("one", "two", "three")) {
            Files.createDirectory(folder.resolve(name));
        }
        FolderListing listing = new FolderListing(folder, 2);
        Files.walkFileTree(folder, listing);

        assertThat(listing.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("has more than 2 entries"));
    }

    @Test
    @Rule("F77")
    void samplesNeverChange() {
        assertThat(new FlowSources(null, List.of(), List.of(Sample.GREETER)).canChange())
                .isFalse();
        assertThat(new FlowSources(folder, List.of(), List.of()).canChange()).isTrue();
    }

    @Test
    @Rule("F77")
    void aFolderThatIsNotThereStopsTheStart() {
        FlowSettings settings =
                new FlowSettings(folder.resolve("none").toString(), List.of(), false, Start.ON_CONNECT, List.of());

        assertThat(catchThrowableOfType(FlowFilesRefused.class, () -> start(settings, elsewhere))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("emulator.flows.folder"));
    }
}
