package org.connectchat.flow.action.course;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.state.SavedWait;
import org.jspecify.annotations.Nullable;

/** Waits until a moment, or for the first of some events. */
record TimeOrEvent(Instant until, Set<WaitEvent> events, String resultOfTime) implements Pending {

    @Override
    public String waitsFor() {
        String time = "the time limit";
        return events.isEmpty()
                ? time
                : events.stream().map(WaitEvent::word).collect(Collectors.joining(" or ", "", " or " + time));
    }

    @Override
    public SavedWait save() {
        return SavedWait.of(
                new SavedWait.Time(until, events.stream().map(WaitEvent::word).toList(), resultOfTime));
    }

    @Override
    public Outcome due(Step step) {
        return Outcome.result(resultOfTime);
    }

    @Override
    public @Nullable Outcome message(Step step, ChatItem item) {
        return after(WaitEvent.CUSTOMER_RETURNED);
    }

    @Override
    public @Nullable Outcome customParticipantLeft(Step step) {
        boolean isLast = step.chat().participant(ParticipantRole.CUSTOM_BOT) == null;
        return isLast ? after(WaitEvent.BOT_PARTICIPANT_DISCONNECTED) : null;
    }

    private @Nullable Outcome after(WaitEvent event) {
        return events.contains(event) ? Outcome.result(event.word()) : null;
    }
}
