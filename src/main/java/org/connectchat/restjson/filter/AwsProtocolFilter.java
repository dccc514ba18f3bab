package org.connectchat.restjson.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.connectchat.restjson.body.RequestBodies;
import org.connectchat.restjson.body.ResponseBodies;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.CallLine;
import org.connectchat.restjson.call.CallObserver;
import org.connectchat.restjson.call.CallRecorder;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.PlainDialect;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.header.Cors;
import org.connectchat.restjson.header.RequestIds;
import org.connectchat.restjson.place.ControlPaths;
import org.connectchat.restjson.place.NormalPath;
import org.connectchat.restjson.place.Place;
import org.connectchat.restjson.place.Refusal;
import org.connectchat.restjson.response.BrokenRequest;
import org.connectchat.restjson.response.ResponseWriter;
import org.connectchat.restjson.tomcat.ConnectionResetter;

/**
 * The first filter: sets the request id (rule T8) and the CORS headers (rule T9) of each response, handles preflights,
 * writes the one log line of a call, and tells the observers when the call has ended, suspended or not. It never logs a
 * token, a body or a caller's text.
 */
public final class AwsProtocolFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient ResponseWriter writer;
    private final transient List<CallObserver> observers;
    private final transient RequestBodies requests;
    private final transient ResponseBodies responses;
    private final transient ConnectionResetter connections;

    public AwsProtocolFilter(
            ResponseWriter writer,
            List<CallObserver> observers,
            RequestBodies requests,
            ResponseBodies responses,
            ConnectionResetter connections) {
        this.writer = writer;
        this.observers = observers;
        this.requests = requests;
        this.responses = responses;
        this.connections = connections;
    }

    @Override
    protected void doFilter(HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (sent.getDispatcherType() == DispatcherType.ASYNC) {
            chain.doFilter(sent, response);
            end(Call.of(sent), sent, response);
            return;
        }
        HttpServletRequest request = PresentedRequest.of(sent);
        if (!NormalPath.canBeDecoded(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST); // Tomcat checks only what is before a semicolon
            return;
        }
        String requestId = RequestIds.next();
        RequestIds.add(request, requestId);
        if (!ControlPaths.areClosedToOtherOrigins(request.getRequestURI())) {
            Cors.allow(request);
            if ("OPTIONS".equals(request.getMethod())) {
                Cors.allowPreflight(request, response);
                return;
            }
        }
        if (connections.isInReserve(request.getRemoteAddr(), request.getRemotePort()) && isRefusedThere(request)) {
            refuse(request, response, requestId);
            return;
        }
        Call call = Call.begin(sent, new CallRecorder(requestId, observers));
        chain.doFilter(request, response);
        end(call, request, response);
    }

    /** Rule R4: above the bound of connections only health and the control API are served. */
    private static boolean isRefusedThere(HttpServletRequest request) {
        Place place = Place.of(request.getRequestURI());
        return place != Place.CONTROL && place != Place.ACTUATOR;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String requestId)
            throws IOException {
        response.setHeader("Connection", "close");
        Place place = Place.of(request.getRequestURI());
        ResponseWriter.refusal(
                response,
                new Refusal(
                        place,
                        TransportError.UNAVAILABLE.status(),
                        place == Place.TRANSFER ? "SlowDown" : TransportError.UNAVAILABLE.code(),
                        "All connections are in use (server.tomcat.max-connections)",
                        request.getRequestURI(),
                        requestId));
    }

    private void end(Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.isAsyncStarted()) {
            return; // the call continues later
        }
        explain(call, request, response);
        CallLine.write(call, response.getStatus());
        call.complete(response.getStatus());
        responses.send(request);
        requests.dropRest(request, response);
    }

    /** Some of Spring's handlers set an error status and write no body. */
    private void explain(Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST) {
            return;
        }
        String path = NormalPath.of(call.rawPath()); // a call that was suspended is dispatched to another one
        Place place = Place.of(path);
        if (BrokenRequest.brokeOff(request) && call.recorder().errorCode() == null && place != Place.TRANSFER) {
            call.recorder().fail(TransportError.BAD_REQUEST); // an upload has its own line
        }
        if (place != Place.CONTROL && response.getContentType() == null && !response.isCommitted()) {
            TransportError error = TransportError.ofStatus(status);
            call.recorder().fail(error);
            writer.error(
                    response,
                    PlainDialect.forPath(path),
                    new AwsException(error, "Nothing is served at " + Violations.abbreviated(path)));
        }
    }
}
