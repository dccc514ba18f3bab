package org.connectchat.participant.connection;

import java.net.URI;
import java.util.Locale;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.url.PublicUrl;

/**
 * Makes the URL of a socket from the URL of the caller. ChatJS takes {@code wss://} of any host but {@code ws://} of
 * {@code 127.0.0.1} with a port alone, so a client that called this machine by another of its names gets that one.
 */
public final class WebsocketUrl {

    /** The path of the WebSocket. */
    public static final String PATH = "/participant/websocket";

    /** The query parameter that carries the ticket. */
    public static final String TICKET = "ticket";

    private final PublicUrl publicUrl;

    public WebsocketUrl(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    String of(Call call, String ticket) {
        URI base = publicUrl.of(call.baseUrl());
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return socketBase(base) + path + PATH + "?" + TICKET + "=" + ticket;
    }

    private static String socketBase(URI base) {
        if ("https".equals(base.getScheme())) {
            return "wss://" + base.getRawAuthority();
        }
        // Not getHost(): it knows no host with an underscore, as container networks have them.
        String authority = base.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, colon) : authority;
        return switch (host.toLowerCase(Locale.ROOT)) {
            case "localhost", "127.0.0.1", "[::1]" ->
                "ws://127.0.0.1:" + (hasPort ? authority.substring(colon + 1) : "80");
            default -> "ws://" + authority;
        };
    }
}
