package org.connectchat.flow.action;

import org.connectchat.flow.reference.Reference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The names of resources that the console writes into {@code Metadata} beside their ids (rule F75). */
public final class DisplayNames {

    private DisplayNames() {}

    /** The name beside a static parameter of an action; null if there is none. */
    public static @Nullable String find(Step step, String parameter) {
        String value = step.parameters().fixed(parameter);
        if (value == null || Reference.whole(value) != null) {
            return null;
        }
        JsonNode ofAction = step.flow()
                .content()
                .metadata()
                .path("ActionMetadata")
                .path(step.action().identifier());
        JsonNode name = ofAction.path("parameters").path(parameter).path("displayName");
        return name.isString() ? name.stringValue() : text(ofAction);
    }

    /** The older form: an object named after the kind of resource, with its name as {@code text}. */
    private static @Nullable String text(JsonNode ofAction) {
        for (JsonNode member : ofAction) {
            if (member.path("text").isString()) {
                return member.path("text").stringValue();
            }
        }
        return null;
    }
}
