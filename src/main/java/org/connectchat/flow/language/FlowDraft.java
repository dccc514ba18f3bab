package org.connectchat.flow.language;

import java.util.List;

/**
 * A content as far as it can be read (rule F85: the problems that this leaves are listed with all others).
 *
 * @param content of actions without an identifier, or with that of an earlier action, it has none
 * @param actions each one that has a type, in the order of the content
 * @param problems the structural problems but unknown types of actions; without any, the content can be run
 */
public record FlowDraft(FlowContent content, List<FlowAction> actions, List<Problem> problems) {

    public FlowDraft {
        actions = List.copyOf(actions);
        problems = List.copyOf(problems);
    }
}
