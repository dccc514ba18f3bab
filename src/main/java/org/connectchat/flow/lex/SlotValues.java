package org.connectchat.flow.lex;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lexruntimev2.model.Intent;
import software.amazon.awssdk.services.lexruntimev2.model.Shape;
import software.amazon.awssdk.services.lexruntimev2.model.Slot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values of the slots of an intent (rule F65): the values of a list are joined with commas, and a composite slot is an
 * object of its sub-slots. Slots that are not filled are absent.
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_Slot.html">Slot</a>
 */
final class SlotValues {

    /** A composite slot of Lex has sub-slots, which are not composite themselves. */
    private static final int MAX_DEPTH = 2;

    private SlotValues() {}

    static ObjectNode of(@Nullable Intent intent) {
        return intent == null ? JsonNodeFactory.instance.objectNode() : of(intent.slots(), 1);
    }

    private static ObjectNode of(Map<String, Slot> slots, int depth) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        slots.forEach((name, slot) -> {
            JsonNode value = value(slot, depth);
            if (value != null) {
                values.set(name, value);
            }
        });
        return values;
    }

    private static @Nullable JsonNode value(@Nullable Slot slot, int depth) {
        if (slot == null) {
            return null;
        }
        if (slot.shape() == Shape.COMPOSITE && depth < MAX_DEPTH) {
            ObjectNode parts = of(slot.subSlots(), depth + 1);
            return parts.isEmpty() ? null : parts;
        }
        if (!slot.values().isEmpty()) {
            return JsonNodeFactory.instance.stringNode(slot.values().stream()
                    .filter(each -> each != null && each.value() != null)
                    .map(each -> each.value().interpretedValue())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(",")));
        }
        String value = slot.value() == null ? null : slot.value().interpretedValue();
        return value == null ? null : JsonNodeFactory.instance.stringNode(value);
    }
}
