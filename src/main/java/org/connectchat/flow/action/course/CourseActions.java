package org.connectchat.flow.action.course;

import java.util.List;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.lambda.LambdaFunctions;

/** The action types of this package. */
public final class CourseActions {

    private CourseActions() {}

    /** One of each type. */
    public static List<ActionType> all(LambdaFunctions functions) {
        return List.of(
                new Compare(),
                new DisconnectParticipant(),
                new DistributeByPercentage(),
                new EndFlowExecution(),
                new EndFlowModuleExecution(),
                new InvokeFlowModule(),
                new InvokeLambdaFunction(functions),
                new Loop(),
                new TransferToFlow(),
                new UpdateFlowAttributes(),
                new UpdateFlowLoggingBehavior(),
                new Wait());
    }
}
