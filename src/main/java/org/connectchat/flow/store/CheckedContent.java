package org.connectchat.flow.store;

import java.util.List;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;

/**
 * Content with its problems (rule F83). With a structural problem it cannot be run.
 *
 * @param type the type of flow for which the content was checked
 */
public record CheckedContent(FlowContent content, FlowType type, List<Problem> problems) {

    public CheckedContent {
        problems = List.copyOf(problems);
    }
}
