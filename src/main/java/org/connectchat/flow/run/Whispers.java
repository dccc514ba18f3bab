package org.connectchat.flow.run;

import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.time.Deadline;
import org.connectchat.flow.state.SavedContactFlow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whispers that go on before an agent joins (rule F44): two minutes at most. It is guarded by the lock of the chat.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/set-whisper-flow.html">Set whisper flow</a>
 */
final class Whispers {

    private static final Duration MAXIMUM = Duration.ofMinutes(2);

    private final FlowServices services;
    private final Runnable whenTooLong;
    private @Nullable Participant agent;
    private @Nullable Deadline deadline;

    Whispers(FlowServices services, Runnable whenTooLong) {
        this.services = services;
        this.whenTooLong = whenTooLong;
    }

    /** The agent that the whispers are for, or null if none go on. */
    @Nullable
    Participant agent() {
        return agent;
    }

    boolean isFor(Participant participant) {
        return agent != null && agent.id().equals(participant.id());
    }

    void begin(Contact contact, Participant newAgent) {
        agent = newAgent;
        Deadline end =
                deadline(contact, services.clocks().now(contact.instanceId()).plus(MAXIMUM));
        deadline = end;
        services.runs().deadlines().schedule(end, whenTooLong);
    }

    SavedContactFlow.@Nullable Whispers save() {
        return agent == null || deadline == null ? null : new SavedContactFlow.Whispers(agent.id(), deadline.at());
    }

    /** Restores whispers that were saved; {@link #resume} goes on with them. */
    void restore(Contact contact, Participant savedAgent, Instant until) {
        agent = savedAgent;
        deadline = deadline(contact, until);
    }

    private static Deadline deadline(Contact contact, Instant until) {
        return new Deadline(until, Deadline.Kind.FLOW, contact.instanceId(), contact.sessionId(), "whispers");
    }

    void resume() {
        if (deadline != null) {
            services.runs().deadlines().schedule(deadline, whenTooLong);
        }
    }

    /** Ends the whispers; returns the agent that they were for, or null. */
    @Nullable
    Participant end() {
        Participant was = agent;
        agent = null;
        if (deadline != null) {
            services.runs().deadlines().cancel(deadline);
            deadline = null;
        }
        return was;
    }

    /** The root {@code $.Agent}; the display name is split at its first blank. */
    static ObjectNode describe(Contact contact, Participant agent, AccountSettings account) {
        AgentInfo info = contact.agent();
        String id = info == null ? agent.id() : info.id();
        String name = agent.displayName();
        int blank = name.indexOf(' ');
        return JsonNodeFactory.instance
                .objectNode()
                .put("UserName", id)
                .put("FirstName", blank < 0 ? name : name.substring(0, blank))
                .put("LastName", blank < 0 ? "" : name.substring(blank + 1))
                .put("ARN", account.arn(contact.instanceId(), "agent/" + id));
    }
}
