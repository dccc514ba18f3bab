package org.connectchat.flow.shape;

import java.util.Map;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.Problem;
import org.connectchat.restjson.error.Violations;

/** Wrong names of action types that are in use, and the types to write instead. */
final class UnknownTypes {

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("UnTagContact", "UntagContact"),
            Map.entry("UpdateRoutingCriteria", "UpdateContactRoutingCriteria"),
            Map.entry("PlayPrompt", "MessageParticipant"),
            Map.entry("SetContactAttributes", "UpdateContactAttributes"),
            Map.entry("CheckAttribute", "Compare"),
            Map.entry("TransferToQueue", "UpdateContactTargetQueue, and TransferContactToQueue after it"),
            Map.entry("TransferContactToFlow", "TransferToFlow"),
            Map.entry("StoreCustomerInput", "GetParticipantInput with StoreInput True"),
            Map.entry("CheckStaffing", "CheckMetricData"));

    private UnknownTypes() {}

    static Problem problem(FlowAction action) {
        String instead = INSTEAD.get(action.type());
        return Problem.structural(
                "Invalid Action type. Type: " + Violations.abbreviated(action.type())
                        + (instead == null ? "" : ". Write " + instead),
                action.path() + " has a type that the flow language does not have");
    }
}
