package org.connectchat.websocket.frame;

import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.SocketWrapperBase.BlockingMode;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.server.WsHandshakeRequest;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.apache.tomcat.websocket.server.WsServerContainer;
import org.connectchat.restjson.tomcat.BoundedEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's socket, whose pongs and messages a {@link FrameWriter} sends. The constructor is public because Tomcat calls it.
 */
public final class FrameUpgradeHandler extends WsHttpUpgradeHandler {

    /** A peer that takes no byte for this long loses its connection. */
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(20);

    private FrameWriter frames = new FrameWriter();

    /** Sets the frames of this socket, before Tomcat upgrades the connection. */
    void use(FrameWriter ofThisSocket) {
        this.frames = ofThisSocket;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> connection) {
        super.setSocketWrapper(connection);
        BoundedEndpoint.upgraded(connection);
        frames.attach((frame, handler) -> connection.write(
                BlockingMode.NON_BLOCK,
                WRITE_TIMEOUT.toMillis(),
                TimeUnit.MILLISECONDS,
                null,
                SocketWrapperBase.COMPLETE_WRITE_WITH_COMPLETION,
                handler,
                frame));
    }

    @Override
    public void preInit(
            ServerEndpointConfig endpoint,
            WsServerContainer container,
            WsHandshakeRequest request,
            List<Extension> extensions,
            String subProtocol,
            @Nullable Transformation transformation,
            Map<String, String> pathParameters,
            boolean secure) {
        super.preInit(
                endpoint,
                container,
                request,
                extensions,
                subProtocol,
                new FrameTransformation(frames, transformation),
                pathParameters,
                secure);
    }
}
