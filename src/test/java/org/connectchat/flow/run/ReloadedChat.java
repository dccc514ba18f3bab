package org.connectchat.flow.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.ContentTypes;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.contact.ContactActions;
import org.connectchat.flow.action.course.CourseActions;
import org.connectchat.flow.action.message.MessageActions;
import org.connectchat.flow.action.queue.QueueActions;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.lex.BotMessage;
import org.connectchat.flow.lex.BotRequest;
import org.connectchat.flow.lex.BotTurn;
import org.connectchat.flow.lex.Dialog;
import org.connectchat.flow.queue.Queues;
import tools.jackson.databind.node.JsonNodeFactory;

/** Chats that have the flows that {@link ReloadScenarios} name. */
final class ReloadedChat {

    private ReloadedChat() {}

    /** A chat that starts on a flow; its customer has not connected. */
    static FlowFixture started(String flow) {
        List<String> types = List.of(ContentTypes.PLAIN, ContentTypes.INTERACTIVE, ContentTypes.INTERACTIVE_RESPONSE);
        return fixture().flow("first", flow).start("first", Map.of("name", "Ada"), types, null);
    }

    private static FlowFixture fixture() {
        FlowFixture fixture = new FlowFixture(ReloadedChat::types);
        fixture.flow(
                "queue flow",
                FlowType.CUSTOMER_QUEUE,
                new FlowText()
                        .action("greet", "MessageParticipant", "{\"Text\": \"You are in the queue\"}", "loop")
                        .action(
                                "loop",
                                "Loop",
                                "{\"LoopCount\": \"2\"}",
                                "on",
                                FlowText.conditions("Equals", "ContinueLooping", "on", "DoneLooping", "last"))
                        .action("on", "Wait", "{\"TimeLimitSeconds\": \"60\"}", "again")
                        .action("again", "MessageParticipant", "{\"Text\": \"Still waiting\"}", "loop")
                        .action("last", "MessageParticipant", "{\"Text\": \"Any moment\"}", "stand")
                        .stand("stand")
                        .json());
        for (String whisper : List.of("AGENT", "CUSTOMER")) {
            fixture.flow(
                    "whisper " + whisper,
                    FlowType.valueOf(whisper + "_WHISPER"),
                    new FlowText()
                            .action("says", "MessageParticipant", "{\"Text\": \"To the " + whisper + "\"}", "waits")
                            .action("waits", "Wait", "{\"TimeLimitSeconds\": \"10\"}", "over")
                            .end("over", "EndFlowExecution", "{}")
                            .json());
        }
        fixture.flow(
                "disconnect flow",
                new FlowText()
                        .action("asks", "MessageParticipant", "{\"Text\": \"How was it?\"}", "waits")
                        .action(
                                "waits",
                                "Wait",
                                "{\"TimeLimitSeconds\": \"60\", \"Events\": [\"CustomerReturned\"]}",
                                "thanks",
                                FlowText.conditions("Equals", "CustomerReturned", "thanks", "WaitCompleted", "end"))
                        .action("thanks", "MessageParticipant", "{\"Text\": \"Thank you\"}", "end")
                        .end("end")
                        .json());
        fixture.module(
                "module",
                new FlowText()
                        .action(
                                "says",
                                "MessageParticipant",
                                "{\"Text\": \"In the module with $.Modules.Input.Name\"}",
                                "waits")
                        .action("waits", "Wait", "{\"TimeLimitSeconds\": \"30\"}", "inner")
                        .action(
                                "inner",
                                "InvokeFlowModule",
                                "{\"FlowModuleId\": \"inner\", \"Input\": {\"Depth\": \"2\"}}",
                                "returns")
                        .end(
                                "returns",
                                "EndFlowModuleExecution",
                                "{\"Result\": \"Done\", \"ResultData\": {\"Price\": 1.50}}")
                        .json());
        fixture.module(
                "inner",
                new FlowText()
                        .action("waits", "Wait", "{\"TimeLimitSeconds\": \"20\"}", "says")
                        .action(
                                "says",
                                "MessageParticipant",
                                "{\"Text\": \"At depth $.Modules.Input.Depth\"}",
                                "returns")
                        .end("returns", "EndFlowModuleExecution", "{}")
                        .json());
        return fixture;
    }

    private static List<ActionType> types(FlowFixture fixture) {
        List<ActionType> types = new ArrayList<>();
        types.addAll(CourseActions.all(null));
        types.addAll(ContactActions.all(null, null));
        types.addAll(MessageActions.all(ReloadedChat::bot, () -> Set.of("form")));
        types.addAll(
                QueueActions.all(new Queues(List.of()), new HoursCatalogue(List.of()), fixture.lines, fixture.routing));
        return types;
    }

    /** Says back what it gets after five seconds, until that is "book". */
    private static BotTurn bot(BotRequest request) {
        boolean isOver = request.text().equals("book");
        String said = request.instanceId() + " " + request.sessionAttributes() + " " + request.text();
        return new BotTurn.Spoken(
                List.of(new BotMessage("text/plain", said)),
                isOver ? Dialog.OVER : Dialog.GOES_ON,
                isOver ? "Book" : null,
                JsonNodeFactory.instance.objectNode().put("IntentName", "Book"),
                Duration.ofSeconds(5));
    }
}
