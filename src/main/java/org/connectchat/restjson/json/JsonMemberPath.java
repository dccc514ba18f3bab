package org.connectchat.restjson.json;

import org.connectchat.restjson.error.Violations;
import tools.jackson.core.JacksonException;

/** Names the member of a JSON text that the parser refused. */
public final class JsonMemberPath {

    private JsonMemberPath() {}

    /** The path, as in {@code instances[1].id}, with long names abbreviated; empty for the text as a whole. */
    public static String of(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(Violations.abbreviated(name));
            }
        }
        return path.toString();
    }
}
