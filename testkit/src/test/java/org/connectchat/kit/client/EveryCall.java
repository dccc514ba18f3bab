package org.connectchat.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.connectchat.kit.client.Bots.Input;
import org.connectchat.kit.client.Faults.NewFault;
import org.connectchat.kit.client.Stubs.NewStub;

/** Every method of the client, with every member that its request may have. */
final class EveryCall {

    private static final Instant MOMENT = Instant.parse("2030-01-05T10:00:00Z");

    /** Groups of calls, each of which has a name. */
    static final Map<String, Consumer<EmulatorClient>> GROUPS = Map.ofEntries(
            Map.entry("agents", EveryCall::agents),
            Map.entry("bots", EveryCall::bots),
            Map.entry("calls", EveryCall::calls),
            Map.entry("clock", EveryCall::clock),
            Map.entry("contacts", EveryCall::contacts),
            Map.entry("events", EveryCall::events),
            Map.entry("live events", EveryCall::liveEvents),
            Map.entry("faults", EveryCall::faults),
            Map.entry("flows", EveryCall::flows),
            Map.entry("ids, state, reset", EveryCall::rest),
            Map.entry("queues", EveryCall::queues),
            Map.entry("settings", EveryCall::settings),
            Map.entry("standing agents", EveryCall::standingAgents),
            Map.entry("streaming", EveryCall::streaming));

    private EveryCall() {}

    private static void agents(EmulatorClient client) {
        Agent agent = client.joinAsAgent(
                "contact", new Agent.Invitation("Grace").agentId("grace").connect(true));
        client.joinAsAgent("contact", "Grace");
        agent.send("Hello");
        agent.send(Map.of("templateType", "ListPicker"), "application/vnd.amazonaws.connect.message.interactive");
        agent.type();
        agent.receive("message");
        agent.read("message");
        agent.attach("a file.txt", "text/plain", "text".getBytes(UTF_8));
        agent.transferTo(new Agent.Invitation("Bob").agentId("bob").connect(false));
        agent.transferTo("Bob");
        agent.failTransfer();
        agent.leave();
        agent.end();
    }

    private static void bots(EmulatorClient client) {
        client.bots().list();
        client.bots()
                .put(
                        "greeter",
                        Bots.Rule.when(new Input("a", "b", "c", true, true))
                                .says("Hello", Map.of("templateType", "QuickReply"))
                                .intent("Order")
                                .slots(Map.of("kind", "rose"))
                                .sessionAttributes(Map.of("a", "b"))
                                .delay(Duration.ofSeconds(1))
                                .elicit()
                                .fail(),
                        Bots.Rule.when(Input.anything()).intent("Fallback"));
        client.bots().remove("greeter/ALIAS");
    }

    private static void liveEvents(EmulatorClient client) {
        client.follow(new EventStream.Filter()
                        .types(LiveEvent.Item.class, LiveEvent.Call.class)
                        .contactId("c")
                        .instanceId("i"))
                .close();
        client.follow().close();
    }

    private static void calls(EmulatorClient client) {
        client.calls().list(new Calls.Filter().operation("StartChatContact"));
        client.calls()
                .page(new Calls.PageFilter()
                        .operation("a b&c")
                        .contactId("c")
                        .initialContactId("i")
                        .instanceId("n")
                        .status(200)
                        .errorCode("E")
                        .since(MOMENT)
                        .limit(5));
        Calls.Filter all = new Calls.Filter()
                .operation("StartChatContact")
                .contactId("c")
                .initialContactId("i")
                .instanceId("n")
                .status(200)
                .errorCode("E");
        client.calls().count(all);
        client.calls().countSince(5, all);
        client.calls().await(all);
        client.calls()
                .await(new Calls.Awaited()
                        .operation("StartChatContact")
                        .count(2)
                        .after(5)
                        .timeout(Duration.ofSeconds(1)));
        client.calls().clear();
    }

    private static void clock(EmulatorClient client) {
        client.clock().read();
        client.clock().advance(Duration.ofMinutes(5));
        client.clock().set(MOMENT);
        client.clock().freeze();
        client.clock().resume();
    }

    private static void contacts(EmulatorClient client) {
        client.contacts().list();
        client.contacts()
                .list(new Contacts.Filter()
                        .instanceId("i")
                        .state(Contacts.State.ACTIVE)
                        .disconnectReason(DisconnectReason.API)
                        .contactId("c")
                        .initialContactId("i")
                        .displayName("Ada Ä/?")
                        .limit(3)
                        .nextToken("t"));
        client.contacts().get("contact");
        client.contacts().connect("contact");
        client.contacts()
                .await(
                        "contact",
                        new Contacts.Awaited(Contacts.Stage.MESSAGE)
                                .role(Role.CUSTOMER)
                                .text("hello")
                                .count(2)
                                .timeout(Duration.ofSeconds(1)));
        client.contacts().end("contact", DisconnectReason.EXPIRED);
        client.contacts().dropSockets("contact");
    }

    private static void events(EmulatorClient client) {
        ContactEvents.Filter all = new ContactEvents.Filter()
                .eventType(ContactEvents.Type.QUEUED)
                .contactId("c")
                .initialContactId("i")
                .instanceId("n");
        client.contactEvents().list(all);
        client.contactEvents()
                .page(all.copied(new ContactEvents.PageFilter()).since(MOMENT).limit(5));
        client.contactEvents().count(all);
        client.contactEvents().countSince(5, all);
        client.contactEvents().await(all);
        client.contactEvents()
                .await(new ContactEvents.Awaited().count(2).after(5).timeout(Duration.ofSeconds(1)));
        client.contactEvents().clear();
        client.contactEvents().delivery();
        client.contactEvents().awaitDelivery(awaited());
    }

    private static Streamings.Awaited awaited() {
        return new Streamings.Awaited().delivered(1).failed(1).settled().timeout(Duration.ofSeconds(1));
    }

    private static void faults(EmulatorClient client) {
        client.faults()
                .add(NewFault.error("ThrottlingException", 429)
                        .message("Slow down")
                        .delay(Duration.ofMillis(5))
                        .operation("StartChatContact")
                        .contactId("c")
                        .instanceId("i")
                        .count(2)
                        .probability(0.5)
                        .ttl(Duration.ofMinutes(1))
                        .when(Faults.Moment.AFTER));
        client.faults().add(NewFault.latency(Duration.ofSeconds(1)));
        client.faults().add(NewFault.reset());
        for (Faults.Effect effect : Faults.Effect.values()) {
            client.faults().add(NewFault.of(effect));
        }
        client.faults().list();
        client.faults().get("fault-1");
        client.faults().remove("fault-1");
        client.faults().clear();
    }

    private static void flows(EmulatorClient client) {
        client.flows().list();
        client.flows().list("instance");
        client.flows().reload();
        client.flows().of("contact");
        client.flows().goOn("contact");
        client.flows().log("contact");
        client.flows()
                .log(
                        "contact",
                        new Flows.LogFilter()
                                .identifier("i")
                                .type("t")
                                .outcome("o")
                                .flowId("f")
                                .after(5));
        client.flows()
                .await(
                        "contact",
                        new Flows.Awaited()
                                .identifier("i")
                                .type("t")
                                .outcome("o")
                                .after(5)
                                .timeout(Duration.ofSeconds(1)));
        client.stubs()
                .add(NewStub.success()
                        .flow("f")
                        .instanceId("n")
                        .identifier("i")
                        .type("t")
                        .times(1)
                        .delay(Duration.ofSeconds(1))
                        .data(Map.of("Customer", Map.of("FirstName", "Ada"))));
        client.stubs().add(NewStub.result("True"));
        client.stubs().add(NewStub.error("NoMatchingError"));
        client.stubs().list();
        client.stubs().remove("stub-1");
        client.stubs().clear();
    }

    private static void rest(EmulatorClient client) {
        client.ids().read();
        client.ids().seed(42);
        client.ids().unseed();
        client.state().load(client.state().save());
        client.state().loadFrozen("{}");
        client.reset();
        client.reset("instance");
        client.reset(42);
    }

    private static void queues(EmulatorClient client) {
        client.queues().list();
        client.queues().replace(List.of(new Queues.Queue("q", "Q", 5, "h"), new Queues.Queue("r")));
        client.queues().restore();
        Hours.Open open = new Hours.Open(DayOfWeek.MONDAY, "09:00", "17:00");
        LocalDate date = LocalDate.of(2026, 12, 24);
        client.hours().list();
        client.hours()
                .replace(List.of(
                        new Hours.HoursOfOperation("h", "Europe/Berlin", List.of(open)),
                        new Hours.HoursOfOperation(
                                "i",
                                "I",
                                "UTC",
                                List.of(open),
                                List.of(new Hours.Override("eve", date, date, List.of(open))))));
        client.hours().restore();
    }

    private static void settings(EmulatorClient client) {
        client.settings().read();
        client.settings()
                .change(new Settings.Change()
                        .throttling(true)
                        .rates(Map.of("StartChatContact", new Settings.Rate(1, 2)))
                        .concurrentActiveChats(5)
                        .instances(List.of(new Settings.Instance("i", "alias", List.of(new Settings.Flow("f"))))));
    }

    private static void standingAgents(EmulatorClient client) {
        StandingAgents.Attributes all = new StandingAgents.Attributes()
                .displayName("Grace")
                .queues("a", "b")
                .capacity(2)
                .state(StandingAgents.Availability.BUSY)
                .autoAccept(false);
        client.standingAgents().list();
        client.standingAgents().put("grace", all);
        client.standingAgents().change("grace", all);
        client.standingAgents().get("grace");
        client.standingAgents().offers("grace");
        client.standingAgents().accept("grace", "contact");
        client.standingAgents().reject("grace", "contact");
        client.standingAgents().remove("grace");
    }

    private static void streaming(EmulatorClient client) {
        client.streamings().of("contact");
        client.streamings().await("contact", "streaming", awaited());
        client.streamings().delivery();
        client.streamings().await(awaited());
    }
}
