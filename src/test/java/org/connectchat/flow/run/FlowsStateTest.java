package org.connectchat.flow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.flow.hours.Hours;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.hours.OpenHours;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.lex.script.BotRule;
import org.connectchat.flow.lex.script.BotScript;
import org.connectchat.flow.lex.script.ScriptMessage;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.routing.StandingAgent;
import org.connectchat.flow.routing.StandingAgents;
import org.connectchat.flow.state.SavedFlows;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.flow.store.FlowStoreRefused;
import org.connectchat.flow.store.ModuleContract;
import org.connectchat.flow.store.StoredContent;
import org.connectchat.flow.store.StoredFlow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What flows keep that belongs to no chat: saved by one emulator and loaded by another one. */
class FlowsStateTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FLOW = new FlowText().stand("1").json();

    /** What one emulator has. */
    private static final class Emulator {

        final FlowStore store = new FlowStore(new MemoryBudget(1L << 30));
        final Queues queues = new Queues(List.of(Queue.named("configured")));
        final HoursCatalogue hours = new HoursCatalogue(List.of(Hours.always("configured")));
        final QueueLines lines = new QueueLines();
        final StandingAgents agents = new StandingAgents(lines, List.of(agent("ada")));
        final Routing routing = new Routing(lines, agents, instanceId -> NOW);
        final ScriptedBots bots = new ScriptedBots(Map.of("configured", new BotScript(List.of())));
        final FlowsState state = new FlowsState(
                new StaticListableBeanFactory().getBeanProvider(FlowEngine.class), store, queues, hours, routing, bots);

        JsonNode save() {
            return JSON.valueToTree(state.save(Map.of()));
        }

        PreparedFlows prepare(JsonNode document) {
            return state.prepare(JSON.treeToValue(document, SavedFlows.class));
        }
    }

    private final Emulator before = new Emulator();
    private final Emulator after = new Emulator();

    private static StandingAgent agent(String id) {
        return new StandingAgent(null, id, id, Set.of(), 1, StandingAgent.State.AVAILABLE, true);
    }

    private static StoredFlow flow(String id, String name, FlowType type, ModuleContract contract) {
        StoredContent content = StoredContent.of(FLOW, FlowReader.read(FLOW));
        return StoredFlow.first(id, "instance", name, type, "What it does", content, Map.of("a", "b"), NOW, contract);
    }

    @Test
    void flowsAndModulesOfTheApiAreThereAgain() {
        StoredFlow first = flow("1", "first", FlowType.CONTACT_FLOW, ModuleContract.NONE);
        before.store.flows().add(first, "a token");
        before.store.flows().change("instance", "1", old -> old.withContent(StoredContent.of("{}", null), NOW));
        before.store
                .flows()
                .change("instance", "1", old -> old.withMetadata(null, null, StoredFlow.State.ARCHIVED, NOW));
        before.store
                .modules()
                .add(flow("2", "module", FlowType.MODULE, ModuleContract.of("{\"input\": {}}", true)), null);

        after.prepare(before.save()).install();

        StoredFlow loaded = after.store.flows().get("instance", "1");
        assertThat(loaded.saved().text()).isEqualTo("{}");
        assertThat(loaded.published().text()).isEqualTo(FLOW);
        assertThat(loaded.state()).isEqualTo(StoredFlow.State.ARCHIVED);
        assertThat(after.store.modules().get("instance", "2").declaration())
                .isEqualTo(before.store.modules().get("instance", "2").declaration());
        assertThat(after.store
                        .flows()
                        .add(flow("3", "first", FlowType.CONTACT_FLOW, ModuleContract.NONE), "a token")
                        .id())
                .isEqualTo("1");
        assertThatThrownBy(() ->
                        after.store.flows().add(flow("3", "first", FlowType.CONTACT_FLOW, ModuleContract.NONE), null))
                .isInstanceOf(FlowStoreRefused.class);
        assertThat(after.save()).isEqualTo(before.save());
    }

    @Test
    void theDeletionOfAFlowOfAFileIsKept() {
        StoredFlow file = flow("file", "of a file", FlowType.CONTACT_FLOW, ModuleContract.NONE);
        before.store.replaceFiles(List.of(file));
        after.store.replaceFiles(List.of(file));
        before.store.flows().remove("instance", "file");

        after.prepare(before.save()).install();

        assertThat(after.store.flows().find("instance", "file")).isNull();
        assertThat(after.store.flows().find("other", "file")).isNotNull();
    }

    @Test
    void queuesHoursAndBotsThatWereNotChangedAreThoseOfTheConfiguration() {
        JsonNode document = before.save();
        after.queues.replace(null, List.of());
        after.hours.replace(null, List.of());
        after.bots.remove(null, "configured");

        after.prepare(document).install();

        assertThat(document.path("queues").isNull()).isTrue();
        assertThat(after.queues.in(null).all()).extracting(Queue::id).containsExactly("configured");
        assertThat(after.hours.in(null).all()).extracting(Hours::id).containsExactly("configured");
        assertThat(after.bots.all(null)).containsKey("configured");
    }

    @Test
    void queuesHoursAndBotsThatWereChangedAreKept() {
        before.queues.replace(null, List.of(new Queue("orders", "Orders", 3, "hours", false)));
        before.hours.replace(
                null,
                List.of(new Hours(
                        "hours",
                        "Hours",
                        ZoneId.of("Europe/Berlin"),
                        List.of(new OpenHours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 30))),
                        List.of())));
        BotRule.When when = new BotRule.When(null, null, "(.*)", null, null);
        before.bots.put(
                null,
                "trip",
                new BotScript(List.of(new BotRule(
                        when,
                        List.of(ScriptMessage.of("You say {1}")),
                        null,
                        null,
                        Map.of("said", "{1}"),
                        true,
                        null,
                        Duration.ofSeconds(2)))));
        before.bots.find(null, List.of("trip")).reply("session", "Hello", false, Map.of("name", "Ada"));

        after.prepare(before.save()).install();

        assertThat(after.queues.in(null).all()).isEqualTo(before.queues.in(null).all());
        assertThat(after.hours.in(null).all()).isEqualTo(before.hours.in(null).all());
        assertThat(after.bots.all(null)).isEqualTo(before.bots.all(null));
        assertThat(after.bots.find(null, List.of("trip")).reply("session", "Bye", false, null))
                .isEqualTo(before.bots.find(null, List.of("trip")).reply("session", "Bye", false, null));
        assertThat(after.bots
                        .find(null, List.of("trip"))
                        .reply("session", "Bye", false, null)
                        .sessionAttributes())
                .containsEntry("name", "Ada");
    }

    @Test
    void agentsKeepTheirTurnsAndTheTimesOfALineAreKnown() {
        before.agents.put(agent("grace"));
        QueuedContact contact = QueuedContact.of("contact", "instance", Queue.named("orders"), NOW);
        before.lines.enter(contact, 10);
        before.routing.assign();
        before.lines.leave("contact");
        before.lines.noteTaken(contact, NOW.plusSeconds(30));

        after.prepare(before.save()).install();
        after.lines.enter(contact, 10);

        assertThat(after.routing.assign())
                .extracting(assignment -> assignment.agent().id())
                .containsExactly("grace");
        assertThat(after.lines.estimatedWait("instance", Queue.named("orders"))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aWrongValueIsRefusedWithItsPathAndNothingChanges() {
        before.agents.put(agent("grace"));
        before.queues.replace(null, List.of(Queue.named("orders")));
        ObjectNode document = (ObjectNode) before.save();
        JsonNode old = after.save();
        ((ObjectNode) document.path("routing").path("agents").path(1)).put("state", "ASLEEP");

        assertThatThrownBy(() -> after.prepare(document))
                .isInstanceOfSatisfying(
                        StateRefused.class,
                        refused -> assertThat(refused.path()).isEqualTo("routing.agents[1].state"))
                .hasMessageContaining("must be one of AVAILABLE, BUSY, OFFLINE");
        assertThat(after.save()).isEqualTo(old);
    }

    @Test
    void aContentThatIsNoFlowIsRefused() {
        before.store.flows().add(flow("1", "first", FlowType.CONTACT_FLOW, ModuleContract.NONE), null);
        ObjectNode document = (ObjectNode) before.save();
        ((ObjectNode) document.path("flows")
                        .path("instances")
                        .path(0)
                        .path("own")
                        .path(0))
                .put("saved", FLOW.substring(1));

        assertThatThrownBy(() -> after.prepare(document))
                .isInstanceOfSatisfying(
                        StateRefused.class,
                        refused -> assertThat(refused.path()).isEqualTo("flows.instances[0].own[0].saved"));
    }
}
