package org.connectchat.flow.lex.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.connectchat.flow.state.SavedBots;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/**
 * Scripted bots by their names. They never change.
 *
 * <p>A name is that of a Lex V1 bot, a Lex V2 alias ARN, its last two parts {@code BOT/ALIAS}, or the bot id alone. Only
 * letters and digits of a name count, without regard to case, because settings and environment variables lose the rest.
 *
 * @param byName the bots by what counts of their names, in their order
 */
record Scripts(Map<String, CompiledScript> byName) {

    static final Scripts NONE = new Scripts(Map.of());

    private static final int MAX_BOTS = 1_000;
    private static final int MAX_NAME = 500;

    /**
     * The bots of the configuration.
     *
     * @throws WrongBotScript if one of them breaks a rule; its path begins with the name of the bot
     */
    static Scripts configured(Map<String, BotScript> configured) {
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
        return new Scripts(compiled);
    }

    /** The bots that were saved. */
    static Scripts read(List<SavedBots.Bot> saved, StatePath path) {
        path.require(saved.size() <= MAX_BOTS, "must have at most " + MAX_BOTS + " elements");
        Map<String, CompiledScript> compiled = new LinkedHashMap<>();
        for (CompiledScript script : BotsStates.compile(saved, path)) {
            StatePath name = path.index(compiled.size()).member("name");
            String key = letters(script.name());
            name.require(!key.isEmpty() && compiled.put(key, script) == null, "must differ from that of other bots");
        }
        return new Scripts(compiled);
    }

    List<SavedBots.Bot> save() {
        return BotsStates.save(all());
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /**
     * These bots and another one, which replaces the one of its name.
     *
     * @throws WrongBotScript if the name breaks a rule, or there are too many bots
     */
    Scripts with(CompiledScript script) {
        Map<String, CompiledScript> changed = new LinkedHashMap<>(byName);
        changed.put(key(script.name()), script);
        if (changed.size() > MAX_BOTS) {
            throw new WrongBotScript(
                    "", "must be the name of a bot that exists, because there are " + MAX_BOTS + " bots already");
        }
        return new Scripts(changed);
    }

    /** Whether there is a bot of this name. */
    boolean has(String name) {
        return byName.containsKey(letters(name));
    }

    /** These bots without the one of this name. */
    Scripts without(String name) {
        Map<String, CompiledScript> changed = new LinkedHashMap<>(byName);
        changed.remove(letters(name));
        return new Scripts(changed);
    }

    /** The bot of the first of these names for which there is one, or null. */
    @Nullable
    CompiledScript find(List<String> names) {
        if (byName.isEmpty()) {
            return null;
        }
        for (String name : names) {
            CompiledScript script = byName.get(letters(name));
            if (script != null) {
                return script;
            }
        }
        return null;
    }

    /** The scripts of all bots by their names. */
    Map<String, BotScript> all() {
        Map<String, BotScript> all = new LinkedHashMap<>();
        byName.values().forEach(script -> all.put(script.name(), script.source()));
        return all;
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
