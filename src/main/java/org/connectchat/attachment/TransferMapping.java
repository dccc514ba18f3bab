package org.connectchat.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** Finds uploads and downloads by their paths; leaves other paths to the mappings behind it. */
final class TransferMapping implements HandlerMapping, Ordered {

    private final UploadEndpoint upload;
    private final DownloadEndpoint download;

    TransferMapping(UploadEndpoint upload, DownloadEndpoint download) {
        this.upload = upload;
        this.download = download;
    }

    /** Behind the operations, which are called most, and before the mappings of all other paths. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith(AttachmentPaths.UPLOAD)) {
            return chain(upload, request, List.of("PUT"));
        }
        return path.startsWith(AttachmentPaths.DOWNLOAD) ? chain(download, request, List.of("GET", "HEAD")) : null;
    }

    private static HandlerExecutionChain chain(
            HttpRequestHandler endpoint, HttpServletRequest request, List<String> allowed) {
        return new HandlerExecutionChain(allowed.contains(request.getMethod()) ? endpoint : notAllowed(allowed));
    }

    private static HttpRequestHandler notAllowed(List<String> allowed) {
        return (request, response) -> {
            response.setHeader("Allow", String.join(", ", allowed));
            TransferErrorResponse.write(TransferError.METHOD_NOT_ALLOWED, request.getRequestURI(), response);
        };
    }
}
