package org.connectchat.attachment;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.connectchat.restjson.body.ResponseBodies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.HttpRequestHandler;

/** Sends the bytes of an attachment: {@code GET /attachments/download/{handle}}. The URL is the only permission. */
final class DownloadEndpoint implements HttpRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadEndpoint.class);
    private static final String NAME = "DownloadAttachment";

    private final AttachmentDownloads downloads;

    DownloadEndpoint(AttachmentDownloads downloads) {
        this.downloads = downloads;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String handle = request.getRequestURI().substring(AttachmentPaths.DOWNLOAD.length());
        try {
            Attachment attachment = downloads.find(handle);
            InputStream bytes = open(attachment);
            describe(attachment, response);
            if ("HEAD".equals(request.getMethod())) {
                bytes.close();
            } else {
                ResponseBodies.write(request, response, bytes);
            }
            CallLog.succeeded(NAME, attachment, response);
        } catch (TransferRefused e) {
            CallLog.refused(NAME, e.error(), response);
            TransferErrorResponse.write(e.error(), request.getRequestURI(), response);
        }
    }

    private static InputStream open(Attachment attachment) throws IOException {
        try {
            return Files.newInputStream(requireNonNull(attachment.file()));
        } catch (NoSuchFileException e) {
            LOG.debug("{} is of a chat that has been forgotten", attachment, e);
            throw new TransferRefused(TransferError.ACCESS_DENIED);
        }
    }

    /**
     * Makes browsers save the file and not guess its type, so that it cannot run as a page of the emulator's origin.
     */
    private static void describe(Attachment attachment, HttpServletResponse response) {
        response.setContentType(attachment.ref().contentType());
        response.setContentLengthLong(attachment.bytes());
        response.setHeader("Content-Disposition", new FileName(attachment.ref().name()).contentDisposition());
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
