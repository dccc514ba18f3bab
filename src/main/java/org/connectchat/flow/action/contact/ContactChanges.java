package org.connectchat.flow.action.contact;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactDetails.Reference;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.reference.ReferenceValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of UpdateContactData, with the limits that the API has for them.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Contact.html">Contact</a>
 */
final class ContactChanges {

    private static final int MAX_NAME = 1_024;
    private static final int MAX_DESCRIPTION = 4_096;
    private static final int MAX_CUSTOMER_ID = 128;
    private static final int MAX_ARN = 2_048;
    /** The same bound as that of a contact's attributes. */
    private static final int MAX_REFERENCES = 32_768;

    private static final Pattern LANGUAGE = Pattern.compile("([A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3})?");

    private ContactChanges() {}

    /** Reads the parameters; what is absent is null or empty, and stays as it is. */
    static ContactDetails read(Step step) {
        return new ContactDetails(
                step.text("Name"),
                step.text("Description"),
                step.text("CustomerId"),
                step.text("LanguageCode"),
                step.text("WisdomSessionArn"),
                Map.of(),
                references(step.tree("References")),
                null);
    }

    /** Why the changes are refused, without their values; null if they are not. */
    static @Nullable String problem(ContactDetails changes) {
        String language = changes.languageCode();
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            return "LanguageCode must be a language code such as en-US";
        }
        String tooLong = tooLong("Name", changes.name(), MAX_NAME);
        tooLong = tooLong == null ? tooLong("Description", changes.description(), MAX_DESCRIPTION) : tooLong;
        tooLong = tooLong == null ? tooLong("CustomerId", changes.customerId(), MAX_CUSTOMER_ID) : tooLong;
        tooLong = tooLong == null ? tooLong("WisdomSessionArn", changes.wisdomSessionArn(), MAX_ARN) : tooLong;
        return tooLong == null ? tooLong("References", length(changes.references()), MAX_REFERENCES) : tooLong;
    }

    private static @Nullable String tooLong(String name, @Nullable String text, int maximum) {
        return tooLong(name, text == null ? 0 : text.length(), maximum);
    }

    private static @Nullable String tooLong(String name, int length, int maximum) {
        return length > maximum ? name + " has " + length + " characters; the maximum is " + maximum : null;
    }

    private static int length(Map<String, Reference> references) {
        int characters = 0;
        for (Map.Entry<String, Reference> entry : references.entrySet()) {
            Reference reference = entry.getValue();
            characters += entry.getKey().length()
                    + reference.type().length()
                    + reference.value().length();
        }
        return characters;
    }

    private static Map<String, Reference> references(@Nullable JsonNode tree) {
        Map<String, Reference> references = new LinkedHashMap<>();
        if (tree != null) {
            tree.properties()
                    .forEach(entry -> references.put(
                            entry.getKey(),
                            new Reference(member(entry.getValue(), "Type"), member(entry.getValue(), "Value"))));
        }
        return references;
    }

    /** Flow files use both spellings, {@code Value} and {@code value}. */
    private static String member(JsonNode reference, String name) {
        JsonNode member = reference.get(name);
        return ReferenceValues.text(member == null ? reference.get(name.toLowerCase(Locale.ROOT)) : member);
    }
}
