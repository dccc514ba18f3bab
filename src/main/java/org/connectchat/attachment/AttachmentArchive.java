package org.connectchat.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.connectchat.attachment.SavedAttachment.Content;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.contact.Contact;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves the attachments of all chats with their bytes, and puts saved ones in place. */
public final class AttachmentArchive {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentArchive.class);

    private final AttachmentStore store;
    private final AttachmentUploads uploads;

    AttachmentArchive(AttachmentStore store, AttachmentUploads uploads) {
        this.store = store;
        this.uploads = uploads;
    }

    /**
     * Saves each attachment of some sessions. Its bytes can be read while the consumer runs.
     *
     * @param sessions whether the attachments of a session are saved, by its id
     */
    public void save(Predicate<String> sessions, Consumer<SavedAttachment> saved) {
        store.all().stream()
                .filter(attachment -> sessions.test(attachment.owner().sessionId()))
                .forEach(attachment -> save(attachment, saved));
    }

    private static void save(Attachment attachment, Consumer<SavedAttachment> saved) {
        Path file = attachment.file();
        if (file == null) {
            saved.accept(SavedAttachment.of(attachment, null));
            return;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            saved.accept(SavedAttachment.of(attachment, Content.reading(bytes, attachment.bytes())));
        } catch (NoSuchFileException e) {
            LOG.debug("{} was dropped meanwhile", attachment, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes bytes into a file. */
    @FunctionalInterface
    public interface Writing {
        /** Writes all bytes to the stream. */
        void to(OutputStream out) throws IOException;
    }

    /** Stores the bytes of an attachment that is being loaded. They stay until they are dropped, or their chat is. */
    public Content receive(Writing bytes) {
        try {
            Path file = store.folder().file(UUID.randomUUID().toString());
            boolean complete = false;
            try {
                try (OutputStream out = Files.newOutputStream(file)) {
                    bytes.to(out);
                }
                complete = true;
                return Content.stored(file, Files.size(file));
            } finally {
                if (!complete) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops bytes of a document that is not loaded. */
    public void drop(Collection<Content> bytes) {
        store.folder().delete(bytes.stream().map(Content::file).toList());
    }

    /**
     * Makes attachments of what was saved.
     *
     * @param chats the last contact of each loaded chat, by the id of its session
     * @throws StateRefused if something is wrong
     */
    public Loaded load(List<SavedAttachment> saved, Map<String, Contact> chats) {
        return Loaded.of(saved, chats);
    }

    /** Puts attachments in place whose chats cannot be found yet; those of all other chats are gone. */
    public void restore(Loaded loaded) {
        for (Loaded.One each : loaded.all) {
            store.of(each.contact()).restore(each.attachment());
            if (each.contact().isActive()) {
                uploads.restore(each.contact().instanceId(), each.attachment());
            }
        }
    }

    /** Attachments that were made from what was saved. No client reaches them before they are put in place. */
    public static final class Loaded {

        /** An attachment of a loaded chat. */
        private record One(Contact contact, Attachment attachment) {}

        private final List<One> all;

        private Loaded(List<One> all) {
            this.all = all;
        }

        /**
         * Makes the attachments aside, and takes their memory.
         *
         * @param chats the last contact of each loaded chat, by the id of its session
         * @throws StateRefused if one of them is wrong
         */
        private static Loaded of(List<SavedAttachment> saved, Map<String, Contact> chats) {
            List<One> all = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (int i = 0; i < saved.size(); i++) {
                try {
                    SavedAttachment each = saved.get(i);
                    Contact contact = chats.get(each.sessionId());
                    if (contact == null) {
                        throw new StateRefused("sessionId", "must be the id of the first contact of a chat");
                    }
                    Attachment attachment = each.attachment();
                    StateRefused.unless(
                            names.add(each.sessionId() + " " + attachment.id()),
                            "ref.id",
                            "must not be that of another one");
                    StateRefused.unless(names.add(each.handle()), "handle", "must not be that of another one");
                    StateRefused.unless(
                            contact.isActive() || attachment.isCompleted(),
                            "completedWith",
                            "is required of an attachment of a chat that has ended");
                    contact.memory().hold(attachment.weight());
                    all.add(new One(contact, attachment));
                } catch (StateRefused refused) {
                    throw refused.within("attachments[" + i + "]");
                }
            }
            return new Loaded(all);
        }
    }
}
