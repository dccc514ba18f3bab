package org.connectchat.websocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.connectchat.chat.access.SocketTickets;
import org.connectchat.chat.contact.Seat;
import org.connectchat.connection.WebsocketUrl;
import org.connectchat.restjson.place.Place;
import org.connectchat.restjson.place.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets a client connect only with a valid ticket. */
final class TicketHandshakeInterceptor implements HandshakeInterceptor {

    static final String SEAT = Seat.class.getName();

    private final SocketTickets tickets;

    TicketHandshakeInterceptor(SocketTickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (!isUpgrade(request)) {
            refuse(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "BadRequestException",
                    "This URL is for WebSocket connections");
            return false;
        }
        String ticket = UriComponentsBuilder.fromUri(request.getURI())
                .build()
                .getQueryParams()
                .getFirst(WebsocketUrl.TICKET);
        Seat seat = ticket == null ? null : tickets.seat(ticket);
        if (seat == null) {
            refuse(request, response, HttpStatus.FORBIDDEN, "AccessDeniedException", "Access denied");
            return false;
        }
        attributes.put(SEAT, seat);
        return true;
    }

    private static boolean isUpgrade(ServerHttpRequest request) {
        return request.getMethod().equals(HttpMethod.GET)
                && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
    }

    private static void refuse(
            ServerHttpRequest request, ServerHttpResponse response, HttpStatus status, String code, String message) {
        String path = request.getURI().getRawPath();
        Refusal refusal = new Refusal(Place.PARTICIPANT, status.value(), code, message, path, "");
        byte[] body = refusal.body();
        response.setStatusCode(status);
        response.getHeaders().set("x-amzn-ErrorType", code);
        response.getHeaders().setContentType(MediaType.parseMediaType(refusal.contentType()));
        response.getHeaders().setContentLength(body.length);
        try {
            response.getBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {
        // no cleanup is necessary
    }
}
