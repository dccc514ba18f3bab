package org.connectchat.flow.others;

import java.util.List;
import java.util.function.Consumer;

/**
 * What is known of a flow that others published.
 *
 * @param type the type that it is created with; {@link #MODULE} for a module
 * @param refusal status and code of the error if the flow is refused; null if it is accepted
 * @param problems a part of the message of each problem, in the order of the actions
 * @param walk a chat with the flow; null if the flow is refused
 */
record FlowOfOthers(String file, String type, String refusal, List<String> problems, Consumer<Visit> walk) {

    static final String MODULE = "MODULE";

    /** A flow that is refused with these problems, and no others. */
    static FlowOfOthers refused(String file, String type, String refusal, String... problems) {
        return new FlowOfOthers(file, type, refusal, List.of(problems), null);
    }

    /** An inbound flow that is refused with these problems, and no others. */
    static FlowOfOthers invalid(String file, String... problems) {
        return refused(file, "CONTACT_FLOW", "400 InvalidContactFlowException", problems);
    }

    /** An inbound flow that runs. */
    static FlowOfOthers runs(String file, Consumer<Visit> walk) {
        return runs(file, "CONTACT_FLOW", walk);
    }

    static FlowOfOthers runs(String file, String type, Consumer<Visit> walk) {
        return new FlowOfOthers(file, type, null, List.of(), walk);
    }

    @Override
    public String toString() {
        return file + (refusal == null ? " runs as " : " is refused as ") + type;
    }
}
