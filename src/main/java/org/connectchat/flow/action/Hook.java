package org.connectchat.flow.action;

import java.util.Arrays;
import java.util.Set;
import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;

/**
 * The events for which UpdateContactEventHooks sets a flow.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacteventhooks.html">UpdateContactEventHooks</a>
 */
public enum Hook {
    AGENT_HOLD("AgentHold", false, FlowType.AGENT_HOLD),
    AGENT_WHISPER("AgentWhisper", true, FlowType.AGENT_WHISPER),
    CUSTOMER_HOLD("CustomerHold", false, FlowType.CUSTOMER_HOLD),
    CUSTOMER_QUEUE("CustomerQueue", true, FlowType.CUSTOMER_QUEUE),
    CUSTOMER_REMAINING("CustomerRemaining", true, FlowType.CONTACT_FLOW),
    CUSTOMER_WHISPER("CustomerWhisper", true, FlowType.CUSTOMER_WHISPER),
    DEFAULT_AGENT_UI("DefaultAgentUI", true, FlowType.CONTACT_FLOW),
    DISCONNECT_AGENT_UI("DisconnectAgentUI", true, FlowType.CONTACT_FLOW),
    PAUSE_CONTACT("PauseContact", true, FlowType.CONTACT_FLOW),
    RESUME_CONTACT("ResumeContact", true, FlowType.CONTACT_FLOW);

    private final String word;
    private final boolean onChat;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of() is immutable
    private final Set<FlowType> types;

    Hook(String word, boolean onChat, FlowType... types) {
        this.word = word;
        this.onChat = onChat;
        this.types = Set.of(types);
    }

    /** The hook of this name, whatever its upper and lower case (rule F4); null if there is none. */
    public static @Nullable Hook of(String name) {
        return Arrays.stream(values())
                .filter(hook -> hook.word.equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** The name in the flow language. */
    public String word() {
        return word;
    }

    /** Whether a chat may have it. Hooks for holds are for calls only, because a chat is never on hold. */
    public boolean isOnChat() {
        return onChat;
    }

    /** Whether a flow of this type may be set for it. */
    public boolean accepts(FlowType type) {
        return types.contains(type);
    }
}
