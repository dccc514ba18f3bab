package org.connectchat.flow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.lifecycle.StartableFlows.Verdict;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.store.FlowStoreRefused.Reason;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows how flows are found, and what holds while many threads change them. */
class FlowStoreTest {

    private static final String FOREIGN = "arn:aws:connect:eu-west-2:123456789012:instance/theirs/contact-flow/";
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final MemoryBudget memory = new MemoryBudget(1L << 26);
    private final FlowStore store = new FlowStore(memory);

    private static StoredFlow flow(String instanceId, String id, String name, FlowType type) {
        StoredContent content = StoredContent.of(Flows.SMALLEST, FlowReader.read(Flows.SMALLEST));
        return StoredFlow.first(id, instanceId, name, type, null, content, Map.of(), NOW, ModuleContract.NONE);
    }

    private static StoredFlow file(String id, String text) {
        StoredContent content = StoredContent.of(text, FlowReader.read(text));
        return StoredFlow.first(id, "", id, FlowType.CONTACT_FLOW, null, content, Map.of(), NOW, ModuleContract.NONE);
    }

    private static boolean refusedFor(Reason reason, Runnable step) {
        try {
            step.run();
            return false;
        } catch (FlowStoreRefused e) {
            assertThat(e.reason()).isEqualTo(reason);
            return true;
        }
    }

    @Test
    @Rule("F75")
    void aFlowIsFoundByIdThenByTheLastPartOfAnArnThenByItsName() {
        store.flows().add(flow("i", "one", "Welcome", FlowType.CUSTOMER_QUEUE), null);
        store.flows().add(flow("i", "two", "Welcome", FlowType.CONTACT_FLOW), null);

        assertThat(store.find("i", "one", null).id()).isEqualTo("one");
        assertThat(store.find("i", FOREIGN + "one", "No such name").id()).isEqualTo("one");
        assertThat(store.find("i", FOREIGN + "one:$LATEST", null).id()).isEqualTo("one");
        assertThat(store.find("i", FOREIGN + "5e1", "Welcome").id()).isEqualTo("two");
        assertThat(store.find("i", FOREIGN + "5e1", null)).isNull();
        assertThat(store.find("other", "one", "Welcome")).isNull();
        assertThat(store.flows().all("i")).isNotEmpty();
        assertThat(store.flows().all("other")).isEmpty();
    }

    @Test
    @Rule("F87")
    void aFlowThatIsHeldKeepsItsContentWhateverHappensToIt() {
        store.flows().add(flow("i", "one", "Welcome", FlowType.CONTACT_FLOW), null);
        StoredFlow held = store.find("i", "one", null);

        store.flows().change("i", "one", flow -> flow.withContent(StoredContent.of("{}", null), NOW));
        store.flows().remove("i", "one");

        assertThat(held.published().text()).isEqualTo(Flows.SMALLEST);
        assertThat(store.find("i", "one", null)).isNull();
    }

    @Test
    @Rule("F86")
    void ofHundredThreadsWithOneNameOneSucceeds() {
        List<Boolean> refused = Simultaneously.call(
                100,
                i -> refusedFor(
                        Reason.NAME_TAKEN,
                        () -> store.flows().add(flow("i", "id-" + i, "Same", FlowType.CONTACT_FLOW), null)));

        assertThat(refused).containsOnlyOnce(false);
        assertThat(store.flows().all("i")).hasSize(1);
    }

    @Test
    @Rule("F86")
    void manyThreadsNeverExceedTheLimit() {
        List<Boolean> refused = Simultaneously.call(
                130,
                i -> refusedFor(
                        Reason.LIMIT_REACHED,
                        () -> store.flows().add(flow("i", "id-" + i, "Name " + i, FlowType.CONTACT_FLOW), null)));

        assertThat(refused).filteredOn(each -> !each).hasSize(100);
        assertThat(store.flows().all("i")).hasSize(100);
    }

    @Test
    @Rule("F86")
    void noChangeIsLostAmongManyAtOnce() {
        store.flows().add(flow("i", "one", "Welcome", FlowType.CONTACT_FLOW), null);
        StoredContent content = StoredContent.of("{}", null);

        Simultaneously.call(100, i -> store.flows().change("i", "one", flow -> flow.withContent(content, NOW)));

        assertThat(store.flows().get("i", "one").version()).isEqualTo(101);
    }

    @Test
    @Rule("F75")
    void anInstanceChangesAndDeletesWhatItHasOfAFileUntilTheFileChanges() {
        store.replaceFiles(List.of(file("a", Flows.SMALLEST), file("b", Flows.SMALLEST)));
        store.flows().change("i", "a", flow -> flow.withMetadata("Other", null, null, NOW));
        store.flows().remove("i", "b");

        assertThat(store.find("i", "a", null).name()).isEqualTo("Other");
        assertThat(store.find("j", "a", null).name()).isEqualTo("a");
        assertThat(store.find("i", "b", null)).isNull();

        store.replaceFiles(List.of(file("a", Flows.SMALLEST), file("b", Flows.SMALLEST)));
        assertThat(store.find("i", "a", null).name()).isEqualTo("Other");
        assertThat(store.find("i", "b", null)).isNull();

        store.replaceFiles(List.of(file("a", Flows.SMALLEST + " "), file("b", Flows.SMALLEST + " ")));
        assertThat(store.find("i", "a", null).name()).isEqualTo("a");
        assertThat(store.find("i", "a", null).version()).isEqualTo(2);
        assertThat(store.find("i", "b", null)).isNotNull();
        assertThat(memory.used()).isZero();
    }

    @Test
    @Rule("F75")
    void aResetLeavesTheFilesAndGivesAllMemoryBack() {
        store.replaceFiles(List.of(file("a", Flows.SMALLEST)));
        store.flows().add(flow("i", "one", "Welcome", FlowType.CONTACT_FLOW), null);
        store.flows().change("i", "a", flow -> flow.withMetadata(null, null, StoredFlow.State.ARCHIVED, NOW));
        assertThat(memory.used()).isPositive();
        assertThat(store.verdict("i", "a")).isEqualTo(Verdict.NOT_STARTABLE);

        store.reset();

        assertThat(memory.used()).isZero();
        assertThat(store.flows().all("i")).extracting(StoredFlow::id).containsExactly("a");
        assertThat(store.verdict("i", "a")).isEqualTo(Verdict.STARTABLE);
        assertThat(store.verdict("i", "one")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    @Rule("F86")
    void flowsTakeNoMoreThanTheMemoryForChats() {
        FlowStore small = new FlowStore(new MemoryBudget(20_000));

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        small.flows().add(flow("i", "id-" + i, "Name " + i, FlowType.CONTACT_FLOW), null);
                    }
                })
                .isInstanceOfSatisfying(
                        FlowStoreRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.LIMIT_REACHED))
                .hasMessageContaining("memory");
    }
}
