package org.connectchat.flow.lex.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.state.SavedBots;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/**
 * The scripted bots by their names: those of the configuration, and those that a test adds (rule F69).
 *
 * <p>A name is that of a Lex V1 bot, a Lex V2 alias ARN, its last two parts {@code BOT/ALIAS}, or the bot id alone. Only
 * letters and digits of a name count, without regard to case, because settings and environment variables lose the rest.
 */
public final class ScriptedBots {

    private static final int MAX_BOTS = 1_000;
    private static final int MAX_NAME = 500;

    private final Map<String, CompiledScript> configured;
    private final ScriptedSessions sessions = new ScriptedSessions();
    private final ReentrantLock changing = new ReentrantLock();

    /** A snapshot that never changes. It is replaced under the lock and read without it. */
    private volatile Map<String, CompiledScript> bots;

    /**
     * Begins with the bots of the configuration.
     *
     * @throws WrongBotScript if one of them breaks a rule; its path begins with the name of the bot
     */
    public ScriptedBots(Map<String, BotScript> configured) {
        Map<String, CompiledScript> compiled = new LinkedHashMap<>();
        configured.forEach((name, script) -> {
            try {
                CompiledScript other = compiled.put(key(name), CompiledScript.of(name, script));
                if (other != null) {
                    throw new WrongBotScript("", "must differ from the name " + other.name() + " in a letter or digit");
                }
            } catch (WrongBotScript e) {
                throw new WrongBotScript(name + (e.path().isEmpty() ? "" : "." + e.path()), e.reason());
            }
        });
        this.configured = compiled;
        this.bots = compiled;
    }

    /**
     * Adds a bot, or replaces the one of that name.
     *
     * @throws WrongBotScript if the name or the script breaks a rule
     */
    public void put(String name, BotScript script) {
        String key = key(name);
        CompiledScript compiled = CompiledScript.of(name, script);
        changing.lock();
        try {
            Map<String, CompiledScript> changed = new LinkedHashMap<>(bots);
            changed.put(key, compiled);
            if (changed.size() > MAX_BOTS) {
                throw new WrongBotScript(
                        "", "must be the name of a bot that exists, because there are " + MAX_BOTS + " bots already");
            }
            bots = changed;
        } finally {
            changing.unlock();
        }
    }

    /** Removes a bot until the next reset; returns whether there was one. */
    public boolean remove(String name) {
        changing.lock();
        try {
            Map<String, CompiledScript> changed = new LinkedHashMap<>(bots);
            boolean removed = changed.remove(letters(name)) != null;
            bots = changed;
            return removed;
        } finally {
            changing.unlock();
        }
    }

    /** The scripts of all bots by their names, as they are now. */
    public Map<String, BotScript> all() {
        Map<String, BotScript> all = new LinkedHashMap<>();
        bots.values().forEach(script -> all.put(script.name(), script.source()));
        return all;
    }

    /** The bots as they are now, and the dialogs that go on. */
    public SavedBots save() {
        return new SavedBots(bots.equals(configured) ? null : BotsStates.save(all()), sessions.save());
    }

    /**
     * Prepares bots that were saved.
     *
     * @return replaces all bots and dialogs by them
     */
    public Runnable prepare(SavedBots saved, StatePath path) {
        Map<String, CompiledScript> compiled =
                saved.bots() == null ? configured : compiled(saved.bots(), path.member("bots"));
        return () -> {
            changing.lock();
            try {
                bots = compiled;
            } finally {
                changing.unlock();
            }
            sessions.replace(saved.sessions());
        };
    }

    private static Map<String, CompiledScript> compiled(List<SavedBots.Bot> saved, StatePath path) {
        path.require(saved.size() <= MAX_BOTS, "must have at most " + MAX_BOTS + " elements");
        Map<String, CompiledScript> compiled = new LinkedHashMap<>();
        for (CompiledScript script : BotsStates.compile(saved, path)) {
            StatePath name = path.index(compiled.size()).member("name");
            String key = letters(script.name());
            name.require(!key.isEmpty() && compiled.put(key, script) == null, "must differ from that of other bots");
        }
        return compiled;
    }

    /** Returns to the bots of the configuration and forgets all sessions. */
    public void reset() {
        changing.lock();
        try {
            bots = configured;
        } finally {
            changing.unlock();
        }
        sessions.forgetAll();
    }

    /** The bot of the first of these names for which there is one, or null. */
    public @Nullable ScriptedBot find(List<String> names) {
        Map<String, CompiledScript> now = bots;
        if (now.isEmpty()) {
            return null;
        }
        for (String name : names) {
            CompiledScript script = now.get(letters(name));
            if (script != null) {
                return new ScriptedBot(script, sessions);
            }
        }
        return null;
    }

    private static String key(String name) {
        String key = letters(name);
        if (key.isEmpty() || name.length() > MAX_NAME) {
            throw new WrongBotScript("", "must be 1 to " + MAX_NAME + " characters, with a letter or digit");
        }
        return key;
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
