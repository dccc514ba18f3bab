package org.connectchat.flow.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowReader;
import org.connectchat.flow.language.FlowRefusedException;
import org.connectchat.flow.language.Problem;
import org.connectchat.flow.module.ModuleDeclaration;
import org.connectchat.flow.state.SavedContent;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The flows and modules of a document of state, each of them read once. */
public final class SavedContents {

    private static final int MAX_NAME = 500;

    private final Map<String, RunnableFlow> flows;

    private SavedContents(Map<String, RunnableFlow> flows) {
        this.flows = flows;
    }

    /** Reads all of them. */
    public static SavedContents read(Map<String, SavedContent> saved, StatePath path) {
        Map<String, RunnableFlow> flows = new LinkedHashMap<>();
        saved.forEach((key, content) -> flows.put(key, read(content, path.member(key))));
        return new SavedContents(flows);
    }

    private static RunnableFlow read(SavedContent saved, StatePath path) {
        path.member("id").require(!saved.id().isEmpty() && saved.id().length() <= MAX_NAME, "must be 1 to 500 long");
        FlowContent content = content(saved.text(), path.member("text"));
        return new RunnableFlow(
                saved.id(),
                saved.name(),
                saved.type(),
                content,
                declaration(saved.declaration(), content, path.member("declaration")));
    }

    /** The content of a text, which must be one that can be run. */
    public static FlowContent content(String text, StatePath path) {
        try {
            return FlowReader.read(text);
        } catch (FlowRefusedException e) {
            List<Problem> problems = e.problems();
            throw path.wrong("is no content of a flow: "
                    + problems.stream().limit(3).map(Problem::message).collect(Collectors.joining("; ")));
        }
    }

    private static ModuleDeclaration declaration(
            SavedContent.@Nullable Declaration saved, FlowContent content, StatePath path) {
        if (saved == null) {
            return ModuleDeclaration.of(content);
        }
        JsonNode settings = saved.settings();
        if (settings == null) {
            return ModuleDeclaration.NONE;
        }
        path.member("settings").require(settings.isObject(), "must be a JSON object");
        return new ModuleDeclaration(settings);
    }

    /** The flow or module of a key. */
    public RunnableFlow flow(String key, StatePath path) {
        RunnableFlow flow = flows.get(key);
        if (flow == null) {
            throw path.wrong("is no key of a content");
        }
        return flow;
    }
}
