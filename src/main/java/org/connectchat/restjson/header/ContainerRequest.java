package org.connectchat.restjson.header;

import jakarta.servlet.ServletRequest;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/** Tomcat's own request, which has calls that the servlet API lacks. */
public final class ContainerRequest {

    private static final String ATTRIBUTE = ContainerRequest.class.getName();

    private ContainerRequest() {}

    /** Lets {@link #of} find Tomcat's own request. */
    public static void keep(ServletRequest request, Request container) {
        request.setAttribute(ATTRIBUTE, container);
    }

    /** Tomcat's own request, or null if Tomcat did not make this one. */
    public static @Nullable Request of(ServletRequest request) {
        return (Request) request.getAttribute(ATTRIBUTE);
    }
}
