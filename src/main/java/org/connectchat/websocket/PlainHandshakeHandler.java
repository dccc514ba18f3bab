package org.connectchat.websocket;

import java.util.List;
import org.connectchat.websocket.frame.FrameUpgradeStrategy;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * Accepts no extension. Browsers offer permessage-deflate, which would cost each socket about 300 KB outside the heap, and
 * the client protocol allows a server to decline it.
 */
final class PlainHandshakeHandler extends DefaultHandshakeHandler {

    PlainHandshakeHandler() {
        super(new FrameUpgradeStrategy());
    }

    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
            ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
        return List.of();
    }
}
