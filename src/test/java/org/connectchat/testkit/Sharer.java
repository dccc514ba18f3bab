package org.connectchat.testkit;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.testkit.Emulator.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A participant who shares files, as a client sees it.
 *
 * @param connectionToken what {@code X-Amz-Bearer} takes
 */
public record Sharer(Emulator emulator, String contactId, String participantId, String connectionToken) {

    /** The customer of a chat of their own. */
    public static Sharer customer(Emulator emulator) {
        return customer(emulator, Emulator.SMALLEST_START);
    }

    /** The customer of a chat that is started so. */
    public static Sharer customer(Emulator emulator, String start) {
        JsonNode chat = answered(emulator.start(start)).json();
        return connected(
                emulator,
                chat.path("ContactId").asString(),
                chat.path("ParticipantId").asString(),
                chat.path("ParticipantToken").asString());
    }

    /** The bot of this chat. */
    public Sharer bot() {
        JsonNode bot = answered(emulator.send("POST", "/contact/create-participant", """
                        {"InstanceId": "an-instance", "ContactId": "%s",
                         "ParticipantDetails": {"ParticipantRole": "CUSTOM_BOT", "DisplayName": "Bot"}}""".formatted(contactId)))
                .json();
        return connected(
                emulator,
                contactId,
                bot.path("ParticipantId").asString(),
                bot.path("ParticipantCredentials").path("ParticipantToken").asString());
    }

    private static Sharer connected(Emulator emulator, String contactId, String participantId, String token) {
        Answer answer = emulator.send(
                "POST",
                "/participant/connection",
                BodyPublishers.ofString("{\"Type\": [\"CONNECTION_CREDENTIALS\"]}"),
                "X-Amz-Bearer",
                token);
        return new Sharer(
                emulator,
                contactId,
                participantId,
                answered(answer)
                        .json()
                        .path("ConnectionCredentials")
                        .path("ConnectionToken")
                        .asString());
    }

    /** An operation of the Participant Service. */
    public Answer call(String method, String path, String json) {
        return emulator.send(
                method,
                path,
                json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                "X-Amz-Bearer",
                connectionToken,
                "Content-Type",
                "application/json");
    }

    /** StartAttachmentUpload. */
    public Answer start(String name, String contentType, long bytes, String clientToken) {
        return call(
                "POST", "/participant/start-attachment-upload", """
                {"AttachmentName": "%s", "ContentType": "%s", "AttachmentSizeInBytes": %d, "ClientToken": "%s"}""".formatted(name, contentType, bytes, clientToken));
    }

    /** An announced file. */
    public Slot announced(String name, long bytes) {
        JsonNode json = answered(
                        start(name, "application/pdf", bytes, UUID.randomUUID().toString()))
                .json();
        return Slot.of(json);
    }

    /** CompleteAttachmentUpload. */
    public Answer complete(String attachmentId, String clientToken) {
        return call("POST", "/participant/complete-attachment-upload", """
                {"AttachmentIds": ["%s"], "ClientToken": "%s"}""".formatted(attachmentId, clientToken));
    }

    /** A file that is in the chat; returns its id. */
    public String shared(String name, byte[] bytes) {
        Slot slot = announced(name, bytes.length);
        answered(put(slot, bytes));
        answered(complete(slot.attachmentId(), UUID.randomUUID().toString()));
        return slot.attachmentId();
    }

    /** GetAttachment. */
    public Answer get(String attachmentId) {
        return call("POST", "/participant/attachment", """
                {"AttachmentId": "%s"}""".formatted(attachmentId));
    }

    /** The path and query of a download URL. */
    public String downloadPath(String attachmentId) {
        return path(answered(get(attachmentId)).text("Url"));
    }

    /** PUT with the headers that were asked for. */
    public Answer put(Slot slot, byte[] bytes) {
        return put(slot, BodyPublishers.ofByteArray(bytes));
    }

    /** PUT with the headers that were asked for. */
    public Answer put(Slot slot, BodyPublisher body) {
        return emulator.send("PUT", slot.path(), body, slot.headers());
    }

    /** The items of the transcript, oldest first. */
    public List<JsonNode> transcript() {
        List<JsonNode> items = new ArrayList<>();
        answered(call("POST", "/participant/transcript", "{\"MaxResults\": 100, \"SortOrder\": \"ASCENDING\"}"))
                .json()
                .path("Transcript")
                .forEach(items::add);
        return items;
    }

    /** The ids of the attachments in the transcript, in its order. */
    public List<String> attachmentsInTranscript() {
        return transcript().stream()
                .filter(item -> item.path("Type").asString().equals("ATTACHMENT"))
                .map(item ->
                        item.path("Attachments").path(0).path("AttachmentId").asString())
                .toList();
    }

    /** Leaves; a customer's chat is over then. */
    public void leave() {
        answered(call("POST", "/participant/disconnect", "{}"));
    }

    /** What is behind the host and port of a URL. */
    public static String path(String url) {
        return URI.create(url).getRawPath();
    }

    private static Answer answered(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    /** Where the bytes of a file are to go. */
    public record Slot(String attachmentId, String path, Map<String, String> headersToInclude) {

        public static Slot of(JsonNode json) {
            JsonNode metadata = json.path("UploadMetadata");
            JsonNode headers = metadata.path("HeadersToInclude");
            return new Slot(
                    json.path("AttachmentId").asString(),
                    Sharer.path(metadata.path("Url").asString()),
                    Map.of(
                            "Content-Type", headers.path("Content-Type").asString(),
                            "Content-Disposition",
                                    headers.path("Content-Disposition").asString()));
        }

        /** The headers that were asked for, as they stand in a request. */
        public String headerLines() {
            return headersToInclude.entrySet().stream()
                    .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                    .collect(Collectors.joining());
        }

        String[] headers() {
            return headersToInclude.entrySet().stream()
                    .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                    .toArray(String[]::new);
        }
    }
}
