package org.connectchat.connect.start;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.springframework.stereotype.Component;

/**
 * Starts a chat: {@code PUT /contact/chat}, or POST for front ends.
 *
 * <p>Throws InvalidRequestException and InvalidParameterException (400) for what breaks rules I1 to I27 and S1,
 * ResourceNotFoundException (404) for an instance, flow or contact that does not exist, LimitExceededException (429)
 * when the active chats of the instance have reached its quota, TooManyRequestsException (429) above the throttle.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StartChatContact.html">StartChatContact</a>
 */
@Component
final class StartChatContact extends RequestOperation<StartChatContactRequest> {

    private final ChatContactService chats;
    private final StartChatContactValidator validator;
    private final FirstConnection connection;

    StartChatContact(ChatContactService chats, ChatSettings settings, FirstConnection connection) {
        this.chats = chats;
        this.validator = new StartChatContactValidator(settings.contentLimits(), settings.customDuration());
        this.connection = connection;
    }

    @Override
    public Route route() {
        return ConnectRoutes.START_CHAT_CONTACT;
    }

    @Override
    protected StartChatContactRequest read(Call call) {
        return call.body(StartChatContactRequest.class);
    }

    @Override
    protected Violations check(StartChatContactRequest request) {
        return validator.validate(request);
    }

    @Override
    protected Target target(StartChatContactRequest request) {
        return new Target(ResourceId.of(requireNonNull(request.instanceId())), null);
    }

    @Override
    protected StartChatContactResponse execute(StartChatContactRequest request, Call call) {
        List<String> types = request.connectionTypes();
        if (types != null) {
            connection.check(types, call);
        }
        StartedChat chat = chats.start(request.toCommand());
        call.setContactId(chat.contactId());
        return types == null ? StartChatContactResponse.of(chat) : connection.of(chat, types, call);
    }
}
