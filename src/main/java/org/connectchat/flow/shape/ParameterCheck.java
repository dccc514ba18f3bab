package org.connectchat.flow.shape;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks an object of parameters, or an object within them, against the members that it may have. */
final class ParameterCheck {

    private ParameterCheck() {}

    static void check(JsonNode object, String path, ActionShape shape, Problems problems) {
        List<String> present = new ArrayList<>();
        object.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            ParameterRule rule = shape.parameters().get(name);
            if (rule == null) {
                if (!shape.anyParameters()) {
                    problems.unknownName(ParameterRule.below(path, name));
                }
            } else if (!value.isNull()) {
                rule.check(value, path + "." + name, problems);
                if (!(value.isString() && value.stringValue().isEmpty())) {
                    present.add(name);
                }
            }
        });
        shape.presence().forEach(rule -> rule.check(present, path, problems));
    }
}
