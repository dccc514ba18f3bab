package org.connectchat.testkit;

import org.connectchat.testkit.Emulator.Answer;
import tools.jackson.databind.JsonNode;

/** The control API as a test calls it; every call has to work. */
public final class Control {

    private final Emulator emulator;

    public Control(Emulator emulator) {
        this.emulator = emulator;
    }

    /** Any call, which may fail. */
    public Answer call(String method, String path, String json) {
        return emulator.send(method, "/_emulator" + path, json);
    }

    private JsonNode worked(Answer answer) {
        if (answer.status() >= 300) {
            throw new AssertionError(answer.response().uri().getPath() + " did not work: " + answer);
        }
        return answer.body().isEmpty() ? null : answer.json();
    }

    public JsonNode get(String path) {
        return worked(call("GET", path, null));
    }

    public JsonNode post(String path, String json) {
        return worked(call("POST", path, json));
    }

    public JsonNode post(String path) {
        return post(path, null);
    }

    /** An agent, who is there at once. */
    public Agent join(String contactId, String displayName) {
        return new Agent(post("/contacts/" + contactId + "/agents", """
                {"displayName": "%s", "agentId": "%s-id"}""".formatted(displayName, displayName)));
    }

    /** An agent who is offered the chat and not there yet. */
    public Agent invite(String contactId, String displayName) {
        return new Agent(post("/contacts/" + contactId + "/agents", """
                {"displayName": "%s", "agentId": "%s-id", "connect": false}""".formatted(displayName, displayName)));
    }

    public JsonNode contact(String contactId) {
        return get("/contacts/" + contactId);
    }

    /** Moves the clock on by a duration like PT5M. */
    public void advance(String duration) {
        post("/clock/advance", "{\"by\": \"" + duration + "\"}");
    }

    /** An agent that the control API plays. */
    public final class Agent {

        private final JsonNode joined;

        private Agent(JsonNode joined) {
            this.joined = joined;
        }

        public String contactId() {
            return joined.path("contactId").asString();
        }

        public String id() {
            return joined.path("participantId").asString();
        }

        /** The same agent as a client of the Participant Service. */
        public Party party() {
            return new Party(emulator, id(), joined.path("participantToken").asString());
        }

        public String path(String action) {
            return "/contacts/" + contactId() + "/agents/" + id() + "/" + action;
        }

        /** Says something; returns the item. */
        public JsonNode say(String content) {
            return post(path("messages"), "{\"content\": \"" + content + "\"}");
        }

        public JsonNode act(String action) {
            return post(path(action));
        }

        public JsonNode act(String action, String json) {
            return post(path(action), json);
        }

        /** Hands the chat over; returns the agent who takes it. */
        public Agent transferTo(String displayName) {
            return new Agent(act("transfer", """
                    {"displayName": "%s", "agentId": "%s-id"}""".formatted(displayName, displayName)));
        }
    }
}
