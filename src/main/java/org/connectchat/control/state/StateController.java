package org.connectchat.control.state;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.connectchat.chat.StateRefused;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.restjson.body.FileBody;
import org.connectchat.restjson.body.ResponseBodies;
import org.connectchat.state.StateArchive;
import org.connectchat.state.StateTooLarge;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/** The whole state as one document. */
@RestController
@RequestMapping(ResourcePaths.STATE)
@Tag(name = "state", description = "The whole state as one JSON document. It holds tokens: keep it as you keep them.")
final class StateController {

    private static final String EMPTY = """
            {"version": 1, "savedAt": "2026-11-22T15:00:00Z",
             "clock": {"now": "2026-11-22T15:00:00Z", "mode": "SYSTEM", "offset": "PT0S"},
             "chats": [], "starts": [], "attachments": [],
             "flows": {"contents": {}, "flows": {"instances": []}, "modules": {"instances": []},
               "routing": {"agents": [], "waits": []}, "bots": {"sessions": []}}}""";

    private final ObjectProvider<StateArchive> archive;

    StateController(ObjectProvider<StateArchive> archive) {
        this.archive = archive;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getState",
            summary = "Save the state",
            description =
                    "Returns all chats with their tokens, transcripts, deadlines and files, the clock, and where the "
                            + "flows of the chats stand. Each chat is as it was at one moment. Faults, stubs, the journals and "
                            + "settings are not in it. The document holds tokens.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The document",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(name = "no chats", value = EMPTY))))
    void save(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        HttpServletResponse sent = unwrapped(response);
        FileBody body = FileBody.create(Long.MAX_VALUE);
        boolean written = false;
        try {
            archive.getObject().save(body.stream());
            written = true;
        } finally {
            if (!written) {
                body.discard();
            }
        }
        sent.setContentType(MediaType.APPLICATION_JSON_VALUE);
        sent.setHeader("Cache-Control", "no-store");
        sent.setContentLengthLong(body.size());
        ResponseBodies.write(request, sent, body.complete());
    }

    /** The document is too large to be kept in memory until it is sent, as other responses are. */
    private static HttpServletResponse unwrapped(HttpServletResponse response) {
        ContentCachingResponseWrapper caching =
                WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        return caching == null ? response : (HttpServletResponse) caching.getResponse();
    }

    @PutMapping
    @Operation(
            operationId = "putState",
            summary = "Load the state",
            description =
                    "Replaces all chats by those of a document that getState has returned. Tokens go on working; sockets "
                            + "of the chats before are closed. Deadlines fall due at their moments, and those that are overdue have fired "
                            + "when the response comes. A document that is wrong in any place, or needs more memory than the "
                            + "heap has beside the chats that are there, changes nothing. Faults, journals and settings stay as "
                            + "they are.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "A document that getState has returned",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"),
                                            examples = @ExampleObject(name = "no chats", value = EMPTY))))
    LoadedState load(
            @Parameter(
                            description =
                                    "Whether the clock stands still at the moment of the save, so that no deadline falls "
                                            + "due. Otherwise it runs or stands as it did",
                            example = "true")
                    @RequestParam(defaultValue = "false")
                    boolean freeze,
            InputStream body)
            throws IOException {
        try (body) {
            return new LoadedState(archive.getObject().loadBeside(body, freeze));
        } catch (StateRefused refused) {
            throw ControlProblem.badField(refused.path(), refused.problem());
        } catch (StateTooLarge refused) {
            throw ControlProblem.of(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(refused.getMessage()));
        }
    }
}
