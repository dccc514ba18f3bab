package org.connectchat.flow.action.service;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;

/** An action type that needs a service that the emulator does not have, so it fails. */
abstract class OtherService implements ActionType {

    /** The emulator does not check the parameters, errors and conditions of these types. */
    static final ActionShape SHAPE =
            ActionShape.of().freeParameters().freeErrors().conditions(ConditionRule.ANY);

    private final String service;

    OtherService(String service) {
        this.service = service;
    }

    @Override
    public final ActionShape shape() {
        return SHAPE;
    }

    @Override
    public final Outcome run(Step step) {
        return Outcome.failure(name() + " needs " + service
                + ", which the emulator does not have. POST /_emulator/flows/stubs" + " can set an outcome.");
    }
}
