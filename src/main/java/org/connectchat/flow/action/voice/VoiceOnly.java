package org.connectchat.flow.action.voice;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;

/** An action type for calls only, so it fails on a chat. */
abstract class VoiceOnly implements ActionType {

    /** The emulator does not check the parameters, errors and conditions of these types. */
    private static final ActionShape SHAPE =
            ActionShape.of().freeParameters().freeErrors().conditions(ConditionRule.ANY);

    private final String errorType;
    private final String what;

    /** @param what what the type does in a call, in words that complete "the emulator does not" */
    VoiceOnly(String what) {
        this(NO_MATCHING_ERROR, what);
    }

    VoiceOnly(String errorType, String what) {
        this.errorType = errorType;
        this.what = what;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public final Outcome run(Step step) {
        return Outcome.failure(
                errorType,
                name() + " is for calls only, and this contact is a chat: the emulator does not " + what
                        + ". POST /_emulator/flows/stubs can set an outcome.");
    }
}
