package org.connectchat.flow.store;

import java.util.List;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;

/**
 * Content that can be read, with everything that is wrong with it.
 *
 * @param type the type by which it was checked
 */
public record CheckedContent(FlowContent content, FlowType type, List<Problem> problems) {

    public CheckedContent {
        problems = List.copyOf(problems);
    }
}
