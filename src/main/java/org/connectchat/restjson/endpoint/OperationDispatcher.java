package org.connectchat.restjson.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Spring's servlet. For the call of an operation it makes nothing that only views, redirects and annotated controllers use: no
 * flash maps and no parsed path.
 */
public final class OperationDispatcher extends DispatcherServlet {

    private static final long serialVersionUID = 1L;

    private transient @Nullable OperationMapping operations;

    @Override
    protected void initStrategies(ApplicationContext context) {
        super.initStrategies(context);
        operations = context.getBean(OperationMapping.class);
    }

    @Override
    protected void doService(HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (operations != null && operations.serves(request)) {
            doDispatch(request, response);
        } else {
            super.doService(request, response);
        }
    }

    /** No code asks Spring for the request of the current thread. */
    @Override
    protected @Nullable ServletRequestAttributes buildRequestAttributes(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable RequestAttributes previous) {
        return null;
    }
}
