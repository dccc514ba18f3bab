package org.connectchat.restjson.endpoint;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Spring's servlet. It passes the call of an operation to its endpoint, and makes nothing for it that only views, redirects and
 * annotated controllers use: a locale, flash maps, a manager of asynchronous results. All other requests take Spring's own way,
 * and the failures of both go to the same exception resolvers.
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
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HttpRequestHandler operation = null;
        try {
            operation = operations == null ? null : operations.find(request);
            if (operation != null) {
                operation.handleRequest(request, response);
                return;
            }
        } catch (Exception e) {
            resolve(request, response, operation, e);
            return;
        } catch (Error e) {
            resolve(request, response, operation, new ServletException("The operation failed: " + e, e));
            return;
        }
        super.service(request, response);
    }

    private void resolve(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable HttpRequestHandler operation,
            Exception failure)
            throws ServletException, IOException {
        try {
            processHandlerException(request, response, operation, failure);
        } catch (ServletException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException("No resolver has handled the failure of an operation", e);
        }
    }

    /** No code asks Spring for the request of the current thread. */
    @Override
    protected @Nullable ServletRequestAttributes buildRequestAttributes(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable RequestAttributes previous) {
        return null;
    }
}
