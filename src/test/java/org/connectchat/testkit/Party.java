package org.connectchat.testkit;

import java.net.URI;
import org.connectchat.testkit.Emulator.Answer;
import tools.jackson.databind.JsonNode;

/** A participant of a chat: holds the tokens and makes the calls. */
public final class Party {

    public static final String EVENT = "application/vnd.amazonaws.connect.event.";

    private final Emulator emulator;
    private final String id;
    private final String participantToken;
    private String connectionToken;

    public Party(Emulator emulator, String id, String participantToken) {
        this.emulator = emulator;
        this.id = id;
        this.participantToken = participantToken;
    }

    public String id() {
        return id;
    }

    public String participantToken() {
        return participantToken;
    }

    /** The first connection token that was asked for; asks if there is none yet. */
    public synchronized String connectionToken() {
        if (connectionToken == null) {
            connectionToken = worked(connection("""
                            {"Type": ["CONNECTION_CREDENTIALS"]}"""))
                    .json()
                    .at("/ConnectionCredentials/ConnectionToken")
                    .asString();
        }
        return connectionToken;
    }

    /** {@code POST /participant/connection} with the participant token. */
    public Answer connection(String json) {
        return Chat.call(emulator, "/participant/connection", participantToken, json);
    }

    /** The URL of a socket that may be dialled. */
    public URI socketUrl() {
        return URI.create(worked(connection("""
                        {"Type": ["WEBSOCKET"]}""")).json().at("/Websocket/Url").asString());
    }

    /** Opens a socket that has not subscribed to anything. */
    public ClientSocket dial() {
        return ClientSocket.dial(socketUrl());
    }

    /** Opens a socket and subscribes to the chat. */
    public ClientSocket join() {
        return dial().subscribed();
    }

    /** {@code ConnectParticipant: true}, as bots say it. */
    public void sayPresent() {
        worked(connection("""
                {"ConnectParticipant": true}"""));
    }

    /** Another operation with the connection token. */
    public Answer call(String operation, String json) {
        return Chat.call(emulator, "/participant/" + operation, connectionToken(), json);
    }

    public Answer send(String json) {
        return call("message", json);
    }

    /** Sends a plain message, which has to work; the answer has its id and time. */
    public Answer say(String content) {
        return worked(send("""
                {"ContentType": "text/plain", "Content": "%s"}""".formatted(content)));
    }

    public Answer event(String json) {
        return call("event", json);
    }

    /** Sends an event without content, which has to work. */
    public Answer signal(String suffix) {
        return worked(event("""
                {"ContentType": "%s%s"}""".formatted(EVENT, suffix)));
    }

    /** Sends a receipt, delivered or read. */
    public Answer receipt(String suffix, String messageId) {
        return event("""
                {"ContentType": "%smessage.%s", "Content": "{\\"messageId\\":\\"%s\\"}",
                 "ClientToken": "INCOMING_RECEIPT"}""".formatted(EVENT, suffix, messageId));
    }

    /** A page of the transcript, which has to come. */
    public JsonNode transcript(String json) {
        return worked(call("transcript", json)).json();
    }

    public Answer disconnect() {
        return call("disconnect", "{}");
    }

    public static Answer worked(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.response().uri().getPath() + " did not work: " + answer);
        }
        return answer;
    }
}
