package org.connectchat.flow.store;

import java.time.Instant;
import java.util.Map;
import org.connectchat.chat.memory.Weight;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.module.ModuleDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * A flow or a module of an instance at one moment. A change makes a new one, so a chat keeps the content that it began
 * with (rule F87).
 *
 * @param published what chats run; null if it was saved only
 * @param saved the latest content, published or not
 * @param version counts the contents, from 1
 * @param lastModified when something of it changed, by the emulator's clock
 * @param contract of a module; {@link ModuleContract#NONE} for a flow
 */
public record StoredFlow(
        String id,
        String instanceId,
        String name,
        FlowType type,
        @Nullable String description,
        State state,
        @Nullable StoredContent published,
        StoredContent saved,
        Map<String, String> tags,
        long version,
        Instant lastModified,
        ModuleContract contract) {

    /** Whether new chats may start with it. */
    public enum State {
        ACTIVE,
        ARCHIVED
    }

    /** Whether it has content that chats run. */
    public enum Status {
        PUBLISHED,
        SAVED
    }

    /** What objects and the parsed content take beside the text: measured contents take two to three times their text. */
    private static final int PARSED = 3;

    private static final long RECORD = 600;

    public StoredFlow {
        tags = Map.copyOf(tags);
    }

    /** A first version. */
    public static StoredFlow first(
            String id,
            String instanceId,
            String name,
            FlowType type,
            @Nullable String description,
            StoredContent content,
            Map<String, String> tags,
            Instant now,
            ModuleContract contract) {
        return new StoredFlow(
                id,
                instanceId,
                name,
                type,
                description,
                State.ACTIVE,
                content.parsed() == null ? null : content,
                content,
                tags,
                1,
                now,
                contract);
    }

    /** What a module declares: by the settings of the operations, else by those of its content (rule F88). */
    public ModuleDeclaration declaration() {
        if (contract.declaration() != null) {
            return contract.declaration();
        }
        FlowContent content = published == null ? null : published.parsed();
        return content == null ? ModuleDeclaration.NONE : ModuleDeclaration.of(content);
    }

    public Status status() {
        return published == null ? Status.SAVED : Status.PUBLISHED;
    }

    /** Whether a new chat may start with it (rules F83 and F86). */
    public boolean isStartable() {
        return published != null && state == State.ACTIVE;
    }

    /** With another content, which is published if it is parsed. */
    public StoredFlow withContent(StoredContent content, Instant now) {
        StoredContent running = content.parsed() == null ? published : content;
        return new StoredFlow(
                id, instanceId, name, type, description, state, running, content, tags, version + 1, now, contract);
    }

    /** With another contract. */
    public StoredFlow withContract(ModuleContract newContract, Instant now) {
        return new StoredFlow(
                id, instanceId, name, type, description, state, published, saved, tags, version, now, newContract);
    }

    /** With another name, description or state; null leaves what there is. */
    public StoredFlow withMetadata(
            @Nullable String newName, @Nullable String newDescription, @Nullable State newState, Instant now) {
        return new StoredFlow(
                id,
                instanceId,
                newName == null ? name : newName,
                type,
                newDescription == null ? description : newDescription,
                newState == null ? state : newState,
                published,
                saved,
                tags,
                version,
                now,
                contract);
    }

    /** As another instance has it. */
    StoredFlow in(String otherInstanceId) {
        return new StoredFlow(
                id,
                otherInstanceId,
                name,
                type,
                description,
                state,
                published,
                saved,
                tags,
                version,
                lastModified,
                contract);
    }

    /** As it follows what the same file had before. */
    StoredFlow after(@Nullable StoredFlow before) {
        return before == null
                ? this
                : new StoredFlow(
                        id,
                        instanceId,
                        name,
                        type,
                        description,
                        state,
                        published,
                        saved,
                        tags,
                        before.version + 1,
                        lastModified,
                        contract);
    }

    /** Whether a file says the same as before. */
    boolean saysTheSame(StoredFlow other) {
        return name.equals(other.name) && type == other.type && saved.text().equals(other.saved.text());
    }

    /** About how many bytes it takes in memory. */
    @SuppressWarnings("ReferenceEquality") // one object takes its memory once
    long weight() {
        long texts = PARSED * Weight.of(saved.text());
        if (published != null && published != saved) {
            texts += PARSED * Weight.of(published.text());
        }
        return RECORD
                + texts
                + Weight.of(name)
                + Weight.of(description)
                + Weight.of(tags)
                + PARSED * Weight.of(contract.settings());
    }

    /** Without content, name and tags, which callers chose. */
    @Override
    public String toString() {
        return "StoredFlow[" + id + " in " + instanceId + ", " + type + ", version " + version + "]";
    }
}
