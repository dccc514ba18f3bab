package org.connectchat.connection;

import java.net.URI;
import java.util.Locale;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.url.PublicUrl;

/**
 * Makes the URL of a socket from the URL of the caller. ChatJS accepts {@code wss://} with any host, but {@code ws://}
 * only with {@code 127.0.0.1} and a port. A client that called this machine by another of its names therefore gets
 * {@code 127.0.0.1}.
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
        URI base = base(call);
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return socketBase(base) + path + PATH + "?" + TICKET + "=" + ticket;
    }

    /** The URL under which the caller reaches the emulator. */
    URI base(Call call) {
        return publicUrl.of(call.baseUrl());
    }

    private static String socketBase(URI base) {
        if ("https".equals(base.getScheme())) {
            return "wss://" + base.getRawAuthority();
        }
        // Not getHost(), which is null for a host with an underscore. Container networks have such hosts.
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
