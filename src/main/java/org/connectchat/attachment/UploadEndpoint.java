package org.connectchat.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.connectchat.restjson.body.BodyProblem;
import org.connectchat.restjson.body.BodyRefused;
import org.connectchat.restjson.body.FileBody;
import org.connectchat.restjson.body.RequestBodies;
import org.springframework.web.HttpRequestHandler;

/**
 * Receives the bytes of an attachment: {@code PUT /attachments/upload/{handle}}. The URL is the only permission; it is
 * valid only with the headers that StartAttachmentUpload returned.
 */
final class UploadEndpoint implements HttpRequestHandler {

    private static final String NAME = "UploadAttachment";

    private static final String RECEIVED = UploadEndpoint.class.getName();

    private final AttachmentUploads uploads;
    private final RequestBodies requests;

    UploadEndpoint(AttachmentUploads uploads, RequestBodies requests) {
        this.uploads = uploads;
        this.requests = requests;
    }

    /** The bytes of an upload, received without a thread that waits. */
    private record Received(String handle, FileBody file, CompletableFuture<Void> collected) {}

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Received received = request.getAttribute(RECEIVED) instanceof Received waited ? waited : receive(request);
            if (received.collected().isDone()) {
                take(received, request, response);
            } else {
                request.setAttribute(RECEIVED, received);
                String path = request.getRequestURI();
                CompletableFuture<Void> unused = received.collected()
                        .whenComplete(
                                (nothing, failure) -> request.getAsyncContext().dispatch(path));
            }
        } catch (TransferRefused e) {
            CallLog.refused(NAME, e.error(), response);
            TransferErrorResponse.write(e.error(), request.getRequestURI(), response);
        }
    }

    private Received receive(HttpServletRequest request) throws IOException {
        String handle = request.getRequestURI().substring(AttachmentPaths.UPLOAD.length());
        Attachment expected = uploads.expected(handle);
        SignedHeaders.of(expected).check(request);
        AttachmentUploads.checkLength(expected, request.getContentLengthLong());
        FileBody file = uploads.incoming(expected.bytes());
        return new Received(handle, file, requests.collect(request, file));
    }

    private void take(Received received, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            received.collected().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BodyRefused refused ? new TransferRefused(error(refused.problem())) : e;
        }
        try (InputStream bytes = received.file().complete()) {
            Attachment uploaded = uploads.upload(received.handle(), request.getContentLengthLong(), bytes);
            response.setContentLength(0);
            CallLog.succeeded(NAME, uploaded, response);
        }
    }

    private static TransferError error(BodyProblem problem) {
        return switch (problem) {
            case TOO_LARGE -> TransferError.TOO_LARGE;
            case TOO_SLOW -> TransferError.TIMEOUT;
            case BROKEN_OFF -> TransferError.INCOMPLETE;
            case NO_ROOM -> TransferError.SLOW_DOWN;
        };
    }
}
