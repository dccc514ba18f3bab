package org.connectchat.flow.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that flows are to one chat.
 *
 * @param flow the flow that the chat began with, by the key of its content
 * @param author the id of the author of what flows write
 * @param begun whether the first flow has begun, or will not
 * @param ended whether the chat has ended
 * @param run the run that goes on
 * @param ending why the chat is about to end, because its run has come to its end
 * @param whispers the whispers that go on before an agent joins
 * @param admitted the participants that the chat takes after their whispers, and that have not joined
 */
public record SavedContactFlow(
        String flow,
        String author,
        boolean begun,
        boolean ended,
        Data data,
        @Nullable SavedRun run,
        @Nullable String ending,
        SavedPlace place,
        @Nullable Whispers whispers,
        List<String> admitted,
        SavedFlowLog log) {

    /**
     * What flows have set.
     *
     * @param hooks the flows of events, by their ids; the keys are the names of the flow language
     * @param loops how often Loop actions have continued
     * @param hidden the hashes of messages whose copies stay out of the transcript
     * @param hidesLateResponses whether responses to views that come too late stay out of it, too
     * @param target the queue that a flow has chosen
     * @param logging whether the flow log shows parameters and results
     */
    public record Data(
            Map<String, String> hooks,
            Map<String, Integer> loops,
            List<String> hidden,
            boolean hidesLateResponses,
            @Nullable SavedQueue target,
            boolean logging) {}

    /**
     * Whispers.
     *
     * @param agent the participant that they are for
     * @param until when they have taken too long
     */
    public record Whispers(String agent, Instant until) {}
}
