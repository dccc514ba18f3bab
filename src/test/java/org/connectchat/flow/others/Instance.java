package org.connectchat.flow.others;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.run.FlowText.errors;

import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import tools.jackson.databind.JsonNode;

/** An instance of its own for one flow, with a flow that leads to it where customers cannot begin with it. */
final class Instance {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Emulator emulator = Emulator.unthrottled();
    private final String id = "others-" + NUMBERS.incrementAndGet();

    Emulator emulator() {
        return emulator;
    }

    String id() {
        return id;
    }

    /** Creates a flow or a module, which may be refused. */
    Answer create(String name, String type, String content) {
        return type.equals(FlowOfOthers.MODULE)
                ? emulator.send("PUT", "/contact-flow-modules/" + id, Flows.createModule(name, content))
                : emulator.send(
                        "PUT",
                        "/contact-flows/" + id,
                        Flows.create(name, content).replace("\"CONTACT_FLOW\"", '"' + type + '"'));
    }

    /** Creates a flow or a module, which has to work; returns its id. */
    String created(String name, String type, String content) {
        Answer answer = create(name, type, content);
        assertThat(answer.outcome()).as(answer.toString()).isEqualTo("200");
        return answer.text(type.equals(FlowOfOthers.MODULE) ? "Id" : "ContactFlowId");
    }

    /** The flow that a chat begins with so that it comes to a flow of a type. */
    String entrance(String type, String flowId) {
        return switch (type) {
            case FlowOfOthers.MODULE -> created("host", "CONTACT_FLOW", hostOfModule(flowId));
            case "CUSTOMER_QUEUE" -> created("host", "CONTACT_FLOW", hostOfHook("CustomerQueue", flowId));
            case "AGENT_WHISPER" -> created("host", "CONTACT_FLOW", hostOfHook("AgentWhisper", flowId));
            case "CUSTOMER_WHISPER" -> created("host", "CONTACT_FLOW", hostOfHook("CustomerWhisper", flowId));
            default -> flowId;
        };
    }

    private static String hostOfModule(String id) {
        return new FlowText()
                .action(
                        "invoke",
                        "InvokeFlowModule",
                        "{\"FlowModuleId\": \"" + id + "\"}",
                        "back",
                        errors("NoMatchingError", "failed"))
                .end("back")
                .end("failed")
                .json();
    }

    private static String hostOfHook(String hook, String id) {
        return new FlowText()
                .action(
                        "hook",
                        "UpdateContactEventHooks",
                        "{\"EventHooks\": {\"%s\": \"%s\"}}".formatted(hook, id),
                        "target",
                        errors("NoMatchingError", "failed"))
                .action(
                        "target",
                        "UpdateContactTargetQueue",
                        "{\"QueueId\": \"support\"}",
                        "queue",
                        errors("NoMatchingError", "failed"))
                .action(
                        "queue",
                        "TransferContactToQueue",
                        "{}",
                        "failed",
                        errors("QueueAtCapacity", "failed", "NoMatchingError", "failed"))
                .end("failed")
                .json();
    }

    /** Asserts that no call of AWS's operations in this instance was the server's failure. */
    void requireNoServerError() {
        JsonNode calls = new Control(emulator).get("/calls?instanceId=" + id).path("calls");
        assertThat(calls).isNotEmpty();
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.path("status").asInt())
                        .as(call.toString())
                        .isLessThan(500));
    }
}
