package org.connectchat.control.streaming;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.connectchat.delivery.LaneState;
import org.connectchat.delivery.LaneState.FailedItem;
import org.connectchat.stream.TopicStream;
import org.jspecify.annotations.Nullable;

/** A streaming of a chat. */
@Schema(name = "Streaming", description = "A streaming of a chat.")
record StreamingView(
        @Schema(description = "The StreamingId", example = "5d8c3f6c-2b59-4f0a-8d2a-0a5a3c7a2b11")
        String streamingId,

        @Schema(
                description = "The topic that the items are published to",
                example = "arn:aws:sns:us-east-1:000000000000:my-topic")
        String topicArn,

        @Schema(
                description =
                        "Whether further items are streamed: not after StopContactStreaming or the end of the chat")
        boolean active,

        @Schema(
                description = "When the streaming was started, on the emulator clock",
                example = "2026-11-22T15:00:00.795Z")
        Instant startedAt,

        @Schema(description = "How many items the topic has taken", example = "3")
        long delivered,

        @Schema(description = "How many items have not been delivered yet, and are tried again", example = "0")
        int waiting,

        @Schema(description = "How many items were given up", example = "0")
        long failed,

        @Schema(
                description = "Why the latest attempt failed; absent if it succeeded, or there was none",
                example = "SNS: its address cannot be reached")
        @Nullable
        String problem,

        @Schema(description = "The latest 20 items that were given up, oldest first")
        List<Failure> failures) {

    @Schema(name = "StreamingFailure", description = "An item that was given up.")
    record Failure(
            @Schema(description = "The Id of the item", example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
            String itemId,

            @Schema(description = "Why it was not delivered", example = "SNS: status 403 AuthorizationError")
            String reason) {

        static List<Failure> of(List<FailedItem> items) {
            return items.stream()
                    .map(item -> new Failure(item.name(), item.reason()))
                    .toList();
        }
    }

    static StreamingView of(TopicStream stream) {
        return of(stream, stream.outcomes().state());
    }

    static StreamingView of(TopicStream stream, LaneState state) {
        return new StreamingView(
                stream.id(),
                stream.topicArn(),
                stream.isActive(),
                stream.startedAt(),
                state.delivered(),
                state.waiting(),
                state.failed(),
                state.problem(),
                Failure.of(state.latestFailures()));
    }
}
