package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Predicate;
import org.connectchat.control.ViewedList;
import org.connectchat.flow.log.FlowLogEntry;

/** The flow log of a chat. */
@Schema(name = "FlowLog", description = "The flow log of a chat.")
record FlowLogPage(
        @Schema(description = "The actions, in the order in which they ended")
        List<FlowLogItem> entries) {

    static FlowLogPage of(List<FlowLogEntry> log, Predicate<FlowLogEntry> wanted) {
        return new FlowLogPage(new ViewedList<>(log.stream().filter(wanted).toList(), FlowLogItem::of));
    }
}
