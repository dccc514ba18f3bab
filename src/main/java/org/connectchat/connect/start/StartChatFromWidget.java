package org.connectchat.connect.start;

import java.util.List;
import org.connectchat.attachment.AttachmentSettings;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.connect.ConnectError;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.Instances;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code POST /start-chat}: stands in for the back end of the open-source chat widget, which is an API gateway and a
 * function that calls StartChatContact. The body is read as JSON whatever the content type says.
 *
 * @see <a href="https://github.com/amazon-connect/amazon-connect-chat-ui-examples">amazon-connect-chat-ui-examples</a>
 */
@Component
final class StartChatFromWidget extends RequestOperation<StartChatContactRequest> {

    /** The widget's path to StartChatContact; both paths share one throttle. */
    private static final Route ROUTE = new Route(
            StartChatEnvelope.DIALECT,
            ConnectRoutes.START_CHAT_CONTACT_NAME,
            List.of("POST"),
            "/start-chat",
            ConnectRoutes.START_CHAT_CONTACT_RATE,
            Route.Scope.ACCOUNT,
            ConnectError.TOO_MANY_REQUESTS);

    private final StartChatContact startChatContact;
    private final WidgetDefaults defaults;
    private final boolean attachments;
    private final Contacts contacts;

    StartChatFromWidget(
            StartChatContact startChatContact,
            Instances instances,
            AttachmentSettings attachmentSettings,
            Contacts contacts) {
        this.contacts = contacts;
        this.startChatContact = startChatContact;
        this.defaults = new WidgetDefaults(instances);
        this.attachments = attachmentSettings.maxPerChat() > 0;
    }

    @Override
    public Route route() {
        return ROUTE;
    }

    /** A widget may use another name for the instance, or leave it out. */
    @Override
    public @Nullable String namedInstance(Call call) {
        if (!call.isCollected()) {
            return null;
        }
        try {
            String named = read(call).instanceId();
            return named == null ? null : ResourceId.of(named);
        } catch (AwsException unreadable) {
            return super.namedInstance(call); // the call is refused when it is read
        }
    }

    @Override
    protected StartChatContactRequest read(Call call) {
        StartChatContactRequest request = call.body(StartChatContactRequest.class);
        return call.body(WidgetRequest.class).complete(request, defaults);
    }

    @Override
    protected Violations check(StartChatContactRequest request) {
        return startChatContact.check(request);
    }

    @Override
    protected Target target(StartChatContactRequest request) {
        return startChatContact.target(request);
    }

    @Override
    protected StartChatEnvelope execute(StartChatContactRequest request, Call call) {
        StartChatContactResponse response = startChatContact.execute(request, call);
        // A repeated ClientToken returns an earlier chat, whose terms may differ from this request.
        Contact chat = contacts.get(response.contactId());
        return StartChatEnvelope.around(response, chat.terms().supportedContentTypes(), attachments);
    }
}
