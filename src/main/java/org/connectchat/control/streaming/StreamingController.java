package org.connectchat.control.streaming;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.lifecycle.ContactStreamings;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.delivery.DeliveryAwaitRequest;
import org.connectchat.control.delivery.DeliveryAwaits;
import org.connectchat.stream.TopicStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The streamings of a chat (rules S8 and S12): a test sees and awaits what has become of the items. */
@RestController
@RequestMapping(ResourcePaths.STREAMINGS)
@Tag(name = "streaming")
final class StreamingController {

    private final ContactStreamings streamings;
    private final DeliveryAwaits awaits;

    StreamingController(ContactStreamings streamings, DeliveryAwaits awaits) {
        this.streamings = streamings;
        this.awaits = awaits;
    }

    @GetMapping
    @Operation(
            operationId = "listStreamings",
            summary = "List the streamings of a chat",
            description = "Lists for each streaming how many items were delivered, wait and failed, and why.")
    StreamingList list(@PathVariable String contactId) {
        return new StreamingList(of(contactId).stream().map(StreamingView::of).toList());
    }

    @PostMapping("/{streamingId}/await")
    @Operation(
            operationId = "awaitStreaming",
            summary = "Wait for deliveries of a streaming",
            description =
                    "Responds as soon as the counts are reached, at once if they are already. 408 when the timeout "
                            + "passes first; 409 if the streaming has ended and nothing more is delivered.")
    DeferredResult<StreamingView> await(
            @PathVariable String contactId,
            @PathVariable String streamingId,
            @RequestBody @Valid DeliveryAwaitRequest request,
            HttpServletRequest exchange) {
        TopicStream stream = of(contactId).stream()
                .filter(each -> each.id().equals(streamingId))
                .findFirst()
                .orElseThrow(() -> new ChatRefused(
                        ChatRefused.Reason.STREAMING_UNKNOWN, "Streaming " + streamingId + " was not found"));
        return awaits.begin(
                stream.outcomes(),
                request,
                "Streaming " + stream.id() + " has ended, and nothing more is delivered",
                state -> StreamingView.of(stream, state),
                exchange);
    }

    private List<TopicStream> of(String contactId) {
        return streamings.of(contactId).stream()
                .filter(TopicStream.class::isInstance)
                .map(TopicStream.class::cast)
                .toList();
    }
}
