package org.connectchat.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.connectchat.attachment.AttachmentArchive;
import org.connectchat.attachment.SavedAttachment.Content;
import org.connectchat.chat.StateRefused;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The bytes of files as Base64. They go from file to document and back in small parts. */
final class FileBytes {

    private FileBytes() {}

    static JacksonModule module() {
        return new SimpleModule()
                .addSerializer(Content.class, new Writer())
                .addDeserializer(Content.class, new Reader());
    }

    /** The files that one reading of a document has stored. Its reader has it as the attribute of this class. */
    static final class Stored {

        private final AttachmentArchive archive;
        private final Consumer<Runnable> toDisk;
        private final List<Content> files = new ArrayList<>();

        /** @param toDisk runs what reads the bytes of a file */
        Stored(AttachmentArchive archive, Consumer<Runnable> toDisk) {
            this.archive = archive;
            this.toDisk = toDisk;
        }

        private Content store(JsonParser json) {
            toDisk.accept(() -> files.add(archive.receive(json::readBinaryValue)));
            return files.get(files.size() - 1);
        }

        Collection<Content> files() {
            return files;
        }
    }

    private static final class Writer extends StdSerializer<Content> {

        Writer() {
            super(Content.class);
        }

        @Override
        public void serialize(Content bytes, JsonGenerator json, SerializationContext context) {
            json.writeBinary(bytes.stream(), Math.toIntExact(bytes.size()));
        }
    }

    private static final class Reader extends StdDeserializer<Content> {

        Reader() {
            super(Content.class);
        }

        @Override
        public Content deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING
                    || !(context.getAttribute(Stored.class) instanceof Stored stored)) {
                throw new StateRefused("", "must be a string of Base64");
            }
            return stored.store(json);
        }
    }
}
