package org.connectchat.attachment;

import jakarta.servlet.http.HttpServletResponse;
import org.connectchat.restjson.header.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one log line of an upload or a download, in the form of the line of an operation; without any handle or name. */
final class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger("org.connectchat.calls");

    private CallLog() {}

    static void succeeded(String operation, Attachment attachment, HttpServletResponse response) {
        LOG.info(
                "operation={} contact={} outcome=200 requestId={}",
                operation,
                attachment.owner().sessionId(),
                requestId(response));
    }

    static void refused(String operation, TransferError error, HttpServletResponse response) {
        LOG.info(
                "operation={} contact=- outcome={}/{} requestId={}",
                operation,
                error.status(),
                error.code(),
                requestId(response));
    }

    static String requestId(HttpServletResponse response) {
        return String.valueOf(response.getHeader(RequestIds.HEADER));
    }
}
