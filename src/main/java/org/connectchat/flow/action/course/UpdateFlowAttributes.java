package org.connectchat.flow.action.course;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.flow.shape.ActionShape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets attributes that only this flow can read (rule F17). Attributes that the flow set earlier stay.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-updateflowattributes.html">UpdateFlowAttributes</a>
 */
final class UpdateFlowAttributes implements ActionType {

    private static final String ROOT = "FlowAttributes";
    /** The same bound as that of a contact's attributes. */
    private static final int MAX_BYTES = 32_768;

    private static final ActionShape SHAPE = ActionShape.of()
            .objectMap(ROOT, ActionShape.of().text("Value").fixed("Type").required("Value"))
            .required(ROOT)
            .errors(NO_MATCHING_ERROR);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        JsonNode before = step.value(new Reference(ROOT, List.of()));
        ObjectNode attributes =
                before instanceof ObjectNode known ? known.deepCopy() : JsonNodeFactory.instance.objectNode();
        if (!(step.tree(ROOT) instanceof ObjectNode changes)) {
            return Outcome.failure("FlowAttributes must be an object");
        }
        for (var change : changes.properties()) {
            String value = value(change.getValue());
            if (value == null) {
                return Outcome.failure("A flow attribute must have a Value");
            }
            attributes.put(change.getKey(), value);
        }
        if (attributes.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Outcome.failure("The flow attributes have more than " + MAX_BYTES + " bytes");
        }
        step.data().set(ROOT, attributes);
        return Outcome.success();
    }

    private static @Nullable String value(JsonNode change) {
        JsonNode value = change.path("Value");
        return value.isValueNode() && !value.isNull() ? ReferenceValues.text(value) : null;
    }
}
