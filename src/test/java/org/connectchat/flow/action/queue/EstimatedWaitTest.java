package org.connectchat.flow.action.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** How long a contact is told to wait, by what the contacts before it have waited. */
class EstimatedWaitTest {

    private final FlowFixture chats = QueueChat.withoutConfiguration().fixture;

    private List<String> estimates(String channel) {
        chats.flow(
                "queue",
                FlowType.CUSTOMER_QUEUE,
                new FlowText()
                        .action("get", "GetMetricData", channel, "of-queue")
                        .action("of-queue", "Compare", compared("Queue"), "of-contact")
                        .action("of-contact", "Compare", compared("Contact"), "wait")
                        .action("wait", "Wait", "{\"TimeLimitSeconds\": \"40\"}", "get")
                        .json());
        chats.flow(
                "f",
                new FlowText()
                        .action("hook", "SetQueueFlow", "{\"Flow\": \"queue\"}", "target")
                        .action("target", "UpdateContactTargetQueue", "{\"QueueId\": \"q\"}", "transfer")
                        .action("transfer", "TransferContactToQueue", "{}", "transfer")
                        .json());
        chats.startAndConnect("f").after(Duration.ofSeconds(40));
        return chats.log().stream()
                .filter(entry -> entry.type().equals("Compare"))
                .map(FlowLogEntry::outcome)
                .toList();
    }

    private static String compared(String of) {
        return "{\"ComparisonValue\": \"$.Metrics." + of + ".EstimatedWaitTime\"}";
    }

    @Rule("F99")
    @Test
    void itIsTheMeanOfTheWaitsBeforeAndForAContactWhatIsLeftOfIt() {
        String chat = "{\"QueueChannel\": \"Chat\"}";
        assertThat(estimates(chat)).containsOnly("NoValue");

        chats.after(Duration.ofSeconds(20)).agentJoins("Grace");

        assertThat(estimates(chat)).containsExactly("60", "60", "60", "20");
    }

    @Rule("F99")
    @Test
    void thatOfTheQueueNeedsAChannel() {
        estimates("{}");
        chats.agentJoins("Grace");

        assertThat(estimates("{}")).containsExactly("NoValue", "40", "NoValue", "0");
    }
}
