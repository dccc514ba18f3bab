package org.connectchat.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.apache.tomcat.websocket.server.WsContextListener;

/**
 * The least that a Tomcat can do: it reads a request, writes as many bytes as the emulator, and sends a frame of the same
 * length to the socket that the request names.
 */
public final class BareServer extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();
    private static final String FRAME = "f".repeat(Samples.MESSAGE_FRAME);

    public static void main(String[] arguments) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setPort(0);
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        Context context = tomcat.addContext("", null);
        context.addApplicationListener(WsContextListener.class.getName());
        Tomcat.addServlet(context, "bare", new BareServer());
        context.addServletMappingDecoded("/*", "bare");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        useVirtualThreadsIfThereAreAny(tomcat);
        tomcat.start();
        ServerContainer container =
                (ServerContainer) context.getServletContext().getAttribute(ServerContainer.class.getName());
        container.addEndpoint(
                ServerEndpointConfig.Builder.create(Frames.class, "/socket").build());
        System.out.println("Ready on port " + tomcat.getConnector().getLocalPort() + ".");
        tomcat.getServer().await();
    }

    private static void useVirtualThreadsIfThereAreAny(Tomcat tomcat) {
        if (Runtime.version().feature() >= 21) {
            tomcat.getConnector().getProtocolHandler().setExecutor(new VirtualThreadExecutor("bare-"));
        }
    }

    /** A socket, found by the query of its URL. */
    public static final class Frames extends Endpoint {

        @Override
        public void onOpen(Session session, EndpointConfig configuration) {
            SESSIONS.put(session.getQueryString(), session);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getInputStream().readAllBytes();
        String socket = request.getHeader("X-Amz-Bearer");
        int length = Samples.START_RESPONSE;
        if (socket != null) {
            Session session = SESSIONS.get(socket);
            synchronized (session) {
                session.getBasicRemote().sendText(FRAME);
            }
            length = Samples.MESSAGE_RESPONSE;
        }
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 'a');
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
