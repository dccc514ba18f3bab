package org.connectchat.restjson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Tomcat refuses before any filter sees it gets the contract's answer too, not an HTML page (rules T7 and T8). */
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
        TransportError error = TransportError.ofStatus(status);
        if (response.getHeader(FrontFilter.REQUEST_ID) == null) {
            response.setHeader(FrontFilter.REQUEST_ID, RequestIds.next());
            if (!OwnPaths.areClosedToOtherOrigins(request)) {
                Cors.allow(response.getResponse());
            }
        }
        response.setHeader(AnswerWriter.ERROR_TYPE, error.code());
        byte[] body = ("{\"" + PlainDialect.forPath(request.getRequestURI()).messageMember()
                        + "\":\"The server refused the request before looking for an operation: HTTP status " + status
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The caller did not wait for the answer", e);
        }
    }
}
