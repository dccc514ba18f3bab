package org.connectchat.flow.shape;

import static org.connectchat.flow.language.Operator.EQUALS;
import static org.connectchat.flow.language.Operator.NUMBER_GREATER_OR_EQUAL_TO;
import static org.connectchat.flow.language.Operator.NUMBER_GREATER_THAN;
import static org.connectchat.flow.language.Operator.NUMBER_LESS_OR_EQUAL_TO;
import static org.connectchat.flow.language.Operator.NUMBER_LESS_THAN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;

/** The shapes of all types of actions that sections 3 and 4 of the contract name. */
final class KnownShapes {

    private static final String NME = "NoMatchingError";
    private static final String NMC = "NoMatchingCondition";
    private static final ActionShape MEDIA = ActionShape.of().text("Uri", "SourceType", "MediaType");
    private static final Map<String, ActionShape> SHAPES = new HashMap<>();

    static {
        flowControl();
        contact();
        participant();
        SHAPES.putAll(OtherShapes.all());
    }

    private KnownShapes() {}

    static @Nullable ActionShape of(String type) {
        return SHAPES.get(type);
    }

    private static void add(String type, ActionShape shape) {
        SHAPES.put(type, shape);
    }

    private static void flowControl() {
        add(
                "EndFlowExecution",
                ActionShape.of().terminal().flowTypes(type -> type.isWhisper() || type == FlowType.CUSTOMER_QUEUE));
        add(
                "EndFlowModuleExecution",
                ActionShape.of().fixed("Result").free("ResultData").terminal().flowTypes(FlowType.MODULE));
        add(
                "Compare",
                ActionShape.of()
                        .reference("ComparisonValue")
                        .required("ComparisonValue")
                        .errors(NMC)
                        .conditions(ConditionRule.ANY));
        add(
                "Loop",
                ActionShape.of()
                        .single("LoopCount", 0, 100)
                        .required("LoopCount")
                        .conditions(ConditionRule.exactly("ContinueLooping", "DoneLooping")));
        add(
                "DistributeByPercentage",
                ActionShape.of()
                        .errors(NMC)
                        .conditions(ConditionRule.some(NUMBER_LESS_THAN))
                        .flowTypes(type -> !type.isHold() && !type.isWhisper()));
        add(
                "TransferToFlow",
                ActionShape.of()
                        .single("ContactFlowId")
                        .required("ContactFlowId")
                        .errors(NME)
                        .flowTypes(FlowType::isInbound));
        add(
                "InvokeFlowModule",
                ActionShape.of()
                        .text("FlowModuleId")
                        .free("Input")
                        .required("FlowModuleId")
                        .errors(NME)
                        .optionalErrors(NMC)
                        .conditions(ConditionRule.EQUALS)
                        .flowTypes(FlowType.CONTACT_FLOW, FlowType.MODULE));
        add(
                "CheckHoursOfOperation",
                ActionShape.of()
                        .single("HoursOfOperationId")
                        .errors(NME)
                        .conditions(ConditionRule.exactly("True", "False")));
        add(
                "CheckMetricData",
                ActionShape.of()
                        .words(
                                "MetricType",
                                "NumberOfAgentsAvailable",
                                "NumberOfAgentsStaffed",
                                "NumberOfAgentsOnline",
                                "OldestContactInQueueAgeSeconds",
                                "NumberOfContactsInQueue")
                        .single("QueueId", "AgentId")
                        .required("MetricType")
                        .atMostOneOf("QueueId", "AgentId")
                        .errors(NME, NMC)
                        .conditions(KnownShapes::metricConditions));
        add(
                "Wait",
                ActionShape.of()
                        .single("TimeLimitSeconds", 1, 604_800)
                        .wordList("Events", "CustomerReturned", "BotParticipantDisconnected")
                        .words("ContinueExecution", "True", "False")
                        .single("MinimumWaitTimeSeconds", 1, 604_800)
                        .oneRequired("TimeLimitSeconds", "MinimumWaitTimeSeconds")
                        .errors(NME)
                        .optionalErrors("ParticipantNotFound")
                        .conditions(KnownShapes::waitConditions));
    }

    private static ConditionRule.Finding waitConditions(FlowAction action) {
        List<String> words = new ArrayList<>(action.values().fixedList("Events"));
        words.add("WaitCompleted");
        if (action.values().has("ContinueExecution")) {
            words.add("Continue");
        }
        return ConditionRule.exactly(action, words);
    }

    private static ConditionRule.Finding metricConditions(FlowAction action) {
        boolean ofAgents = String.valueOf(action.values().fixed("MetricType")).startsWith("NumberOfAgents");
        if (!ofAgents) {
            return ConditionRule.some(
                            EQUALS,
                            NUMBER_GREATER_THAN,
                            NUMBER_GREATER_OR_EQUAL_TO,
                            NUMBER_LESS_THAN,
                            NUMBER_LESS_OR_EQUAL_TO)
                    .find(action);
        }
        boolean allZero = action.transitions().conditions().stream()
                .allMatch(condition -> condition.operands().equals(List.of("0")));
        return allZero ? ConditionRule.some(NUMBER_GREATER_THAN).find(action) : ConditionRule.Finding.WRONG;
    }

    private static void contact() {
        add(
                "TransferContactToQueue",
                ActionShape.of().errors("QueueAtCapacity", NME).flowTypes(FlowType::isInbound));
        add(
                "UpdateContactTargetQueue",
                ActionShape.of()
                        .single("QueueId", "AgentId")
                        .oneRequired("QueueId", "AgentId")
                        .errors(NME)
                        .flowTypes(FlowType::isInbound));
        add(
                "DequeueContactAndTransferToQueue",
                ActionShape.of()
                        .single("QueueId", "AgentId")
                        .atMostOneOf("QueueId", "AgentId")
                        .errors("QueueAtCapacity", NME)
                        .flowTypes(FlowType.CUSTOMER_QUEUE));
        add(
                "UpdateContactAttributes",
                ActionShape.of()
                        .textMap("Attributes")
                        .words("TargetContact", "Current", "Related")
                        .required("Attributes")
                        .errors(NME));
        add(
                "UpdateContactData",
                ActionShape.of()
                        .text("Name", "Description", "LanguageCode", "CustomerId", "WisdomSessionArn")
                        .words("TargetContact", "Current", "Related")
                        .atLeastOneOf("Name", "Description", "LanguageCode", "CustomerId", "WisdomSessionArn")
                        .errors(NME));
        add(
                "UpdateFlowAttributes",
                ActionShape.of()
                        .objectMap(
                                "FlowAttributes",
                                ActionShape.of().text("Value").fixed("Type").required("Value"))
                        .required("FlowAttributes")
                        .errors(NME));
        add(
                "TagContact",
                ActionShape.of().textMap("Tags", 1, 6).required("Tags").errors(NME));
        add(
                "UntagContact",
                ActionShape.of().fixedList("TagKeys").required("TagKeys").errors(NME));
        add(
                "UpdateContactEventHooks",
                ActionShape.of()
                        .textMap("EventHooks", 1, 1)
                        .required("EventHooks")
                        .errors(NME));
        add(
                "GetMetricData",
                ActionShape.of()
                        .single("QueueId", "AgentId")
                        .singleWord("QueueChannel", "Voice", "Chat")
                        .atMostOneOf("QueueId", "AgentId")
                        .errors(NME));
    }

    private static void participant() {
        add(
                "DisconnectParticipant",
                ActionShape.of().terminal().flowTypes(type -> !type.isHold() && !type.isWhisper()));
        add(
                "MessageParticipant",
                ActionShape.of()
                        .text("Text", "SSML")
                        .single("PromptId")
                        .object("Media", MEDIA)
                        .words("SkipWhenDTMFBufferEnabled", "true", "false")
                        .oneOf("Text", "SSML", "PromptId", "Media")
                        .optionalErrors(NME)
                        .flowTypes(type -> !type.isHold()));
        add(
                "ConnectParticipantWithLexBot",
                ActionShape.of()
                        .text("Text", "SSML")
                        .single("PromptId")
                        .object("Media", MEDIA)
                        .object("LexV2Bot", ActionShape.of().text("AliasArn").required("AliasArn"))
                        .object(
                                "LexBot",
                                ActionShape.of().text("Name", "Region", "Alias").required("Name"))
                        .object("LexInitializationData", ActionShape.of().text("InitialMessage"))
                        .textMap("LexSessionAttributes")
                        .object("LexTimeoutSeconds", ActionShape.of().fixed("Text", 60, 604_800))
                        .oneRequired("LexV2Bot", "LexBot")
                        .atMostOneOf("Text", "SSML", "PromptId", "Media")
                        .atLeastOneOf("Text", "SSML", "PromptId", "Media", "LexInitializationData")
                        .errors(NMC, NME)
                        .optionalErrors("InputTimeLimitExceeded")
                        .conditions(ConditionRule.EQUALS)
                        .flowTypes(type -> !type.isHold() && !type.isWhisper()));
        add(
                "ShowView",
                ActionShape.of()
                        .object(
                                "ViewResource",
                                ActionShape.of().text("Id", "Version").required("Id"))
                        .fixed("InvocationTimeLimitSeconds", 1, Integer.MAX_VALUE)
                        .free("ViewData", "SensitiveDataConfiguration")
                        .required("ViewResource", "InvocationTimeLimitSeconds")
                        .errors(NMC, NME, "TimeLimitExceeded")
                        .conditions(ConditionRule.EQUALS));
        add(
                "InvokeLambdaFunction",
                ActionShape.of()
                        .text("LambdaFunctionARN")
                        .fixed("InvocationTimeLimitSeconds", 1, 8)
                        .textMap("LambdaInvocationAttributes")
                        .words("InvocationType", "SYNCHRONOUS", "ASYNCHRONOUS")
                        .object("ResponseValidation", ActionShape.of().words("ResponseType", "STRING_MAP", "JSON"))
                        .required("LambdaFunctionARN", "InvocationTimeLimitSeconds")
                        .errors(NME));
    }
}
