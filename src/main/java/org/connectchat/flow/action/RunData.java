package org.connectchat.flow.action;

import java.util.HashMap;
import java.util.Map;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data of a run that references can name (rule F17): what the latest Lambda function, bot, view and metrics gave. Each
 * is a root, such as {@code $.External}. It is guarded by the lock of the chat.
 */
public final class RunData {

    private static final String EXTERNAL = "External";
    private static final String LAMBDA = "LambdaInvocation";

    private final Map<String, JsonNode> roots = new HashMap<>(4);

    /** Replaces the whole value of a root. */
    public void set(String root, JsonNode value) {
        roots.put(root, value);
    }

    /** The result of the latest Lambda function replaces the one before. */
    public void setExternal(ObjectNode result) {
        set(EXTERNAL, result);
    }

    /** Merges members into a root, as a stub does (rule F78); a member that exists is replaced. */
    public void lay(String root, JsonNode members) {
        JsonNode known = roots.get(root);
        if (known instanceof ObjectNode object && members instanceof ObjectNode more) {
            ObjectNode merged = object.deepCopy();
            merged.setAll(more);
            roots.put(root, merged);
        } else {
            roots.put(root, members);
        }
    }

    /** Sets one member of a root that is an object. */
    public void put(String root, String member, JsonNode value) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.set(member, value);
        lay(root, members);
    }

    /** The values of all roots. The values are not changed any more. */
    public Map<String, JsonNode> all() {
        return Map.copyOf(roots);
    }

    /** The data with these values of roots. */
    public static RunData of(Map<String, JsonNode> values) {
        RunData data = new RunData();
        data.roots.putAll(values);
        return data;
    }

    /** Whether anything is under a root. */
    public boolean has(String root) {
        return roots.containsKey(root(root));
    }

    public void remove(String root) {
        roots.remove(root);
    }

    /** The value of a reference to data of the run, or null. */
    public @Nullable JsonNode value(Reference reference) {
        if (reference.root().equals(LAMBDA)) {
            boolean ofResult = !reference.segments().isEmpty()
                    && reference.segments().get(0).equals("ResultData");
            return ofResult
                    ? ReferenceValues.find(
                            roots.get(EXTERNAL),
                            reference.segments().subList(1, reference.segments().size()))
                    : null;
        }
        return ReferenceValues.find(roots.get(reference.root()), reference.segments());
    }

    private static String root(String name) {
        return name.equals(LAMBDA) ? EXTERNAL : name;
    }
}
