package org.connectchat.control.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceId;
import org.connectchat.control.ResourcePaths;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/** What changes in the emulator, as server-sent events (rules E5 and E6). */
@RestController
@RequestMapping(ResourcePaths.EVENTS)
@Tag(name = "events", description = "What changes in the emulator, as it happens.")
final class LiveController {

    private static final Set<LiveEventType> ALL = EnumSet.allOf(LiveEventType.class);
    private static final String NAMES =
            ALL.stream().map(LiveEventType::wireName).collect(Collectors.joining(", "));

    private final LiveEvents events;
    private final Contacts contacts;

    LiveController(LiveEvents events, Contacts contacts) {
        this.events = events;
        this.contacts = contacts;
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamEvents",
            summary = "Follow what changes",
            description = "Sends server-sent events until the caller closes the connection or the emulator stops. The "
                    + "event contact says that a contact began, changed or ended; item, that a conversation has a new "
                    + "item; call, that a call of an AWS operation is over; flow, that the flow of a chat has run an "
                    + "action; changed, that a call of the control API has changed something. Each event has an id "
                    + "that counts from 1 in its stream, and a JSON object. A caller that reads too slowly gets the "
                    + "event missed, and reads the state again. At most 32 streams are open at once.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The events",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"))))
    void stream(
            @Parameter(description = "Only these types, separated by commas: contact, item, call, flow, changed")
                    @RequestParam(required = false)
                    @Size(max = 256)
                    @Nullable
                    String types,
            @Parameter(
                            description = "Only events of the session that this contact belongs to; any contact id of "
                                    + "the session finds it")
                    @RequestParam(required = false)
                    @Size(max = 256)
                    @Nullable
                    String contactId,
            @Parameter(description = "Only events of this instance, and those that belong to no instance")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @InstanceId
                    @Nullable
                    String instanceId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LiveFilter filter = new LiveFilter(types(types), session(contactId), instanceId);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if ("HEAD".equals(request.getMethod())) {
            return; // its response has no body, so it would never end
        }
        // A browser that lost its stream names the last event that it got. No event is kept for it.
        boolean missed = request.getHeader("Last-Event-ID") != null;
        events.open(filter, missed, request, unbuffered(response));
    }

    private static Set<LiveEventType> types(@Nullable String names) {
        if (names == null) {
            return ALL;
        }
        return Arrays.stream(names.split(",", -1)).map(LiveController::type).collect(Collectors.toSet());
    }

    private static LiveEventType type(String name) {
        return ALL.stream()
                .filter(type -> type.wireName().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> ControlProblem.badField(
                        "types", "must be one or more of " + NAMES + ", was " + Violations.abbreviated(name)));
    }

    private @Nullable String session(@Nullable String contactId) {
        String known = contactId == null ? null : contacts.sessionId(contactId);
        return known == null ? contactId : known;
    }

    /** The response without the buffer in which other responses of the control API are collected. */
    private static HttpServletResponse unbuffered(HttpServletResponse response) {
        ContentCachingResponseWrapper buffer =
                WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        return buffer == null ? response : (HttpServletResponse) buffer.getResponse();
    }
}
