package org.connectchat.flow.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The content of a flow or a module (rule F1).
 *
 * @param actions by identifier, in the order of the content
 * @param metadata an empty object if the content has none
 * @param settings of a module; null for a flow
 * @param text what it was read from
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html">Flow language</a>
 */
public record FlowContent(
        String startAction,
        Map<String, FlowAction> actions,
        JsonNode metadata,
        @Nullable JsonNode settings,
        ContentText text) {

    public FlowContent {
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
    }

    /** The type that the content names in its metadata (rule F75); null if it names none. */
    public @Nullable FlowType declaredType() {
        FlowType type = metadata.path("type").isString()
                ? FlowType.of(metadata.path("type").stringValue())
                : null;
        return type == null && settings != null ? FlowType.MODULE : type;
    }
}
