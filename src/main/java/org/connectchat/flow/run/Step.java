package org.connectchat.flow.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.reference.Parameters;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceData;
import org.connectchat.flow.reference.ReferenceValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an action has while it runs, under the lock of its chat: its parameters with their references resolved, its chat,
 * and the data of the run. It is not valid after the call that it was passed to.
 */
public final class Step implements ReferenceData {

    private final FlowAction action;
    private final Parameters parameters;
    private final FlowRun run;
    private final FlowChat chat;
    private final Map<String, String> resolved;

    Step(FlowAction action, Parameters parameters, FlowRun run, FlowChat chat, Map<String, String> resolved) {
        this.action = action;
        this.parameters = parameters;
        this.run = run;
        this.chat = chat;
        this.resolved = resolved;
    }

    /** The chat in which the action runs. */
    public FlowChat chat() {
        return chat;
    }

    /** The data that references name. */
    public RunData data() {
        return run.data();
    }

    /** What the flow is to its contact. */
    public RunKind kind() {
        return run.kind();
    }

    public FlowAction action() {
        return action;
    }

    /** The flow or module that the action belongs to. */
    public RunnableFlow flow() {
        return run.flow();
    }

    /** Whether the action belongs to a module. */
    public boolean isInModule() {
        return run.isInModule();
    }

    public Instant now() {
        return chat.now();
    }

    public boolean has(String name) {
        return parameters.has(name);
    }

    /** The members of a parameter that is an object; empty if it is absent. */
    public Parameters object(String name) {
        return parameters.object(name);
    }

    /** All parameters, for those that have an unusual form. */
    public Parameters parameters() {
        return parameters;
    }

    /** A static parameter (rule F12), or null. */
    public @Nullable String fixed(String name) {
        return noted(name, parameters.fixed(name));
    }

    /** A parameter that is static or one reference, or null. */
    public @Nullable String single(String name) {
        return noted(name, parameters.single(name, this));
    }

    /** A parameter with references anywhere, or null if it is absent. */
    public @Nullable String text(String name) {
        return noted(name, parameters.text(name, this));
    }

    /** A parameter that is an object of texts; empty if it is absent. */
    public Map<String, String> texts(String name) {
        Map<String, String> texts = parameters.texts(name, this);
        texts.forEach((key, value) -> noted(name + "." + key, value));
        return texts;
    }

    /** A parameter of any form with its texts resolved, or null if it is absent. */
    public @Nullable JsonNode tree(String name) {
        JsonNode tree = parameters.tree(name, this);
        noted(name, tree == null ? null : ReferenceValues.text(tree));
        return tree;
    }

    @Override
    public @Nullable JsonNode value(Reference reference) {
        return run.value(reference, chat);
    }

    /** Notes a resolved parameter for the flow log. */
    private @Nullable String noted(String name, @Nullable String value) {
        if (value != null) {
            resolved.put(name, value.length() > 1_024 ? value.substring(0, 1_024) : value);
        }
        return value;
    }

    static Map<String, String> noParameters() {
        return new LinkedHashMap<>(4);
    }
}
