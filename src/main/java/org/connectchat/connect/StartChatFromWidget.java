package org.connectchat.connect;

import org.connectchat.attachment.AttachmentSettings;
import org.connectchat.restjson.Call;
import org.connectchat.restjson.RequestOperation;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Target;
import org.connectchat.restjson.Violations;
import org.springframework.stereotype.Controller;

/**
 * {@code POST /start-chat}: what the back end of the open-source chat widget is in real life, an API gateway and a
 * function that calls StartChatContact. The body is read as JSON whatever the content type says.
 *
 * @see <a href="https://github.com/amazon-connect/amazon-connect-chat-ui-examples">amazon-connect-chat-ui-examples</a>
 */
@Controller
final class StartChatFromWidget extends RequestOperation<StartChatContactRequest> {

    private final StartChatContact startChatContact;
    private final WidgetDefaults defaults;
    private final boolean attachments;

    StartChatFromWidget(
            StartChatContact startChatContact, WidgetDefaults defaults, AttachmentSettings attachmentSettings) {
        this.startChatContact = startChatContact;
        this.defaults = defaults;
        this.attachments = attachmentSettings.maxPerChat() > 0;
    }

    @Override
    public Route route() {
        return ConnectRoutes.START_CHAT;
    }

    @Override
    protected StartChatContactRequest read(Call call) {
        return call.body(WidgetRequest.class).toStartChatContact(defaults);
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
        return StartChatEnvelope.around(
                startChatContact.execute(request, call), request.supportedMessagingContentTypes(), attachments);
    }
}
