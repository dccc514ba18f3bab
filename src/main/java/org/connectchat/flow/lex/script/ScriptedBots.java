package org.connectchat.flow.lex.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.catalogue.OwnOfInstances;
import org.connectchat.flow.state.SavedBots;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/**
 * The scripted bots: those of the emulator, which the configuration has or a test adds (rule F69), and those that instances
 * have of their own (rule F103).
 */
public final class ScriptedBots {

    private final Scripts configured;
    private final OwnOfInstances<Scripts> own = new OwnOfInstances<>();
    private final ScriptedSessions sessions = new ScriptedSessions();
    private final ReentrantLock changing = new ReentrantLock();

    /** Replaced under the lock and read without it. */
    private volatile Scripts shared;

    /**
     * Begins with the bots of the configuration.
     *
     * @throws WrongBotScript if one of them breaks a rule; its path begins with the name of the bot
     */
    public ScriptedBots(Map<String, BotScript> configured) {
        this.configured = Scripts.configured(configured);
        this.shared = this.configured;
    }

    /**
     * Adds a bot, or replaces the one of that name: in an instance alone, or in the emulator if the instance is null.
     *
     * @return false if too many instances have bots of their own
     * @throws WrongBotScript if the name or the script breaks a rule
     */
    public boolean put(@Nullable String instanceId, String name, BotScript script) {
        CompiledScript compiled = CompiledScript.of(name, script);
        if (instanceId != null) {
            return own.change(instanceId, scripts -> (scripts == null ? Scripts.NONE : scripts).with(compiled));
        }
        changing.lock();
        try {
            shared = shared.with(compiled);
        } finally {
            changing.unlock();
        }
        return true;
    }

    /** Removes a bot of an instance, or one of the emulator if the instance is null; returns whether there was one. */
    public boolean remove(@Nullable String instanceId, String name) {
        return instanceId == null ? remove(name) : removeOwn(instanceId, name);
    }

    private boolean remove(String name) {
        changing.lock();
        try {
            boolean removed = shared.has(name);
            shared = shared.without(name);
            return removed;
        } finally {
            changing.unlock();
        }
    }

    private boolean removeOwn(String instanceId, String name) {
        AtomicBoolean removed = new AtomicBoolean();
        own.change(instanceId, scripts -> {
            if (scripts == null) {
                return null;
            }
            removed.set(scripts.has(name));
            Scripts left = scripts.without(name);
            return left.isEmpty() ? null : left;
        });
        return removed.get();
    }

    /** The scripts of an instance alone, or those of the emulator if the instance is null, by the names of the bots. */
    public Map<String, BotScript> all(@Nullable String instanceId) {
        Scripts ofInstance = instanceId == null ? shared : own.of(instanceId);
        return ofInstance == null ? Map.of() : ofInstance.all();
    }

    /** The bots as they are now, and the dialogs that go on. */
    public SavedBots save() {
        Map<String, List<SavedBots.Bot>> ofInstances = new LinkedHashMap<>();
        own.all().forEach((instanceId, scripts) -> ofInstances.put(instanceId, scripts.save()));
        return new SavedBots(
                shared.equals(configured) ? null : shared.save(),
                ofInstances.isEmpty() ? null : ofInstances,
                sessions.save());
    }

    /**
     * Prepares bots that were saved.
     *
     * @return replaces all bots and dialogs by them
     */
    public Runnable prepare(SavedBots saved, StatePath path) {
        Scripts loaded = saved.bots() == null ? configured : Scripts.read(saved.bots(), path.member("bots"));
        Map<String, Scripts> loadedOwn = readOwn(saved.ofInstances(), path.member("ofInstances"));
        return () -> {
            reset(loaded);
            loadedOwn.forEach((instanceId, scripts) -> own.change(instanceId, before -> scripts));
            sessions.replace(saved.sessions());
        };
    }

    private static Map<String, Scripts> readOwn(@Nullable Map<String, List<SavedBots.Bot>> saved, StatePath path) {
        Map<String, Scripts> read = new LinkedHashMap<>();
        if (saved != null) {
            OwnOfInstances.check(saved.keySet(), path);
            saved.forEach((instanceId, bots) -> {
                path.member(instanceId).require(!bots.isEmpty(), "must not be empty");
                read.put(instanceId, Scripts.read(bots, path.member(instanceId)));
            });
        }
        return read;
    }

    /** Takes the bots of an instance away and forgets its sessions. */
    public void reset(String instanceId) {
        own.change(instanceId, scripts -> null);
        sessions.forget(instanceId);
    }

    /** Returns to the bots of the configuration, takes those of all instances away and forgets all sessions. */
    public void reset() {
        reset(configured);
        sessions.forgetAll();
    }

    private void reset(Scripts replacement) {
        changing.lock();
        try {
            shared = replacement;
        } finally {
            changing.unlock();
        }
        own.clear();
    }

    /**
     * The bot of the first of these names for which there is one, or null. Those of the instance are asked before those of the
     * emulator.
     */
    public @Nullable ScriptedBot find(@Nullable String instanceId, List<String> names) {
        Scripts ofInstance = instanceId == null ? null : own.of(instanceId);
        CompiledScript script = ofInstance == null ? null : ofInstance.find(names);
        CompiledScript found = script == null ? shared.find(names) : script;
        return found == null ? null : new ScriptedBot(found, sessions, instanceId);
    }
}
