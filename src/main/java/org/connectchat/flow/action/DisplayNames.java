package org.connectchat.flow.action;

import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The names of resources that the console writes into {@code Metadata} beside their ids (rule F75). */
public final class DisplayNames {

    private DisplayNames() {}

    /**
     * The name beside a static parameter of an action; null if there is none.
     *
     * @param path the name of the parameter, or those of an object and of the parameter in it
     */
    public static @Nullable String find(Step step, String... path) {
        JsonNode ofAction = step.flow()
                .content()
                .metadata()
                .path("ActionMetadata")
                .path(step.action().identifier());
        JsonNode written = step.action().parameters();
        JsonNode name = ofAction.path("parameters");
        for (String each : path) {
            written = written.path(each);
            name = name.path(each);
        }
        if (!written.isValueNode() || Reference.whole(ReferenceValues.text(written)) != null) {
            return null;
        }
        JsonNode displayName = name.path("displayName");
        return displayName.isString() ? displayName.stringValue() : text(ofAction);
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
