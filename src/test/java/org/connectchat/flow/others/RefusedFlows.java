package org.connectchat.flow.others;

import static org.connectchat.flow.others.FlowOfOthers.invalid;
import static org.connectchat.flow.others.FlowOfOthers.refused;

import java.util.List;

/** The flows that the service would not publish either, and why. */
final class RefusedFlows {

    private static final String OLD_FORMAT =
            "The content has the format that the Amazon Connect console exported until 2022";

    private RefusedFlows() {}

    static List<FlowOfOthers> all() {
        return List.of(
                invalid(
                        "01-q-in-connect-self-service.json",
                        "Action is missing required error. Error: NoMatchingCondition, Path: Actions[11]",
                        "Invalid Action property name. Path: Actions[15].Parameters.QueueId"),
                // The service refuses an empty text anywhere in ViewData.
                invalid(
                        "07-sbsguides-example-agentworkspace-guide.json",
                        "Invalid Action property value. Path: Actions[18].Parameters.ViewData.Sections[2].Items[1].DefaultValue"),
                invalid(
                        "08-contact-flow-dtmf0-content.json",
                        "Empty value in Parameters.QueueId",
                        "Action is missing required property. Path: Actions[7].Parameters.QueueId"),
                invalid(
                        "21-callback-pattern.json",
                        "Invalid Action type. Type: CheckStaffing. Write CheckMetricData",
                        "Invalid Action property name. Path: Actions[1].Parameters.QueueId",
                        "Invalid Action type. Type: SetCallbackNumber",
                        "Invalid Action property name. Path: Actions[7].Parameters.QueueId"),
                invalid(
                        "22-contact-flow.json",
                        "Invalid Action property name. Path: Actions[0].Parameters.TextToSpeechType",
                        "Invalid Action type. Type: StartMediaStreaming",
                        "Invalid Action property name. Path: Actions[5].Parameters.TextToSpeechType",
                        "Invalid Action property name. Path: Actions[7].Parameters.TextToSpeechType"),
                old("23-basic-chat-disconnect-flow.json"),
                old("24-basic-chat.json"),
                // Two modules and a whisper flow, created as inbound flows.
                invalid(
                        "06-initmodule.json",
                        "Action type is not allowed in a flow of type CONTACT_FLOW. Type: EndFlowModuleExecution"),
                invalid(
                        "14-modules.json",
                        "Action type is not allowed in a flow of type CONTACT_FLOW. Type: EndFlowModuleExecution"),
                invalid(
                        "16-readme.json",
                        "Action type is not allowed in a flow of type CONTACT_FLOW. Type: EndFlowExecution"));
    }

    private static FlowOfOthers old(String file) {
        return refused(file, "CONTACT_FLOW", "400 InvalidRequestException", OLD_FORMAT);
    }
}
