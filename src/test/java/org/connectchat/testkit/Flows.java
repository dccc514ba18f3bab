package org.connectchat.testkit;

import org.connectchat.testkit.Emulator.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Contents of flows, and the bodies of requests that carry them. */
public final class Flows {

    /** The smallest flow. */
    public static final String SMALLEST = """
            {"Version": "2019-10-30", "StartAction": "end", "Metadata": {},
             "Actions": [{"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    /** The smallest module. */
    public static final String MODULE = """
            {"Version": "2019-10-30", "StartAction": "end", "Metadata": {},
             "Actions": [{"Identifier": "end", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {}}],
             "Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []}}""";

    /** A flow that names two actions that it does not have. */
    public static final String BROKEN = """
            {"Version": "2019-10-30", "StartAction": "nowhere",
             "Actions": [{"Identifier": "say", "Type": "MessageParticipant", "Parameters": {"Text": "Hello"},
                          "Transitions": {"NextAction": "gone", "Errors": [], "Conditions": []}}]}""";

    /** A flow that notes a step, waits for an hour, notes another step and ends. */
    public static final String WAITING = """
            {"Version": "2019-10-30", "StartAction": "greet", "Metadata": {}, "Actions": [
             {"Identifier": "greet", "Type": "UpdateContactAttributes", "Parameters": {"Attributes": {"step": "one"}},
              "Transitions": {"NextAction": "wait", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "wait", "Type": "Wait", "Parameters": {"TimeLimitSeconds": "3600"},
              "Transitions": {"NextAction": "end",
               "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}],
               "Conditions": [{"NextAction": "note",
                "Condition": {"Operator": "Equals", "Operands": ["WaitCompleted"]}}]}},
             {"Identifier": "note", "Type": "UpdateContactAttributes", "Parameters": {"Attributes": {"step": "two"}},
              "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    /** A flow that transfers the contact to the queue {@code support}. */
    public static final String QUEUEING = """
            {"Version": "2019-10-30", "StartAction": "greet", "Metadata": {}, "Actions": [
             {"Identifier": "greet", "Type": "UpdateContactAttributes", "Parameters": {"Attributes": {"step": "one"}},
              "Transitions": {"NextAction": "target", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "target", "Type": "UpdateContactTargetQueue", "Parameters": {"QueueId": "support"},
              "Transitions": {"NextAction": "queue", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "queue", "Type": "TransferContactToQueue", "Parameters": {},
              "Transitions": {"NextAction": "end", "Errors": [
               {"ErrorType": "QueueAtCapacity", "NextAction": "end"},
               {"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    /** A flow that looks a customer profile up and notes the first name. */
    public static final String LOOKING_UP = """
            {"Version": "2019-10-30", "StartAction": "look-up", "Metadata": {}, "Actions": [
             {"Identifier": "look-up", "Type": "GetCustomerProfile", "Parameters": {},
              "Transitions": {"NextAction": "note", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "wait"}]}},
             {"Identifier": "note", "Type": "UpdateContactAttributes",
              "Parameters": {"Attributes": {"name": "$.Customer.FirstName"}},
              "Transitions": {"NextAction": "wait", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}]}},
             {"Identifier": "wait", "Type": "Wait", "Parameters": {"TimeLimitSeconds": "3600"},
              "Transitions": {"NextAction": "end",
               "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}],
               "Conditions": [{"NextAction": "end",
                "Condition": {"Operator": "Equals", "Operands": ["WaitCompleted"]}}]}},
             {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Flows() {}

    /** A text as JSON. */
    public static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }

    /** The body of a CreateContactFlow with more members, such as {@code "Status": "SAVED"}. */
    public static String create(String name, String content, String... more) {
        return "{\"Name\": %s, \"Type\": \"CONTACT_FLOW\", \"Content\": %s%s}"
                .formatted(quoted(name), quoted(content), more.length == 0 ? "" : ", " + String.join(", ", more));
    }

    /** Creates a published flow in {@code an-instance}, which has to work; returns its id. */
    public static String created(Emulator emulator, String name, String content) {
        return created(emulator, "an-instance", name, content);
    }

    /** Creates a published flow in an instance, which has to work; returns its id. */
    public static String created(Emulator emulator, String instanceId, String name, String content) {
        Answer answer = emulator.send("PUT", "/contact-flows/" + instanceId, create(name, content));
        if (answer.status() != 200) {
            throw new AssertionError("The flow was not created: " + answer);
        }
        return answer.text("ContactFlowId");
    }

    /** Starts a chat of {@code an-instance} with a flow. */
    public static Chat start(Emulator emulator, String flowId) {
        return start(emulator, "an-instance", flowId);
    }

    /** Starts a chat of an instance with a flow. */
    public static Chat start(Emulator emulator, String instanceId, String flowId) {
        String json = Emulator.SMALLEST_START.replace("an-instance", instanceId).replace("a-flow", flowId);
        return Chat.start(emulator, json);
    }

    /** The body of a CreateContactFlowModule. */
    public static String createModule(String name, String content, String... more) {
        return "{\"Name\": %s, \"Content\": %s%s}"
                .formatted(quoted(name), quoted(content), more.length == 0 ? "" : ", " + String.join(", ", more));
    }
}
