package org.connectchat.flow.store;

import java.time.Instant;
import java.util.Map;
import org.connectchat.chat.memory.Weight;
import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;

/**
 * A flow or a module of an instance at one moment. It never changes: a change makes a new one, so a chat keeps the content
 * that it began with (rule F87).
 *
 * @param published the content that chats run; null if content was only saved
 * @param saved the latest content, published or not
 * @param version the number of the content, from 1
 * @param lastModified the moment of the latest change, by the emulator's clock
 * @param contract what a module declares; {@link ModuleContract#NONE} for a flow
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

    /** The factor for the text and its parsed form: contents that were measured take two to three times their text. */
    private static final int PARSED = 3;

    private static final long RECORD = 600;

    public StoredFlow {
        tags = Map.copyOf(tags);
    }

    /** The first version of a flow or a module. */
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

    /** Whether it has published content. */
    public Status status() {
        return published == null ? Status.SAVED : Status.PUBLISHED;
    }

    /** Whether a new chat may start with it (rules F83 and F86). */
    public boolean isStartable() {
        return published != null && state == State.ACTIVE;
    }

    /** The same with other content, which is published if it is parsed. */
    public StoredFlow withContent(StoredContent content, Instant now) {
        StoredContent running = content.parsed() == null ? published : content;
        return new StoredFlow(
                id, instanceId, name, type, description, state, running, content, tags, version + 1, now, contract);
    }

    /** The same with another contract. */
    public StoredFlow withContract(ModuleContract newContract, Instant now) {
        return new StoredFlow(
                id, instanceId, name, type, description, state, published, saved, tags, version, now, newContract);
    }

    /** The same with another name, description or state; null leaves a member as it is. */
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

    /** The same in another instance. */
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

    /** The same as the next version of what its file had before. */
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

    /** Whether another reading of the same file has the same name, type and content. */
    boolean isSameAs(StoredFlow other) {
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
