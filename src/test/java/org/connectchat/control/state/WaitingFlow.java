package org.connectchat.control.state;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import tools.jackson.databind.node.ObjectNode;

/** A flow that waits for an hour, says something, and ends the chat. */
final class WaitingFlow {

    private static final String CONTENT = """
            {"Version": "2019-10-30", "StartAction": "wait", "Metadata": {}, "Actions": [
              {"Identifier": "wait", "Type": "Wait", "Parameters": {"TimeLimitSeconds": "3600"},
               "Transitions": {"NextAction": "end", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}],
                 "Conditions": [{"Condition": {"Operator": "Equals", "Operands": ["WaitCompleted"]},
                   "NextAction": "remind"}]}},
              {"Identifier": "remind", "Type": "MessageParticipant", "Parameters": {"Text": "Are you still there?"},
               "Transitions": {"NextAction": "end"}},
              {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    private WaitingFlow() {}

    /** Creates the flow; returns its id. */
    static String create(Emulator emulator) {
        ObjectNode request = Chat.JSON.createObjectNode();
        request.put("Name", "reminder").put("Type", "CONTACT_FLOW").put("Content", CONTENT);
        return emulator.send("PUT", "/contact-flows/an-instance", request.toString())
                .text("ContactFlowId");
    }
}
