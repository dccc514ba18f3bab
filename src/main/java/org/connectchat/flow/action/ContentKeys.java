package org.connectchat.flow.action;

import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.flow.language.ContentText;
import org.connectchat.flow.module.ModuleDeclaration;
import org.connectchat.flow.state.SavedContent;
import org.jspecify.annotations.Nullable;

/** The flows and modules that one chat runs, by the keys that stand for them in a document of state. */
public final class ContentKeys {

    private final Map<String, SavedContent> contents = new LinkedHashMap<>(2);

    /** The key of a flow or module. Equal ones have the same key. */
    public String of(RunnableFlow flow) {
        SavedContent content = new SavedContent(
                flow.id(), flow.name(), flow.type(), flow.content().text().text(), declaration(flow));
        SavedContent.Declaration declaration = content.declaration();
        String key = ContentText.sha256(String.join(
                "\n",
                flow.id(),
                flow.name(),
                flow.type().name(),
                flow.content().text().sha256(),
                declaration == null ? "" : "declares " + declaration.settings()));
        contents.put(key, content);
        return key;
    }

    private static SavedContent.@Nullable Declaration declaration(RunnableFlow flow) {
        ModuleDeclaration declaration = flow.declaration();
        if (declaration.equals(ModuleDeclaration.of(flow.content()))) {
            return null;
        }
        return new SavedContent.Declaration(declaration.settings().isMissingNode() ? null : declaration.settings());
    }

    /** The contents of all keys. */
    public Map<String, SavedContent> contents() {
        return contents;
    }
}
