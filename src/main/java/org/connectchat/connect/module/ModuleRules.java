package org.connectchat.connect.module;

import org.connectchat.connect.flow.FlowRules;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** What the members of requests about modules may be. */
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

    static void settings(@Nullable String settings, Violations violations) {
        violations.length("Settings", settings, 0, FlowRules.MAX_CONTENT_CHARACTERS);
    }

    private static void notBlank(String member, @Nullable String text, Violations violations) {
        if (text != null && !text.isEmpty() && text.isBlank()) {
            violations.value(member, "must not be blank");
        }
    }
}
