package org.connectchat.restjson.tomcat;

import java.util.function.Consumer;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.connectchat.restjson.header.Cors;
import org.connectchat.restjson.header.RequestIds;

/**
 * Gives {@code OPTIONS *}, to which Tomcat responds before any valve or filter, its request id and its CORS headers.
 *
 * @param handled called for each request that Tomcat has handled; its response may come later
 */
record ServerWideOptions(Adapter tomcat, Consumer<Request> handled) implements Adapter {

    @Override
    public void service(Request request, Response response) throws Exception {
        if (request.requestURI().equals("*") && "OPTIONS".equals(request.getMethod())) {
            response.setHeader(RequestIds.HEADER, RequestIds.next());
            Cors.allow(response::setHeader);
        }
        UnreadTarget.keep(request);
        tomcat.service(request, response);
        handled.accept(request);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return tomcat.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return tomcat.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        tomcat.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        tomcat.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return tomcat.getDomain();
    }
}
