package org.connectchat.restjson.filter;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.connectchat.restjson.call.CallLine;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.header.Cors;
import org.connectchat.restjson.header.RequestIds;
import org.connectchat.restjson.place.ControlPaths;
import org.connectchat.restjson.place.NormalPath;
import org.connectchat.restjson.place.Place;
import org.connectchat.restjson.place.Refusal;
import org.connectchat.restjson.response.BrokenRequest;
import org.connectchat.restjson.response.RefusedCall;
import org.connectchat.restjson.response.ResponseWriter;
import org.connectchat.restjson.tomcat.UnreadTarget;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives requests that Tomcat refuses, before any filter or while the body is read, the error response of their place
 * instead of an HTML page (rules T7, T8 and T11).
 */
public final class ContainerErrors extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (throwable != null && status == 500) {
            LOG.error("A request failed in the container", throwable);
        }
        if (response.getHeader(RequestIds.HEADER) == null) {
            status = asBadRequest(status);
            response.setStatus(status);
            response.setHeader(RequestIds.HEADER, RequestIds.next());
            if (!ControlPaths.areClosedToOtherOrigins(normalPath(request))) {
                Cors.allow(response::setHeader);
            }
            CallLine.write(
                    null,
                    null,
                    CallLine.outcome(status, TransportError.ofStatus(status).code()),
                    response.getHeader(RequestIds.HEADER));
        }
        try {
            write(request, response, status, throwable instanceof IOException);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The caller did not wait for the response", e);
        }
    }

    /** An unknown protocol version or encoding is a bad request, not a failure of the server. */
    private static int asBadRequest(int status) {
        return status == 501 || status == 505 ? 400 : status;
    }

    /** Writes to the container's response, because its facade accepts no header after an error was sent. */
    private static void write(Request request, Response response, int status, boolean brokeOff) throws IOException {
        RefusedCall refused = RefusedCall.of(request);
        if (refused != null) {
            refused.write(response);
        } else {
            ResponseWriter.refusal(response, refusal(request, response, status, brokeOff));
        }
        response.finishResponse();
    }

    private static Refusal refusal(Request request, Response response, int status, boolean brokeOff) {
        String path = normalPath(request);
        Place place = Place.of(path);
        String code = TransportError.ofStatus(status).code();
        return new Refusal(
                place,
                status,
                place != Place.TRANSFER ? code : brokeOff ? "IncompleteBody" : "InvalidRequest",
                brokeOff
                        ? BrokenRequest.BODY
                        : status == 400
                                ? "The request line or a header is malformed or not supported"
                                : "The server refused the request with HTTP status " + status
                                        + " before it looked for an operation",
                path,
                String.valueOf(response.getHeader(RequestIds.HEADER)));
    }

    private static String normalPath(Request request) {
        String sent = request.getRequestURI();
        return NormalPath.of(sent == null ? UnreadTarget.path(request) : sent);
    }
}
