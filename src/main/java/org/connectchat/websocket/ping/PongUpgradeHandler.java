package org.connectchat.websocket.ping;

import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.server.WsHandshakeRequest;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.apache.tomcat.websocket.server.WsServerContainer;
import org.connectchat.restjson.tomcat.BoundedEndpoint;
import org.jspecify.annotations.Nullable;

/** Tomcat's socket, with pongs sent by {@link ControlFrames}. The constructor is public because Tomcat calls it. */
public final class PongUpgradeHandler extends WsHttpUpgradeHandler {

    private ControlFrames frames = new ControlFrames();

    /** Sets the frames of this socket, before Tomcat upgrades the connection. */
    void use(ControlFrames ofThisSocket) {
        this.frames = ofThisSocket;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> connection) {
        super.setSocketWrapper(connection);
        BoundedEndpoint.upgraded(connection);
        frames.attach(connection);
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
                new PongTransformation(frames, transformation),
                pathParameters,
                secure);
    }
}
