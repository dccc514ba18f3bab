package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import org.connectchat.attachment.Announcement;
import org.connectchat.attachment.AttachmentContentType;
import org.connectchat.attachment.AttachmentSettings;
import org.connectchat.attachment.AttachmentUploads;
import org.connectchat.chat.contact.Seat;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.web.TakesFile;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The files that an agent shares. */
@RestController
@RequestMapping(ResourcePaths.AGENT_ATTACHMENTS)
@Tag(name = "agents")
final class AgentAttachmentController {

    private final ConnectedAgents agents;
    private final AttachmentUploads uploads;
    private final AttachmentSettings settings;

    AgentAttachmentController(ConnectedAgents agents, AttachmentUploads uploads, AttachmentSettings settings) {
        this.agents = agents;
        this.uploads = uploads;
        this.settings = settings;
    }

    @PostMapping
    @TakesFile
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "attachFileAsAgent",
            summary = "Share a file as an agent",
            description = "Sends the file as an attachment. The body is the bytes of the file, the Content-Type "
                    + "is that of the file, and Content-Length is required. A form is refused. The limits "
                    + "of StartAttachmentUpload apply.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "The bytes of the file. Send them with the media type of the file.",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/octet-stream",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "application/pdf",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "image/jpeg",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "text/plain",
                                        schema = @Schema(type = "string", format = "binary"),
                                        examples = @ExampleObject(name = "text", value = "Open from 9 to 5"))
                            }))
    SharedAttachment attach(
            @PathVariable String contactId,
            @PathVariable String participantId,
            @Parameter(
                            description = "The name of the file, with an extension that emulator.attachments.extensions"
                                    + " allows",
                            example = "opening-hours.txt")
                    @RequestParam
                    @Size(min = 1, max = 256)
                    String name,
            @Parameter(hidden = true) @RequestHeader("Content-Type") String contentType,
            @Parameter(hidden = true) @RequestHeader(value = "Content-Length", required = false) @Nullable Long length,
            InputStream body)
            throws IOException {
        Seat seat = agents.seat(contactId, participantId);
        check(name, contentType, length);
        return new SharedAttachment(
                uploads.share(seat, new Announcement(name, contentType, length == null ? 0 : length), body));
    }

    private void check(String name, String contentType, @Nullable Long length) {
        if (!settings.allows(name)) {
            throw ControlProblem.badField("name", "must end in one of ." + String.join(", .", settings.extensions()));
        }
        if (!AttachmentContentType.isMediaType(contentType)) {
            throw ControlProblem.badField("Content-Type", "must be a media type like image/png");
        }
        long maximum = settings.maxSize().toBytes();
        if (length == null || length < 1 || length > maximum) {
            throw ControlProblem.badField("Content-Length", "is required and must be 1 to " + maximum);
        }
    }
}
