package org.connectchat.flow.store;

import java.util.List;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;

/**
 * Content that could be read, with its problems (rule F83).
 *
 * @param type the type of flow for which the content was checked
 */
public record CheckedContent(FlowContent content, FlowType type, List<Problem> problems) {

    public CheckedContent {
        problems = List.copyOf(problems);
    }
}
