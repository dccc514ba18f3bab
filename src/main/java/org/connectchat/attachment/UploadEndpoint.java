package org.connectchat.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/** Takes the bytes of an attachment: {@code PUT /attachments/upload/{handle}}. The URL is all the permission it needs, and is good for its headers alone. */
final class UploadEndpoint implements HttpRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UploadEndpoint.class);
    private static final String NAME = "UploadAttachment";

    private final Attachments attachments;
    private final long mostDrained;

    UploadEndpoint(Attachments attachments, AttachmentSettings settings) {
        this.attachments = attachments;
        this.mostDrained = settings.maxSize().toBytes();
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String handle = request.getRequestURI().substring(AttachmentPaths.UPLOAD.length());
        try {
            SignedHeaders.of(attachments.expected(handle)).check(request);
            Attachment uploaded = attachments.upload(handle, request.getContentLengthLong(), request.getInputStream());
            response.setContentLength(0);
            CallLog.answered(NAME, uploaded, response);
        } catch (TransferRefused e) {
            CallLog.refused(NAME, e.error(), response);
            e.error().answer(response);
            drain(request);
        }
    }

    /** Many clients only look at an answer once they have sent all, and would see the connection break off instead. */
    private void drain(HttpServletRequest request) {
        if (request.getHeader("Expect") != null) {
            return; // this one looks first, and now sends nothing
        }
        try {
            long drained = request.getInputStream().skip(mostDrained);
            LOG.debug("Dropped {} bytes of a refused upload", drained);
        } catch (IOException e) {
            LOG.debug("The sender of a refused upload has gone", e);
        }
    }
}
