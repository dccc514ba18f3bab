package org.connectchat.flow.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The members that an object may and must have: the parameters of an action, or an object within them. */
record ObjectRule(Map<String, ParameterRule> members, List<PresenceRule> presence, boolean othersAllowed)
        implements ParameterRule {

    static final ObjectRule EMPTY = new ObjectRule(Map.of(), List.of(), false);

    ObjectRule with(ParameterRule rule, String... names) {
        Map<String, ParameterRule> more = new LinkedHashMap<>(members);
        for (String name : names) {
            more.put(name, rule);
        }
        return new ObjectRule(Collections.unmodifiableMap(more), presence, othersAllowed);
    }

    ObjectRule with(PresenceRule rule) {
        List<PresenceRule> more = new ArrayList<>(presence);
        more.add(rule);
        return new ObjectRule(members, List.copyOf(more), othersAllowed);
    }

    ObjectRule withOthers() {
        return new ObjectRule(members, presence, true);
    }

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
