package org.connectchat.control.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.ChangedInstance;
import org.connectchat.restjson.place.ControlPaths;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Makes an event of each call of the control API that has changed something. */
final class ControlChanges implements HandlerInterceptor {

    private static final String AWAITS = "/await";

    private final LiveEvents events;
    private final Contacts contacts;

    ControlChanges(LiveEvents events, Contacts contacts) {
        this.events = events;
        this.contacts = contacts;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (events.hasReaders()
                && failure == null
                && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
                && isChange(request)) {
            String path = request.getRequestURI().substring(ControlPaths.BASE.length() + 1);
            String[] parts = path.split("/", -1);
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("resource", parts[0]);
            data.put("method", request.getMethod());
            String contactId = contactId(request);
            Contact contact = contactId == null ? null : contacts.find(contactId);
            events.publish(
                    contact == null
                            ? new LiveEvent(
                                    LiveEventType.CHANGED, contactId, contactId, ChangedInstance.of(request), data)
                            : new LiveEvent(
                                    LiveEventType.CHANGED, contactId, contact.sessionId(), contact.instanceId(), data));
        }
    }

    private static boolean isChange(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                && !request.getMethod().equals("HEAD")
                && !request.getMethod().equals("OPTIONS")
                && !request.getRequestURI().endsWith(AWAITS);
    }

    private static @Nullable String contactId(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("contactId") instanceof String contactId
                ? contactId
                : null;
    }
}
