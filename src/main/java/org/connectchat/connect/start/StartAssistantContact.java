package org.connectchat.connect.start;

import static java.util.Objects.requireNonNull;

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
 * Starts a chat with an AI agent: {@code PUT /contact/assistant} (rule U10). The chat has no flow; a test plays the AI agent
 * as an agent of the control API or as a custom participant.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StartAssistantContact.html">StartAssistantContact</a>
 */
@Component
final class StartAssistantContact extends RequestOperation<StartAssistantContactRequest> {

    private final ChatContactService chats;
    private final StartChatContactValidator validator;

    StartAssistantContact(ChatContactService chats, ChatSettings settings) {
        this.chats = chats;
        this.validator = new StartChatContactValidator(settings.contentLimits(), settings.customDuration());
    }

    @Override
    public Route route() {
        return ConnectRoutes.START_ASSISTANT_CONTACT;
    }

    @Override
    protected StartAssistantContactRequest read(Call call) {
        return call.body(StartAssistantContactRequest.class);
    }

    @Override
    protected Violations check(StartAssistantContactRequest request) {
        Violations violations = validator.validateWithoutFlow(request.toStart());
        request.checkAgent(violations);
        return violations;
    }

    @Override
    protected Target target(StartAssistantContactRequest request) {
        return new Target(ResourceId.of(requireNonNull(request.instanceId())), null);
    }

    @Override
    protected StartChatContactResponse execute(StartAssistantContactRequest request, Call call) {
        StartedChat chat = chats.start(request.toStart().toCommand());
        call.setContactId(chat.contactId());
        return StartChatContactResponse.of(chat);
    }
}
