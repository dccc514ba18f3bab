package org.connectchat.flow.action;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.connectchat.flow.action.contact.ContactActions;
import org.connectchat.flow.action.course.CourseActions;
import org.connectchat.flow.action.message.MessageActions;
import org.connectchat.flow.action.queue.QueueActions;
import org.connectchat.flow.action.service.ServiceActions;
import org.connectchat.flow.action.voice.VoiceActions;

/** All action types for tests that only look at their shapes: those that need other parts of the emulator cannot run. */
public final class AllTypes {

    private AllTypes() {}

    public static ActionTypes shapes() {
        return new ActionTypes(Stream.of(
                        CourseActions.all(null),
                        QueueActions.all(null, null, null, null),
                        ContactActions.all(null, null),
                        MessageActions.all(null, Set::of),
                        VoiceActions.all(),
                        ServiceActions.all())
                .flatMap(List::stream)
                .toList());
    }
}
