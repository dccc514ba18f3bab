package org.connectchat.flow.reference;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.restjson.json.UnicodeStrings;

/** A text that may have references (rules F12 and F13). It is parsed once and resolved each time its action runs. */
public final class TextTemplate {

    /** A bound above that of every text of a flow, so that many references to a long value cannot fill the memory. */
    static final int MAX_RESOLVED_CHARACTERS = 256_000;

    /** The texts between the references: always one more than there are references. */
    private final List<String> texts;

    private final List<Reference> references;

    private TextTemplate(List<String> texts, List<Reference> references) {
        this.texts = texts;
        this.references = references;
    }

    /** Reads a text; a dollar sign that begins no reference belongs to the text. */
    public static TextTemplate of(String text) {
        List<String> texts = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        int from = 0;
        int dollar = text.indexOf('$');
        while (dollar >= 0) {
            Reference.Match match = Reference.at(text, dollar);
            int next = dollar + 1;
            if (match != null) {
                texts.add(text.substring(from, dollar));
                references.add(match.reference());
                from = match.end();
                next = from;
            }
            dollar = text.indexOf('$', next);
        }
        texts.add(text.substring(from));
        return new TextTemplate(List.copyOf(texts), List.copyOf(references));
    }

    /** The references in the order of the text. */
    public List<Reference> references() {
        return references;
    }

    /**
     * The text with the values of its references. A reference without a value becomes an empty text (rule F14). The text is
     * cut after 256,000 characters.
     */
    public String resolve(ReferenceData data) {
        return resolve(data, MAX_RESOLVED_CHARACTERS);
    }

    String resolve(ReferenceData data, int maximum) {
        StringBuilder resolved = new StringBuilder(UnicodeStrings.cut(texts.get(0), maximum));
        for (int i = 0; i < references.size() && resolved.length() < maximum; i++) {
            String value = ReferenceValues.text(data.value(references.get(i)));
            resolved.append(UnicodeStrings.cut(value, maximum - resolved.length()));
            resolved.append(UnicodeStrings.cut(texts.get(i + 1), maximum - resolved.length()));
        }
        return resolved.toString();
    }
}
