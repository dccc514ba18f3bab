package org.connectchat.connect.module;

import org.connectchat.connect.flow.FlowRules;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The constraints on members of requests about modules. */
final class ModuleRules {

    private ModuleRules() {}

    static void name(@Nullable String name, Violations violations) {
        violations.length("Name", name, 1, 127);
        notBlank("Name", name, violations);
    }

    static void description(@Nullable String description, Violations violations) {
        violations.length("Description", description, 0, 500);
        notBlank("Description", description, violations);
    }

    /** The settings, which a module keeps as they are sent and checks at its calls (rule F88). */
    static void settings(@Nullable String settings, Violations violations) {
        violations.length("Settings", settings, 0, FlowRules.MAX_CONTENT_CHARACTERS);
        if (settings != null && !settings.isEmpty() && FlowReader.readObject(settings) == null) {
            violations.value("Settings", "must be the text of a JSON object");
        }
    }

    private static void notBlank(String member, @Nullable String text, Violations violations) {
        if (text != null && !text.isEmpty() && text.isBlank()) {
            violations.value(member, "must not be blank");
        }
    }
}
