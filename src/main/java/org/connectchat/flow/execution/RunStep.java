package org.connectchat.flow.execution;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.flow.action.FlowChat;
import org.connectchat.flow.action.RunData;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.reference.Parameters;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.restjson.json.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A step of a run. */
final class RunStep implements Step {

    /** The characters of a parameter that the flow log shows. */
    private static final int MAX_NOTED = 1_024;

    private final Activity activity;
    private final Parameters parameters;
    private final RunView run;
    private final RunningChat chat;

    RunStep(Activity activity, RunView run, RunningChat chat) {
        this.activity = activity;
        this.parameters = activity.action().values();
        this.run = run;
        this.chat = chat;
    }

    @Override
    public FlowChat chat() {
        return chat;
    }

    @Override
    public RunData data() {
        return run.data();
    }

    @Override
    public RunKind kind() {
        return run.kind();
    }

    @Override
    public FlowAction action() {
        return activity.action();
    }

    @Override
    public RunnableFlow flow() {
        return run.flow();
    }

    @Override
    public int depth() {
        return run.depth();
    }

    @Override
    public Instant now() {
        return chat.now();
    }

    @Override
    public boolean has(String name) {
        return parameters.has(name);
    }

    @Override
    public Parameters object(String name) {
        return parameters.object(name);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public @Nullable String fixed(String name) {
        return noted(name, parameters.fixed(name));
    }

    @Override
    public @Nullable String single(String name) {
        return noted(name, parameters.single(name, this));
    }

    @Override
    public @Nullable String text(String name) {
        return noted(name, parameters.text(name, this));
    }

    @Override
    public Map<String, String> texts(String name) {
        Map<String, String> texts = parameters.texts(name, this);
        texts.forEach((key, value) -> noted(name + "." + key, value));
        return texts;
    }

    @Override
    public @Nullable JsonNode tree(String name) {
        JsonNode tree = parameters.tree(name, this);
        noted(name, tree == null ? null : ReferenceValues.text(tree));
        return tree;
    }

    @Override
    public void hide() {
        activity.hide();
    }

    @Override
    public @Nullable JsonNode value(Reference reference) {
        return value(reference, run.data(), chat);
    }

    static @Nullable JsonNode value(Reference reference, RunData data, RunningChat chat) {
        return data.has(reference.root()) ? data.value(reference) : chat.value(reference);
    }

    /** Notes a resolved parameter for the flow log. */
    private @Nullable String noted(String name, @Nullable String value) {
        if (value != null) {
            activity.parameters().put(name, UnicodeStrings.cut(value, MAX_NOTED));
        }
        return value;
    }

    static Map<String, String> noParameters() {
        return new LinkedHashMap<>(4);
    }
}
