package org.connectchat.flow.action.message;

import java.util.List;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/** What an action says, by its parameters {@code Text}, {@code SSML}, {@code PromptId} and {@code Media}. */
sealed interface Utterance {

    int MAX_CHARACTERS = 6_000;

    /** A text, or SSML; a chat shows the tags of SSML as text. */
    record Text(String text) implements Utterance {

        /** Without the text, so that no log line holds it. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    /** The action has none of the parameters. */
    record None() implements Utterance {}

    /** The action cannot write it to a chat. */
    record Refused(String reason) implements Utterance {}

    /** Adds the parameters of an utterance to a shape. An action may have one of them at most. */
    static ActionShape shape(ActionShape of) {
        return of.text(Names.TEXT, Names.SSML)
                .single(Names.PROMPT)
                .object(Names.MEDIA, ActionShape.of().text("Uri", "SourceType", "MediaType"));
    }

    /** The names of the parameters, as {@link ActionShape} takes them. */
    static String[] names() {
        return Names.ALL.toArray(String[]::new);
    }

    static Utterance of(Step step) {
        List<String> given = Names.ALL.stream().filter(step::has).toList();
        if (given.isEmpty()) {
            return new None();
        }
        if (given.size() > 1) {
            return new Refused("Only one of " + String.join(", ", Names.ALL) + " may be set, but these are: "
                    + String.join(" and ", given));
        }
        String name = given.get(0);
        if (name.equals(Names.PROMPT) || name.equals(Names.MEDIA)) {
            step.tree(name); // for the flow log
            return new Refused("A chat plays no audio, so " + name + " cannot be said");
        }
        return text(name, step);
    }

    private static Utterance text(String name, Step step) {
        String text = step.text(name);
        if (text == null || text.isEmpty()) {
            return new Refused(name + " is empty");
        }
        return text.codePointCount(0, text.length()) > MAX_CHARACTERS
                ? new Refused(name + " has more than " + MAX_CHARACTERS + " characters")
                : new Text(text);
    }

    /** The names of the parameters. */
    final class Names {

        static final String TEXT = "Text";
        static final String SSML = "SSML";
        static final String PROMPT = "PromptId";
        static final String MEDIA = "Media";
        static final List<String> ALL = List.of(TEXT, SSML, PROMPT, MEDIA);

        private Names() {}
    }
}
