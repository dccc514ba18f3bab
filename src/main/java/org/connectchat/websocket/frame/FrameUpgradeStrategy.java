package org.connectchat.websocket.frame;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.websocket.Constants;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;

/** Upgrades requests to sockets, and puts the {@link FrameWriter} of each into the attributes of its session. */
public final class FrameUpgradeStrategy extends StandardWebSocketUpgradeStrategy {

    /** The name of the session's attribute. */
    public static final String FRAMES = FrameWriter.class.getName();

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String selectedProtocol,
            List<WebSocketExtension> selectedExtensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        FrameWriter frames = new FrameWriter();
        attributes.put(FRAMES, frames);
        super.upgrade(
                new ServletServerHttpRequest(new Upgrading(getHttpServletRequest(request), frames)),
                response,
                selectedProtocol,
                selectedExtensions,
                user,
                handler,
                attributes);
    }

    /**
     * Makes a {@link FrameUpgradeHandler} where Tomcat asks for its own, and hides the extensions that the client offers.
     * Browsers offer permessage-deflate, which would cost each socket about 300 KB outside the heap, and the client
     * protocol allows a server to decline it.
     */
    private static final class Upgrading extends HttpServletRequestWrapper {

        private final FrameWriter frames;

        Upgrading(HttpServletRequest request, FrameWriter frames) {
            super(request);
            this.frames = frames;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Constants.WS_EXTENSIONS_HEADER_NAME.equalsIgnoreCase(name)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }

        @Override
        public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
            if (type != WsHttpUpgradeHandler.class) {
                return super.upgrade(type);
            }
            FrameUpgradeHandler handler = super.upgrade(FrameUpgradeHandler.class);
            handler.use(frames);
            return type.cast(handler);
        }
    }
}
