package org.connectchat.flow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.connectchat.chat.StateRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document of a chat in which one value is another one is refused, or is a document. */
class ChangedDocumentsTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> OTHERS = List.of(
            NODES.stringNode("x"),
            NODES.stringNode(""),
            NODES.stringNode("2026-01-05T10:00:00Z"),
            NODES.numberNode(-1),
            NODES.numberNode(7),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.booleanNode(true),
            NODES.booleanNode(false),
            NODES.objectNode(),
            NODES.arrayNode());

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.connectchat.flow.run.ReloadScenarios#all")
    void aChangedValueIsRefusedOrLoads(String name, String flow, List<Consumer<FlowFixture>> steps) {
        FlowFixture chat = ReloadedChat.started(flow);
        steps.get(0).accept(chat);
        steps.get(1).accept(chat);
        JsonNode document = Documents.save(chat);
        int refused = 0;
        for (Runnable change : changes(document)) {
            change.run();
            refused += isRefused(chat, document) ? 1 : 0;
            change.run();
        }

        assertThat(refused).as("refused changes").isGreaterThan(300);
        assertThat(Documents.save(chat)).isEqualTo(document);
    }

    private static boolean isRefused(FlowFixture chat, JsonNode document) {
        try {
            Documents.build(chat, document);
            return false;
        } catch (StateRefused | JacksonException e) {
            return true;
        } catch (RuntimeException e) {
            return fail("A document is neither refused nor loaded: " + document, e);
        }
    }

    /** Each exchanges one value by another one, and the next time back. */
    private static List<Runnable> changes(JsonNode node) {
        List<Runnable> changes = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.propertyNames()
                    .forEach(member -> OTHERS.forEach(other ->
                            changes.add(exchange(object.get(member), other, value -> object.set(member, value)))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                OTHERS.forEach(
                        other -> changes.add(exchange(array.get(index), other, value -> array.set(index, value))));
            }
        }
        Stream.of(node).flatMap(JsonNode::valueStream).forEach(below -> changes.addAll(changes(below)));
        return changes;
    }

    private static Runnable exchange(JsonNode before, JsonNode other, Consumer<JsonNode> set) {
        boolean[] isChanged = {false};
        return () -> {
            isChanged[0] = !isChanged[0];
            set.accept(isChanged[0] ? other : before);
        };
    }
}
