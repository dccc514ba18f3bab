package org.connectchat.flow.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shapes of types of actions that change settings, and of those that do not run on chat. */
final class OtherShapes {

    private static final String NME = "NoMatchingError";
    private static final ActionShape UNCHECKED =
            ActionShape.of().freeParameters().freeErrors().conditions(ConditionRule.ANY);
    private static final Map<String, ActionShape> SHAPES = new HashMap<>();

    static {
        settings();
        notOnChat();
    }

    private OtherShapes() {}

    static Map<String, ActionShape> all() {
        return SHAPES;
    }

    private static void add(String type, ActionShape shape) {
        SHAPES.put(type, shape);
    }

    private static void settings() {
        add(
                "UpdateFlowLoggingBehavior",
                ActionShape.of()
                        .words("FlowLoggingBehavior", "Enabled", "Disabled")
                        .required("FlowLoggingBehavior"));
        add(
                "UpdateContactRecordingBehavior",
                ActionShape.of().free("RecordingBehavior", "AnalyticsBehavior").required("RecordingBehavior"));
        add(
                "UpdateContactTextToSpeechVoice",
                ActionShape.of()
                        .text("TextToSpeechVoice", "TextToSpeechEngine", "TextToSpeechStyle")
                        .required("TextToSpeechVoice")
                        .optionalErrors(NME));
        add(
                "UpdateContactRoutingBehavior",
                ActionShape.of()
                        .fixed("QueuePriority", 1, Long.MAX_VALUE)
                        .fixed("QueueTimeAdjustmentSeconds", Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .atMostOneOf("QueuePriority", "QueueTimeAdjustmentSeconds"));
        add(
                "UpdateContactRoutingCriteria",
                ActionShape.of()
                        .free("RoutingCriteria")
                        .required("RoutingCriteria")
                        .errors(NME));
        add(
                "UpdateContactRecordingAndAnalyticsBehavior",
                ActionShape.of()
                        .free("ChatBehavior", "VoiceBehavior", "ScreenRecordingBehavior")
                        .oneRequired("ChatBehavior", "VoiceBehavior", "ScreenRecordingBehavior")
                        .errors(NME, "ChannelMismatch")
                        .optionalErrors("InFlightRedactionConfigurationFailed"));
        add(
                "UpdateContactMediaProcessing",
                ActionShape.of().free("ChatProcessor").required("ChatProcessor").errors(NME, "ChannelMismatch"));
        add(
                "CreatePersistentContactAssociation",
                ActionShape.of()
                        .fixed("RehydrationType")
                        .single("SourceContactId")
                        .required("RehydrationType")
                        .errors(NME));
        add("ResumeContact", ActionShape.of().errors(NME));
    }

    private static void notOnChat() {
        List.of(
                        "GetParticipantInput",
                        "TransferParticipantToThirdParty",
                        "CompleteOutboundCall",
                        "UpdatePreviousContactParticipantState",
                        "UpdateContactMediaStreamingBehavior",
                        "StartVoiceIdStream",
                        "CheckVoiceId",
                        "CheckOutboundCallStatus",
                        "UpdateContactCallbackNumber",
                        "CreateCallbackContact",
                        "CreateWisdomSession",
                        "CreateTask",
                        "CreateCase",
                        "GetCase",
                        "UpdateCase",
                        "GetCustomerProfile",
                        "CreateCustomerProfile",
                        "UpdateCustomerProfile",
                        "GetCustomerProfileObject",
                        "GetCalculatedAttributesForCustomerProfile",
                        "AssociateContactToCustomerProfile",
                        "CheckSegmentMembership",
                        "StartOutboundChatContact",
                        "LoadContactContent",
                        "RouteContactToAgent",
                        "AuthenticateParticipant")
                .forEach(type -> add(type, UNCHECKED));
        add("MessageParticipantIteratively", UNCHECKED.nextActionOptional());
        add("TransferContactToAgent", ActionShape.of().terminal());
    }
}
