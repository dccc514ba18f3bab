package org.connectchat.flow.action;

import java.time.Instant;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.state.SavedWait;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How an action ended, or that it has not ended yet (rule F6). */
public sealed interface Outcome {

    /** The name of the error whose entry stands for all errors that have none. */
    String NO_MATCHING_ERROR = "NoMatchingError";

    static Outcome success() {
        return new Success();
    }

    static Outcome result(String value) {
        return new Result(value, null);
    }

    /** Fails with {@code NoMatchingError}; the flow log shows the reason. */
    static Outcome failure(String reason) {
        return new Failure(NO_MATCHING_ERROR, reason);
    }

    static Outcome failure(String errorType, String reason) {
        return new Failure(errorType, reason);
    }

    /** What the flow log shows of it: the result, the error type, or what has happened. */
    String word();

    /** The flow goes on with {@code NextAction}. */
    record Success() implements Outcome {

        @Override
        public String word() {
            return "Success";
        }
    }

    /**
     * The flow goes on where a condition fits the value.
     *
     * @param value null if no condition can fit it (rule F10)
     * @param tree the value as JSON, which {@code KeyExists} looks into; null if there is none
     */
    record Result(@Nullable String value, @Nullable JsonNode tree) implements Outcome {

        @Override
        public String word() {
            return value == null ? "NoValue" : value;
        }
    }

    /** The flow goes on where the error leads. */
    record Failure(String errorType, String reason) implements Outcome {

        @Override
        public String word() {
            return errorType;
        }
    }

    /** The action waits for something. */
    record Waiting(Pending pending) implements Outcome {

        @Override
        public String word() {
            return "Waiting";
        }
    }

    /**
     * The flow is over. The chat ends unless it is in a queue or with an agent (rule F41).
     *
     * @param disconnects whether the chat ends in any case (rule F40)
     */
    record EndOfFlow(boolean disconnects) implements Outcome {

        @Override
        public String word() {
            return disconnects ? "Disconnected" : "Ended";
        }
    }

    /** The contact has entered a queue: the flow is over, and the queue flow begins (rule F42). */
    record Queued() implements Outcome {

        @Override
        public String word() {
            return "Queued";
        }
    }

    /** The flow goes on at the start of another flow. */
    record Transfer(RunnableFlow flow) implements Outcome {

        @Override
        public String word() {
            return "Transferred to " + flow;
        }
    }

    /** The flow goes on when the module has returned. */
    record Invoke(RunnableFlow module, JsonNode input) implements Outcome {

        @Override
        public String word() {
            return "Invoked " + module;
        }
    }

    /**
     * The module returns to the flow that invoked it.
     *
     * @param result empty for none; the flow goes on with {@code NextAction} then
     */
    record Return(String result, JsonNode data) implements Outcome {

        @Override
        public String word() {
            return "Returned " + result;
        }
    }

    /** The module has broken its contract (rule F88): the action that invoked it fails. */
    record ReturnFailed(String reason) implements Outcome {

        @Override
        public String word() {
            return NO_MATCHING_ERROR;
        }
    }

    /**
     * An action that waits: for a moment, for the customer, or for work that is done without a lock. All methods but the work
     * itself are called under the lock of the chat and return at once. Where one returns an outcome, the action goes on with
     * it; with null it goes on waiting.
     */
    interface Pending {

        /** What the action waits for, in words for the control API. */
        String waitsFor();

        /** The moment at which {@link #due} is called, on the emulator's clock; null for no limit. */
        default @Nullable Instant until() {
            return null;
        }

        /** What is to be done without a lock, once; null if nothing. Its completion goes on with the action. */
        default @Nullable Work work() {
            return null;
        }

        /**
         * What the action waits for, to be saved: {@link ActionType#resume} makes it again.
         *
         * @return null if the action is to run once more instead; one that has said something before it waits must not do
         *     that (rule V11)
         */
        @Nullable
        SavedWait save();

        /** The moment has come, or the control API goes on without waiting (rule F80). */
        default @Nullable Outcome due(Step step) {
            return null;
        }

        /** The customer has sent a message or a file. */
        default @Nullable Outcome message(Step step, ChatItem item) {
            return null;
        }

        /** The custom participant has left. */
        default @Nullable Outcome customParticipantLeft(Step step) {
            return null;
        }

        /** Whether a message is a response to what this action has shown. */
        default boolean takes(ChatMessage message) {
            return false;
        }

        /** Rule F36: whether a message is meant for this action alone, and stays out of the transcript. */
        default boolean hides(ChatMessage message) {
            return false;
        }
    }

    /** A part of an action that takes time, such as a call of a Lambda function. It runs without a lock and may block. */
    @FunctionalInterface
    interface Work {

        /** Does it; must not throw. */
        Completion run();

        /** Goes on with the action under the lock of the chat. */
        @FunctionalInterface
        interface Completion {

            Outcome apply(Step step);
        }
    }
}
