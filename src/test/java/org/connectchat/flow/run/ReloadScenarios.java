package org.connectchat.flow.run;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.contact.Seat;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.routing.StandingAgent;
import org.connectchat.flow.stub.Stub;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What happens in chats, step by step. */
final class ReloadScenarios {

    private ReloadScenarios() {}

    private static String queues(String... hooksAndFlows) {
        FlowText text = new FlowText();
        for (int i = 0; i < hooksAndFlows.length; i += 2) {
            String next = i + 2 < hooksAndFlows.length ? "sets " + hooksAndFlows[i + 2] : "chooses";
            text.action(
                    "sets " + hooksAndFlows[i],
                    "UpdateContactEventHooks",
                    "{\"EventHooks\": {\"%s\": \"%s\"}}".formatted(hooksAndFlows[i], hooksAndFlows[i + 1]),
                    next);
        }
        return text.action("chooses", "UpdateContactTargetQueue", "{\"QueueId\": \"orders\"}", "queues")
                .action("queues", "TransferContactToQueue", "{}", "queues")
                .json();
    }

    private static void standingAgent(FlowFixture chat, boolean autoAccept) {
        chat.standingAgents.put(new StandingAgent(
                null, "grace", "Grace Hopper", Set.of(), 1, StandingAgent.State.AVAILABLE, autoAccept));
        chat.engine().assignAgents();
        chat.settle();
    }

    private static Consumer<FlowFixture> seconds(int seconds) {
        return chat -> chat.after(Duration.ofSeconds(seconds));
    }

    private static Consumer<FlowFixture> says(String text) {
        return chat -> chat.customerSays(text);
    }

    private static Arguments scenario(String name, String flow, List<Consumer<FlowFixture>> steps) {
        return arguments(name, flow, steps);
    }

    static Stream<Arguments> all() {
        Consumer<FlowFixture> connect = FlowFixture::connect;
        return Stream.of(
                scenario(
                        "a wait for the customer",
                        new FlowText()
                                .action(
                                        "1",
                                        "Wait",
                                        "{\"TimeLimitSeconds\": \"60\", \"Events\": [\"CustomerReturned\"]}",
                                        "2",
                                        FlowText.conditions("Equals", "CustomerReturned", "2", "WaitCompleted", "3"))
                                .action("2", "MessageParticipant", "{\"Text\": \"Welcome back\"}", "1")
                                .action("3", "MessageParticipant", "{\"Text\": \"Goodbye\"}", "4")
                                .end("4")
                                .json(),
                        List.of(connect, seconds(59), says("Hello"), seconds(59), says("Hello"), seconds(60))),
                scenario(
                        "a bot that waits, is called and delays",
                        new FlowText()
                                .action(
                                        "1",
                                        "UpdateFlowAttributes",
                                        "{\"FlowAttributes\": {\"who\": {\"Value\": \"Ada\"}}}",
                                        "2")
                                .action(
                                        "2",
                                        "ConnectParticipantWithLexBot",
                                        """
                                        {"Text": "Hello", "LexBot": {"Name": "trip", "Region": "eu-west-1"},
                                         "LexSessionAttributes": {"name": "$.FlowAttributes.who"},
                                         "LexTimeoutSeconds": {"Text": "60"}}""",
                                        "4",
                                        FlowText.errors("InputTimeLimitExceeded", "3", "NoMatchingError", "4"),
                                        FlowText.conditions("Equals", "Book", "4"))
                                .action("3", "MessageParticipant", "{\"Text\": \"Too late\"}", "2")
                                .action(
                                        "4",
                                        "MessageParticipant",
                                        "{\"Text\": \"$.Lex.IntentName for $.FlowAttributes.who\"}",
                                        "5")
                                .stand("5")
                                .json(),
                        List.of(
                                connect,
                                seconds(60),
                                says("one"),
                                says("two"),
                                seconds(5),
                                seconds(5),
                                seconds(59),
                                says("book"),
                                says("more"),
                                seconds(5))),
                scenario(
                        "a queue with a flow that loops, whispers and a disconnect flow",
                        queues(
                                "CustomerQueue",
                                "queue flow",
                                "AgentWhisper",
                                "whisper AGENT",
                                "CustomerWhisper",
                                "whisper CUSTOMER",
                                "CustomerRemaining",
                                "disconnect flow"),
                        List.of(
                                connect,
                                seconds(30),
                                seconds(30),
                                seconds(60),
                                chat -> chat.agentJoins("Grace"),
                                seconds(9),
                                seconds(1),
                                seconds(10),
                                says("Hello Grace"),
                                ReloadScenarios::agentLeaves,
                                says("Good"),
                                seconds(60))),
                scenario(
                        "a standing agent that hears a whisper",
                        queues("CustomerQueue", "queue flow", "AgentWhisper", "whisper AGENT"),
                        List.of(
                                connect,
                                seconds(30),
                                chat -> standingAgent(chat, true),
                                seconds(10),
                                says("Hello"),
                                seconds(10),
                                ReloadScenarios::agentLeaves,
                                seconds(10))),
                scenario(
                        "an offer to a standing agent that misses it",
                        queues("CustomerQueue", "queue flow"),
                        List.of(connect, chat -> standingAgent(chat, false), seconds(19), seconds(1), seconds(60))),
                scenario(
                        "a module in a module",
                        new FlowText()
                                .action(
                                        "1",
                                        "InvokeFlowModule",
                                        "{\"FlowModuleId\": \"module\", \"Input\": {\"Name\": \"Ada\"}}",
                                        "2")
                                .action(
                                        "2",
                                        "MessageParticipant",
                                        "{\"Text\": \"$.Modules.Result costs $.Modules.ResultData.Price\"}",
                                        "3")
                                .stand("3")
                                .json(),
                        List.of(connect, seconds(29), seconds(1), seconds(20), seconds(1))),
                scenario(
                        "a view whose response is hidden",
                        new FlowText()
                                .action(
                                        "1",
                                        "ShowView",
                                        """
                                        {"ViewResource": {"Id": "form"}, "InvocationTimeLimitSeconds": "60", "ViewData": {"Title": "Form"},
                                         "SensitiveDataConfiguration": {"HideResponseOn": ["TRANSCRIPT"]}}""",
                                        "2",
                                        FlowText.errors("TimeLimitExceeded", "3", "NoMatchingError", "4"),
                                        FlowText.conditions("Equals", "Go", "2"))
                                .action(
                                        "2",
                                        "MessageParticipant",
                                        "{\"Text\": \"You have chosen $.Views.Action\"}",
                                        "1")
                                .action("3", "MessageParticipant", "{\"Text\": \"Too late\"}", "5")
                                .action("4", "MessageParticipant", "{\"Text\": \"Failed\"}", "5")
                                .stand("5")
                                .json(),
                        List.of(
                                chat -> chat.connect(),
                                says("What?"),
                                ReloadScenarios::responds,
                                ReloadScenarios::responds,
                                seconds(60),
                                ReloadScenarios::responds)),
                scenario(
                        "a stub that delays",
                        new FlowText()
                                .action("1", "GetCustomerProfile", "{}", "2", FlowText.errors("NoMatchingError", "3"))
                                .action("2", "MessageParticipant", "{\"Text\": \"Hello $.Customer.FirstName\"}", "3")
                                .stand("3")
                                .json(),
                        List.of(ReloadScenarios::stubs, connect, seconds(4), seconds(1), seconds(600))));
    }

    private static void stubs(FlowFixture chat) {
        JsonNode data = JsonNodeFactory.instance.objectNode().put("FirstName", "Ada");
        chat.stubs.add(new Stub(
                "stub", null, null, "1", null, Outcome.success(), Map.of("Customer", data), Duration.ofSeconds(5), 1));
    }

    private static void responds(FlowFixture chat) {
        chat.customerSends(new ChatMessage(
                ContentTypes.INTERACTIVE_RESPONSE, "{\"templateType\": \"ViewResource\", \"action\": \"Go\"}"));
    }

    private static void agentLeaves(FlowFixture chat) {
        chat.leaves(new Seat(chat.contact(), chat.contact().participants().get(1)));
    }
}
