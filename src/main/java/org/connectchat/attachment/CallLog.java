package org.connectchat.attachment;

import jakarta.servlet.http.HttpServletResponse;
import org.connectchat.restjson.call.CallLine;
import org.connectchat.restjson.header.RequestIds;

/** The one log line of an upload or a download, in the form of the line of an operation; without any handle or name. */
final class CallLog {

    private CallLog() {}

    static void succeeded(String operation, Attachment attachment, HttpServletResponse response) {
        CallLine.write(operation, attachment.owner().sessionId(), CallLine.outcome(200, null), requestId(response));
    }

    static void refused(String operation, TransferError error, HttpServletResponse response) {
        CallLine.write(operation, null, CallLine.outcome(error.status(), error.code()), requestId(response));
    }

    static String requestId(HttpServletResponse response) {
        return String.valueOf(response.getHeader(RequestIds.HEADER));
    }
}
