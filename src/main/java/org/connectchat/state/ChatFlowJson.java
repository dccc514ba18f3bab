package org.connectchat.state;

import java.util.Map;
import org.connectchat.chat.session.SavedFlow;
import org.connectchat.flow.run.SavedChatFlow;
import org.connectchat.flow.state.SavedContactFlow;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The flow of a chat, without the contents that it runs: those of all chats are in the document once. */
final class ChatFlowJson {

    private ChatFlowJson() {}

    static JacksonModule module() {
        return new SimpleModule()
                .addSerializer(SavedChatFlow.class, new Writer())
                .addDeserializer(SavedFlow.class, new Reader());
    }

    private static final class Writer extends StdSerializer<SavedChatFlow> {

        Writer() {
            super(SavedChatFlow.class);
        }

        @Override
        public void serialize(SavedChatFlow flow, JsonGenerator json, SerializationContext context) {
            context.writeValue(json, flow.place());
        }
    }

    private static final class Reader extends StdDeserializer<SavedFlow> {

        Reader() {
            super(SavedFlow.class);
        }

        @Override
        public SavedFlow deserialize(JsonParser json, DeserializationContext context) {
            return new SavedChatFlow(context.readValue(json, SavedContactFlow.class), Map.of());
        }
    }
}
