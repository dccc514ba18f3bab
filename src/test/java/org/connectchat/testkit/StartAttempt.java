package org.connectchat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator.Answer;

/** A try to start a chat over HTTP, and what became of it. */
public record StartAttempt(String json, Answer answer) {

    public static final String REQUIRED_MEMBERS = """
            "InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}""";

    /** With the required members and these, as in a JSON object but without its braces. */
    public static StartAttempt with(String members) {
        return of("{" + REQUIRED_MEMBERS + ", " + members + "}");
    }

    public static StartAttempt of(String json) {
        return of(json, Emulator.unthrottled());
    }

    public static StartAttempt of(String json, Emulator emulator) {
        return new StartAttempt(json, emulator.start(json));
    }

    /** The chat started; returns its contact id. */
    public String works() {
        assertThat(answer.outcome()).as(toString()).isEqualTo("200");
        return answer.text("ContactId");
    }

    public void isInvalidParameter(String... inMessage) {
        isRefused("400 InvalidParameterException", inMessage);
    }

    public void isInvalidRequest(String... inMessage) {
        isRefused("400 InvalidRequestException", inMessage);
    }

    public void isUnknownResource() {
        isRefused("404 ResourceNotFoundException");
    }

    private void isRefused(String outcome, String... inMessage) {
        assertThat(answer.outcome()).as(toString()).isEqualTo(outcome);
        for (String part : inMessage) {
            assertThat(answer.message()).as(toString()).contains(part);
        }
    }

    @Override
    public String toString() {
        return (json.length() > 500 ? json.substring(0, 500) + "…" : json) + " was answered " + answer;
    }
}
