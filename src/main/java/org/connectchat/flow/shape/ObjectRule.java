package org.connectchat.flow.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The members that an object may and must have: the parameters of an action, or an object within them. */
record ObjectRule(Map<String, ParameterRule> members, List<PresenceRule> presence, boolean othersAllowed)
        implements ParameterRule {

    @Override
    public void check(JsonNode object, String path, Problems problems) {
        if (!object.isObject()) {
            problems.wrongValue(path, "write an object");
            return;
        }
        List<String> present = new ArrayList<>();
        object.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            ParameterRule rule = members.get(name);
            if (rule == null) {
                if (!othersAllowed) {
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
