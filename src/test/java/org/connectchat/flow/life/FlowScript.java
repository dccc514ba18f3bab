package org.connectchat.flow.life;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.flow.run.FlowText;

/** A flow of actions that follow each other, with all entries that the service asks for. The last action ends it. */
final class FlowScript {

    private static final String NO_MATCHING_ERROR = "NoMatchingError";

    private final FlowText text = new FlowText();
    private int actions;

    private FlowScript action(String type, String parameters, String... transitions) {
        actions++;
        text.action(name(actions), type, parameters, name(actions + 1), transitions);
        return this;
    }

    private static String name(int number) {
        return "action " + number;
    }

    private String next() {
        return name(actions + 2);
    }

    private String errors(String... types) {
        List<String> entries = new ArrayList<>();
        for (String type : types) {
            entries.add(type);
            entries.add(next());
        }
        return FlowText.errors(entries.toArray(String[]::new));
    }

    FlowScript says(String words) {
        return action("MessageParticipant", "{\"Text\": \"" + words + "\"}", errors(NO_MATCHING_ERROR));
    }

    /** Sets an attribute of the contact. */
    FlowScript marks(String key, String value) {
        return action(
                "UpdateContactAttributes",
                "{\"Attributes\": {\"%s\": \"%s\"}}".formatted(key, value),
                errors(NO_MATCHING_ERROR));
    }

    FlowScript names(String name) {
        return action("UpdateContactData", "{\"Name\": \"" + name + "\"}", errors(NO_MATCHING_ERROR));
    }

    FlowScript tags(String key, String value) {
        return action("TagContact", "{\"Tags\": {\"%s\": \"%s\"}}".formatted(key, value), errors(NO_MATCHING_ERROR));
    }

    /** Sets the flow of an event. */
    FlowScript hooks(String event, String flowId) {
        return action(
                "UpdateContactEventHooks",
                "{\"EventHooks\": {\"%s\": \"%s\"}}".formatted(event, flowId),
                errors(NO_MATCHING_ERROR));
    }

    /** Transfers the contact to a queue; goes on if the queue has no place. */
    FlowScript queues(String queueId) {
        return targets(queueId).queues();
    }

    FlowScript targets(String queueId) {
        return action("UpdateContactTargetQueue", "{\"QueueId\": \"" + queueId + "\"}", errors(NO_MATCHING_ERROR));
    }

    /** Transfers the contact to the target queue that it has. */
    FlowScript queues() {
        return action("TransferContactToQueue", "{}", errors("QueueAtCapacity", NO_MATCHING_ERROR));
    }

    FlowScript waits(int seconds) {
        return waits(Integer.toString(seconds));
    }

    /** Waits for some seconds, or as many as a reference says. */
    FlowScript waits(String seconds) {
        return action(
                "Wait",
                "{\"TimeLimitSeconds\": \"" + seconds + "\"}",
                FlowText.conditions("Equals", "WaitCompleted", next()),
                errors(NO_MATCHING_ERROR));
    }

    /** Waits for an event, a day at most. */
    FlowScript waitsFor(String event) {
        return action(
                "Wait",
                "{\"TimeLimitSeconds\": \"86400\", \"Events\": [\"" + event + "\"]}",
                FlowText.conditions("Equals", "WaitCompleted", next(), event, next()),
                event.startsWith("Bot") ? errors(NO_MATCHING_ERROR, "ParticipantNotFound") : errors(NO_MATCHING_ERROR));
    }

    FlowScript calls(String function) {
        return action("InvokeLambdaFunction", """
                {"LambdaFunctionARN": "arn:aws:lambda:us-east-1:000000000000:function:%s",
                 "InvocationTimeLimitSeconds": "8", "InvocationType": "SYNCHRONOUS",
                 "ResponseValidation": {"ResponseType": "JSON"}}""".formatted(function), errors(NO_MATCHING_ERROR));
    }

    private String end(String type) {
        return text.end(name(actions + 1), type, "{}").json();
    }

    /** Ends the chat. */
    String disconnects() {
        return end("DisconnectParticipant");
    }

    /** Ends a queue or whisper flow. */
    String ends() {
        return end("EndFlowExecution");
    }

    /** Ends a flow that has nothing else to do. */
    String runsOff() {
        return end("TransferContactToAgent");
    }

    /** Does nothing for the rest of the test. */
    String stands() {
        return waits(604_800).disconnects();
    }
}
