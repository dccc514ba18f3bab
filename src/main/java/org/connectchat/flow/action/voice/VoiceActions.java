package org.connectchat.flow.action.voice;

import java.util.List;
import org.connectchat.flow.action.ActionType;

/** The action types of this package. */
public final class VoiceActions {

    private VoiceActions() {}

    /** One of each type. */
    public static List<ActionType> all() {
        return List.of(
                new CheckOutboundCallStatus(),
                new CheckVoiceId(),
                new CompleteOutboundCall(),
                new CreateCallbackContact(),
                new GetParticipantInput(),
                new MessageParticipantIteratively(),
                new StartVoiceIdStream(),
                new TransferParticipantToThirdParty(),
                new UpdateContactCallbackNumber(),
                new UpdateContactMediaStreamingBehavior(),
                new UpdatePreviousContactParticipantState());
    }
}
