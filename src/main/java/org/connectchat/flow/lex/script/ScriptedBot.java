package org.connectchat.flow.lex.script;

import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.flow.lex.script.ScriptReply.Outcome;
import org.jspecify.annotations.Nullable;

/** A scripted bot (rule F69), as it was when the turn began. */
public final class ScriptedBot {

    private final CompiledScript script;
    private final ScriptedSessions sessions;
    private final @Nullable String instanceId;

    ScriptedBot(CompiledScript script, ScriptedSessions sessions, @Nullable String instanceId) {
        this.script = script;
        this.sessions = sessions;
        this.instanceId = instanceId;
    }

    /**
     * Replies to an input.
     *
     * @param initial whether the input is the first one, from {@code LexInitializationData}
     * @param sessionAttributes the attributes of a new session; null to continue the session
     */
    public ScriptReply reply(
            String sessionId, String input, boolean initial, @Nullable Map<String, String> sessionAttributes) {
        ScriptedSessions.Key session = new ScriptedSessions.Key(script.name(), sessionId);
        Map<String, String> before =
                sessionAttributes == null ? sessions.of(session) : new LinkedHashMap<>(sessionAttributes);
        ScriptReply reply = script.reply(input, initial, before);
        sessions.keep(session, instanceId, reply.outcome() == Outcome.ELICITS ? reply.sessionAttributes() : Map.of());
        return reply;
    }
}
