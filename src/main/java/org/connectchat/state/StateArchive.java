package org.connectchat.state;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.connectchat.attachment.AttachmentArchive;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.SavedIds;
import org.connectchat.chat.identity.SavedInstanceIds;
import org.connectchat.chat.lifecycle.ChatArchive;
import org.connectchat.chat.lifecycle.LoadedChats;
import org.connectchat.chat.lifecycle.SavedStart;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.chat.time.TimeTravels;
import org.connectchat.flow.run.FlowsState;
import org.connectchat.flow.run.PreparedFlows;
import org.connectchat.flow.run.SavedChatFlow;
import org.connectchat.flow.state.SavedContent;
import org.connectchat.flow.state.SavedFlows;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/** Writes the state of the emulator as a document, and puts a document in the place of the state. */
public final class StateArchive {

    private final JsonMapper json = StateJson.mapper();

    private final StateReplacement replacing;
    private final ChatArchive chats;
    private final AttachmentArchive attachments;
    private final FlowsState flows;
    private final IdGenerator ids;
    private final DocumentMemory memory;
    private final boolean seedable;

    /** @param seedable whether ids may follow from a seed */
    StateArchive(
            StateReplacement replacing,
            ChatArchive chats,
            AttachmentArchive attachments,
            FlowsState flows,
            IdGenerator ids,
            DocumentMemory memory,
            boolean seedable) {
        this.memory = memory;
        this.replacing = replacing;
        this.chats = chats;
        this.attachments = attachments;
        this.flows = flows;
        this.ids = ids;
        this.seedable = seedable;
    }

    /** Writes a document, chat by chat. The caller holds no lock, and closes the stream. */
    public void save(OutputStream out) {
        replacing.save(chats::clocks, clocks -> write(clocks, out));
    }

    private void write(TimeTravels.Readings clocks, OutputStream out) {
        EmulatorClock.Reading clock = clocks.emulator();
        // Before the chats, so that each start that is saved has its chat.
        List<SavedStart> starts = chats.starts();
        try (JsonGenerator document = json.createGenerator(new Unclosed(out))) {
            document.writeStartObject();
            document.writePOJOProperty("version", StateVersion.CURRENT);
            document.writePOJOProperty("savedAt", clock.now().truncatedTo(ChronoUnit.MILLIS));
            document.writePOJOProperty("clock", StateClocks.atRest(clock));
            if (!clocks.ofInstances().isEmpty()) {
                document.writePOJOProperty("clocksOfInstances", StateClocks.save(clocks.ofInstances()));
            }
            document.writeName("chats");
            document.writeStartArray();
            Map<String, SavedContent> contents = new LinkedHashMap<>();
            Set<String> sessions = new HashSet<>();
            chats.save(chat -> {
                sessions.add(chat.sessionId());
                if (chat.flow() instanceof SavedChatFlow flow) {
                    contents.putAll(flow.contents());
                }
                document.writePOJO(chat);
            });
            document.writeEndArray();
            document.writePOJOProperty("starts", starts);
            document.writeName("attachments");
            document.writeStartArray();
            attachments.save(sessions::contains, document::writePOJO);
            document.writeEndArray();
            document.writePOJOProperty("flows", flows.save(contents));
            SavedIds drawn = ids.save();
            if (drawn != null) {
                document.writePOJOProperty("ids", drawn);
            }
            List<SavedInstanceIds> drawnOfInstances = ids.saveOfInstances();
            if (!drawnOfInstances.isEmpty()) {
                document.writePOJOProperty("idsOfInstances", drawnOfInstances);
            }
            document.writeEndObject();
        }
    }

    /**
     * Replaces the state by a document, and returns when the deadlines have fired that are overdue by then.
     *
     * @param frozen whether the clock stands still at the moment of the save, so that no deadline falls due
     * @return the number of chats
     * @throws StateRefused if the document is wrong; then nothing has changed
     */
    int load(InputStream in, boolean frozen) {
        return load(in, Runnable::run, frozen);
    }

    /**
     * Replaces the state like the start does, if the heap has the memory for it beside the chats that are there. The
     * caller closes the stream.
     *
     * @throws StateRefused if the document is wrong; then nothing has changed
     * @throws StateTooLarge if there is not enough memory; then nothing has changed
     */
    public int loadBeside(InputStream in, boolean frozen) {
        try (MeteredDocument metered = new MeteredDocument(in, memory)) {
            return load(metered, metered::toDisk, frozen);
        }
    }

    /** @param toDisk runs what reads the bytes of a file */
    private int load(InputStream in, Consumer<Runnable> toDisk, boolean frozen) {
        FileBytes.Stored files = new FileBytes.Stored(attachments, toDisk);
        AtomicBoolean inPlace = new AtomicBoolean();
        try {
            SavedState saved = read(in, files);
            replace(saved, frozen, inPlace);
            return saved.chats().size();
        } finally {
            if (!inPlace.get()) {
                attachments.drop(files.files());
            }
        }
    }

    private SavedState read(InputStream in, FileBytes.Stored files) {
        try {
            return json.readerFor(SavedState.class)
                    .withAttribute(FileBytes.Stored.class, files)
                    .readValue(in);
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (JacksonException e) {
            if (e.getCause() instanceof StateTooLarge tooLarge) {
                throw tooLarge;
            }
            if (e.getCause() instanceof UncheckedIOException diskIsFull) {
                throw diskIsFull; // the document may be right
            }
            throw StateFault.of(e);
        }
    }

    /** @param inPlace set when chats have the files of the document */
    private void replace(SavedState saved, boolean frozen, AtomicBoolean inPlace) {
        saved.checkIds();
        PreparedFlows prepared = prepare(saved.flows());
        LoadedChats loaded = chats.load(saved.chats(), saved.starts(), prepared);
        AttachmentArchive.Loaded files = attachments.load(saved.attachments(), loaded.contacts());
        TimeTravels.Readings clocks =
                StateClocks.load(saved.savedAt(), saved.clock(), saved.clocksOfInstances(), frozen);
        Runnable between = () -> {
            inPlace.set(true);
            prepared.install();
            attachments.restore(files);
            if (seedable) {
                ids.restore(saved.ids(), saved.instanceIds());
            }
        };
        try {
            replacing.alone(() -> chats.replace(loaded, between, clocks).join());
        } catch (CompletionException e) {
            throw new IllegalStateException("The state could not be replaced", e.getCause());
        }
        prepared.resumed();
    }

    private PreparedFlows prepare(SavedFlows saved) {
        try {
            return flows.prepare(saved);
        } catch (StateRefused refused) {
            throw refused.within("flows");
        }
    }
}
