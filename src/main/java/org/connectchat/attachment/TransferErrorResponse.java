package org.connectchat.attachment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.connectchat.restjson.place.Place;
import org.connectchat.restjson.place.Refusal;
import org.connectchat.restjson.response.ResponseWriter;

/** Writes the error of an upload or a download as S3 does. */
final class TransferErrorResponse {

    private TransferErrorResponse() {}

    /** Sends the error at once, because the client may still be sending its body. */
    static void write(TransferError error, String path, HttpServletResponse response) throws IOException {
        ResponseWriter.refusal(
                response,
                new Refusal(
                        Place.TRANSFER,
                        error.status(),
                        error.code(),
                        error.message(),
                        path,
                        CallLog.requestId(response)));
        response.flushBuffer();
    }
}
