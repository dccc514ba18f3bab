package org.connectchat.flow.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Checks an object of parameters, or an object within them, against the members that it may have.
 *
 * @param anyName whether members of other names are taken too, unchecked
 */
record ParameterCheck(Map<String, ParameterRule> members, List<PresenceRule> presence, boolean anyName)
        implements ParameterRule {

    @Override
    public void check(JsonNode object, String path, Problems problems) {
        List<String> present = new ArrayList<>();
        object.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            ParameterRule rule = members.get(name);
            if (rule == null) {
                if (!anyName) {
                    problems.unknownName(ParameterRule.below(path, name));
                }
            } else if (!value.isNull()) {
                rule.check(value, path + "." + name, problems);
                if (!(value.isString() && value.stringValue().isEmpty())) {
                    present.add(name);
                }
            }
        });
        presence.forEach(rule -> rule.check(present, path, problems));
    }
}
