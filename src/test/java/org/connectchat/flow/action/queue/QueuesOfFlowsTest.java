package org.connectchat.flow.action.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.run.FlowText.errors;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuesOfFlowsTest {

    private static final Queue SALES = new Queue("q-1", "Sales", 1, null, false);

    private static FlowText toQueue(String queue) {
        return new FlowText()
                .action("hook", "SetQueueFlow", "{\"Flow\": \"queue\"}", "target")
                .action("target", "UpdateContactTargetQueue", queue, "transfer", errors("NoMatchingError", "unknown"))
                .action(
                        "transfer",
                        "TransferContactToQueue",
                        "{}",
                        "never",
                        errors("QueueAtCapacity", "full", "NoMatchingError", "failed"))
                .stand("full")
                .stand("failed")
                .stand("unknown")
                .end("never");
    }

    private static FlowFixture withQueueFlow(QueueChat chat, FlowText flow) {
        return chat.fixture.flow("queue", FlowType.CUSTOMER_QUEUE, flow.json());
    }

    @Rule("F42")
    @Test
    void theContactIsInTheQueueAndItsQueueFlowBegins() {
        QueueChat chat = new QueueChat(List.of(SALES), List.of());
        withQueueFlow(chat, new FlowText().stand("music"));

        FlowFixture flow = chat.run(toQueue("{\"QueueId\": \"q-1\"}").json());

        assertThat(flow.path()).containsExactly("hook", "target", "transfer");
        assertThat(flow.contact().details().queue().name()).isEqualTo("Sales");
        assertThat(flow.contact().details().queue().enqueuedAt()).isEqualTo(FlowFixture.START);
        assertThat(flow.lines.position(flow.contact().sessionId())).hasValue(1);
        assertThat(flow.contact().isActive()).isTrue();
    }

    @Rule("F42")
    @Test
    void aQueueThatIsFullIsAtCapacity() {
        QueueChat chat = new QueueChat(List.of(SALES), List.of());
        chat.fixture.lines.enter(QueuedContact.of("other", FlowFixture.INSTANCE_ID, SALES, FlowFixture.START), 10);

        FlowFixture flow = chat.run(toQueue("{\"QueueId\": \"q-1\"}").json());

        assertThat(flow.log().get(2).outcome()).isEqualTo("QueueAtCapacity");
        assertThat(flow.contact().details().queue()).isNull();
        assertThat(flow.contactFlow().log()).hasSize(3);
    }

    @Rule("F42")
    @Test
    void withoutATargetQueueTheTransferFails() {
        QueueChat chat = QueueChat.withoutConfiguration();

        FlowFixture flow = chat.run(new FlowText()
                .action("transfer", "TransferContactToQueue", "{}", "end", errors("NoMatchingError", "end"))
                .end("end")
                .json());

        assertThat(flow.log().get(0).reason()).isEqualTo("No target queue is set");
    }

    @Rule("F71")
    @Test
    void withoutConfiguredQueuesAnyIdIsAQueue() {
        FlowFixture flow = QueueChat.withoutConfiguration()
                .run(toQueue("{\"QueueId\": \"arn:aws:connect:eu-west-2:1:instance/i/queue/any\"}")
                        .json());

        assertThat(flow.contact().details().queue().name()).isEqualTo("any");
    }

    @Rule("F71")
    @Test
    void aQueueThatIsNotConfiguredIsUnknown() {
        FlowFixture flow = new QueueChat(List.of(SALES), List.of())
                .run(toQueue("{\"QueueId\": \"other\"}").json());

        assertThat(flow.log().get(1).outcome()).isEqualTo("NoMatchingError");
        assertThat(flow.log().get(1).reason()).isEqualTo("There is no queue other");
    }

    @Rule("F75")
    @Test
    void aQueueOfAnotherInstanceIsFoundByTheNameThatTheConsoleHasLeft() {
        String json = toQueue("{\"QueueId\": \"arn:aws:connect:eu-west-2:1:instance/i/queue/theirs\"}")
                .json()
                .replace(
                        "\"Metadata\": {}",
                        "\"Metadata\": {\"ActionMetadata\": {\"target\": {\"parameters\": {\"QueueId\": {\"displayName\": \"Sales\"}}}}}");

        FlowFixture flow = new QueueChat(List.of(SALES), List.of()).run(json);

        assertThat(flow.contact().details().queue().resource()).isEqualTo("queue/q-1");
    }

    @Rule("F70")
    @Test
    void anAgentIdNamesTheQueueOfThatAgent() {
        FlowFixture flow = new QueueChat(List.of(SALES), List.of())
                .run(toQueue("{\"AgentId\": \"ada\"}").json());

        assertThat(flow.contact().details().queue().resource()).isEqualTo("queue/agent/ada");
    }

    @Rule("F81")
    @Test
    void aChainOfContactsHasTwelveAtMost() {
        QueueChat chat = QueueChat.withoutConfiguration();
        withQueueFlow(
                chat,
                new FlowText()
                        .action(
                                "move",
                                "DequeueContactAndTransferToQueue",
                                "{\"QueueId\": \"next\"}",
                                "never",
                                errors("QueueAtCapacity", "full", "NoMatchingError", "chained"))
                        .stand("full")
                        .stand("chained")
                        .end("never"));

        FlowFixture flow = chat.run(toQueue("{\"QueueId\": \"first\"}").json());

        assertThat(flow.path()).filteredOn("move"::equals).hasSize(12);
        assertThat(flow.contact().initiationMethod()).isEqualTo(InitiationMethod.QUEUE_TRANSFER);
        assertThat(flow.contact().details().queue().name()).isEqualTo("next");
        assertThat(flow.log().get(flow.log().size() - 1).reason())
                .isEqualTo("The chat has as many contacts as it may have");
        assertThat(flow.contact().isActive()).isTrue();
    }

    @Rule("F42")
    @Test
    void outsideOfAQueueFlowNoContactLeavesItsQueue() {
        FlowFixture flow = QueueChat.withoutConfiguration()
                .run(new FlowText()
                        .action(
                                "move",
                                "DequeueContactAndTransferToQueue",
                                "{\"QueueId\": \"q\"}",
                                "end",
                                errors("NoMatchingError", "end"))
                        .end("end")
                        .json());

        assertThat(flow.log().get(0).reason()).isEqualTo("Only a queue flow can move its contact to another queue");
    }

    @Rule("F73")
    @Test
    void aQueueFlowChangesThePlaceOfItsContact() {
        QueueChat chat = QueueChat.withoutConfiguration();
        Queue queue = Queue.named("q");
        chat.fixture.lines.enter(QueuedContact.of("other", FlowFixture.INSTANCE_ID, queue, FlowFixture.START), 10);
        withQueueFlow(
                chat,
                new FlowText()
                        .action("first", "UpdateContactRoutingBehavior", "{\"QueuePriority\": \"1\"}", "wait")
                        .stand("wait"));

        FlowFixture flow = chat.run(toQueue("{\"QueueId\": \"q\"}").json());

        assertThat(flow.lines.position(flow.contact().sessionId())).hasValue(1);
        assertThat(Map.of("other", flow.lines.position("other").getAsInt())).containsEntry("other", 2);
    }

    @Rule("F73")
    @ParameterizedTest
    @ValueSource(strings = {"-9223372036854775808", "-2147483648", "2147483648", "soon"})
    void aTimeAdjustmentOutOfBoundsFails(String seconds) {
        FlowFixture flow = QueueChat.withoutConfiguration()
                .run(new FlowText()
                        .action(
                                "adjust",
                                "UpdateContactRoutingBehavior",
                                "{\"QueueTimeAdjustmentSeconds\": \"" + seconds + "\"}",
                                "end")
                        .end("end")
                        .json());

        assertThat(flow.log().get(0).reason())
                .isEqualTo("QueueTimeAdjustmentSeconds must be a number from -2147483647 to 2147483647");
    }

    @Rule("F41")
    @Test
    void transferContactToAgentEndsTheFlow() {
        FlowFixture flow = QueueChat.withoutConfiguration()
                .run(new FlowText().end("agent", "TransferContactToAgent", "{}").json());

        assertThat(flow.contact().isActive()).isFalse();
    }
}
