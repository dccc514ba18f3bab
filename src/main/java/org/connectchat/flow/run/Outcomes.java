package org.connectchat.flow.run;

import java.time.Instant;
import java.util.Map;
import org.connectchat.chat.contact.Contact;
import org.connectchat.flow.action.ContactFlowData;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.execution.DoneAction;
import org.connectchat.flow.log.FlowLogEntry;
import org.jspecify.annotations.Nullable;

/** Describes outcomes for the flow log (rule F79). */
final class Outcomes {

    private static final String HIDDEN = "Hidden";

    private Outcomes() {}

    static FlowLogEntry entry(long number, Contact contact, Instant now, DoneAction done, ContactFlowData data) {
        Outcome outcome = done.outcome();
        boolean shown = data.isLogging() && !done.isHidden();
        return new FlowLogEntry(
                number,
                now,
                contact.id(),
                done.flow().id(),
                done.flow().name(),
                done.action().identifier(),
                done.action().type(),
                shown ? Map.copyOf(done.parameters()) : Map.of(),
                shown || reason(outcome) != null ? outcome.word() : HIDDEN,
                reason(outcome),
                done.next());
    }

    private static @Nullable String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Failure failure) {
            return failure.reason();
        }
        return outcome instanceof Outcome.ReturnFailed failed ? failed.reason() : null;
    }
}
