package org.connectchat.connect;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.contact.SegmentAttributeValue;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The rules for segment attributes (rules I18 to I21). Depth is bounded by the JSON parser's limit. */
public final class SegmentAttributeRules {

    public static final String SYSTEM_PREFIX = "connect:";
    private static final int MAX_KEY_LENGTH = 128;
    private static final int MAX_TEXT_LENGTH = 1_024;

    private final Violations violations;

    public SegmentAttributeRules(Violations violations) {
        this.violations = violations;
    }

    public void check(@Nullable Map<String, SegmentAttributeValue> attributes) {
        if (attributes != null) {
            attributes.forEach(this::checkAttribute);
        }
    }

    private void checkAttribute(String key, SegmentAttributeValue value) {
        boolean system = key.startsWith(SYSTEM_PREFIX);
        violations.length("SegmentAttributes (key)", key, 1, MAX_KEY_LENGTH);
        String path = "SegmentAttributes." + Violations.abbreviated(key);
        if (!key.isEmpty() && !AttributeRules.isPlainKey(key, system ? SYSTEM_PREFIX.length() : 0)) {
            violations.value(
                    path, "the key " + AttributeRules.KEY_CHARACTERS + ", after connect: if it is system-defined");
        }
        checkValue(path, value, system);
    }

    private void checkValue(String path, SegmentAttributeValue value, boolean system) {
        if (value.hasNoMember()) {
            violations.value(path, "must have exactly one of ValueString, ValueInteger, ValueMap, ValueList, ValueArn");
        }
        violations.length(path + ".ValueString", value.valueString(), 0, MAX_TEXT_LENGTH);
        violations.range(path + ".ValueInteger", value.valueInteger(), Integer.MIN_VALUE, Integer.MAX_VALUE);
        checkMap(path + ".ValueMap", value.valueMap(), system);
        checkList(path + ".ValueList", value.valueList(), system);
        checkArn(path + ".ValueArn", value.valueArn(), system);
    }

    private void checkMap(String path, @Nullable Map<String, SegmentAttributeValue> map, boolean system) {
        if (map != null) {
            map.forEach((key, value) -> {
                violations.length(path + " (key)", key, 1, MAX_KEY_LENGTH);
                checkValue(path + "." + Violations.abbreviated(key), value, system);
            });
        }
    }

    private void checkList(String path, @Nullable List<SegmentAttributeValue> list, boolean system) {
        if (list == null) {
            return;
        }
        checkSystemDefined(path, system);
        for (int i = 0; i < list.size(); i++) {
            checkValue(path + "[" + i + "]", list.get(i), system);
        }
    }

    private void checkArn(String path, @Nullable String arn, boolean system) {
        if (arn == null) {
            return;
        }
        checkSystemDefined(path, system);
        violations.length(path, arn, 0, MAX_TEXT_LENGTH);
        if (!Arn.isValid(arn)) {
            violations.value(path, "must be an ARN, arn:partition:service:region:account:resource");
        }
    }

    private void checkSystemDefined(String path, boolean system) {
        if (!system) {
            violations.value(path, "is only for system-defined attributes, whose key begins with " + SYSTEM_PREFIX);
        }
    }
}
