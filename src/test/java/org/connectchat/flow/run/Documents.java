package org.connectchat.flow.run;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.state.SavedContactFlow;
import org.connectchat.flow.state.SavedFlows;
import org.connectchat.flow.store.FlowStore;
import org.connectchat.restjson.json.JsonMappers;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the records of a chat with a flow as JSON, and reads them back. */
final class Documents {

    private static final JsonMapper JSON = JsonMappers.keepingNumbers(
                    JsonMappers.coercingNothing(JsonMappers.builder()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Documents() {}

    /** Saves a chat and loads it again, as if the process had ended in between: what was left to other threads is lost. */
    static FlowFixture reload(FlowFixture chat) {
        return load(chat, save(chat));
    }

    /** The chat as a document has it: its flow, and what belongs to no chat. */
    static JsonNode save(FlowFixture chat) {
        SavedChatFlow flow =
                (SavedChatFlow) chat(chat).locked(state -> state.flow().save(state));
        return write(flow.place(), flows(chat).save(flow.contents()));
    }

    /** Loads what was saved. */
    static FlowFixture load(FlowFixture fixture, JsonNode document) {
        PreparedFlows prepared = flows(fixture).prepare(flows(document));
        SavedChatFlow saved = new SavedChatFlow(place(document), Map.of());
        Chat chat = chat(fixture);
        chat.locked(state -> {
            ChatState.ChatFlow restored = prepared.restore(chat, saved);
            state.flow().ended(state);
            fixture.tasks().clear();
            prepared.install();
            state.setFlow(restored);
            if (state.contact().isActive()) {
                restored.resume(state);
            }
            return state;
        });
        prepared.resumed();
        return fixture.settle();
    }

    /** Builds what was saved aside, and changes nothing. */
    static void build(FlowFixture fixture, JsonNode document) {
        PreparedFlows prepared = flows(fixture).prepare(flows(document));
        SavedChatFlow saved = new SavedChatFlow(place(document), Map.of());
        chat(fixture).locked(state -> prepared.restore(chat(fixture), saved));
    }

    private static Chat chat(FlowFixture fixture) {
        return fixture.store().byContact(fixture.contact().id());
    }

    private static FlowsState flows(FlowFixture fixture) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("engine", fixture.engine()));
        return new FlowsState(
                beans.getBeanProvider(FlowEngine.class),
                new FlowStore(new MemoryBudget(1L << 30)),
                new Queues(List.of()),
                new HoursCatalogue(List.of()),
                fixture.routing,
                new ScriptedBots(Map.of()));
    }

    private static JsonNode write(SavedContactFlow place, SavedFlows flows) {
        ObjectNode document = JSON.createObjectNode();
        document.set("place", JSON.valueToTree(place));
        document.set("flows", JSON.valueToTree(flows));
        return JSON.readTree(document.toString());
    }

    static SavedContactFlow place(JsonNode document) {
        return JSON.treeToValue(document.path("place"), SavedContactFlow.class);
    }

    static SavedFlows flows(JsonNode document) {
        return JSON.treeToValue(document.path("flows"), SavedFlows.class);
    }
}
