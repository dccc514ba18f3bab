package org.connectchat.flow.lex;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the value of {@code $.Lex} (rule F65). Members without a value are absent. */
final class LexRoot {

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    LexRoot intent(@Nullable String name, ObjectNode slots) {
        addIntent(node, name, slots);
        return this;
    }

    /** An intent whose slots are texts. */
    LexRoot intent(@Nullable String name, Map<String, String> slots) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        addTexts(texts, slots);
        return intent(name, texts);
    }

    LexRoot sessionAttributes(Map<String, String> attributes) {
        addTexts(node.putObject("SessionAttributes"), attributes);
        return this;
    }

    LexRoot dialogState(@Nullable String state) {
        if (state != null) {
            node.put("DialogState", state);
        }
        return this;
    }

    LexRoot confidence(@Nullable Double score) {
        addConfidence(node, score);
        return this;
    }

    /** The sentiment of the input, with its scores by their names; a null label is no sentiment. */
    LexRoot sentiment(@Nullable String label, Map<String, Double> scores) {
        if (label != null) {
            ObjectNode sentiment = node.putObject("SentimentResponse").put("Label", label);
            ObjectNode values = sentiment.putObject("Scores");
            scores.forEach((name, score) -> {
                if (Double.isFinite(score)) {
                    values.put(name, score);
                }
            });
        }
        return this;
    }

    LexRoot alternative(String name, ObjectNode slots, @Nullable Double score) {
        ObjectNode alternative = node.withObjectProperty("AlternativeIntents").putObject(name);
        addIntent(alternative, name, slots);
        addConfidence(alternative, score);
        return this;
    }

    ObjectNode build() {
        return node;
    }

    private static void addIntent(ObjectNode parent, @Nullable String name, ObjectNode slots) {
        if (name != null) {
            parent.put("IntentName", name);
        }
        parent.set("Slots", slots);
    }

    private static void addTexts(ObjectNode parent, Map<String, String> texts) {
        texts.forEach(parent::put);
    }

    private static void addConfidence(ObjectNode parent, @Nullable Double score) {
        if (score != null && Double.isFinite(score)) {
            parent.putObject("IntentConfidence").put("Score", score);
        }
    }
}
