package org.connectchat.connect.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sharer;
import org.junit.jupiter.api.Test;

/** Shows the references that UpdateContact sets, and the files of chats. */
class ListContactReferencesTest {

    private static final String PATH = "/contact/references/an-instance/";

    private final Emulator emulator = Emulator.unthrottled();

    private Answer references(String contactId, String query) {
        return emulator.send("GET", PATH + contactId + query, null);
    }

    private void update(String contactId, String references) {
        Answer response = emulator.send(
                "POST", "/contacts/an-instance/" + contactId, "{\"References\": %s}".formatted(references));
        assertThat(response.outcome()).isEqualTo("200");
    }

    @Test
    @Rule({"U1", "U4"})
    void eachReferenceIsShownByTheMemberOfItsType() {
        String id = emulator.started(Emulator.SMALLEST_START);
        update(id, """
                {"page": {"Type": "URL", "Value": "https://example.com/a"}, "no": {"Type": "NUMBER", "Value": "7"},
                 "word": {"Type": "STRING", "Value": "w"}, "day": {"Type": "DATE", "Value": "1767607200"},
                 "mail": {"Type": "EMAIL", "Value": "ada@example.com"},
                 "file": {"Type": "ATTACHMENT", "Value": "v", "Status": "APPROVED",
                          "Arn": "arn:aws:connect:us-east-1:0:instance/i"},
                 "letter": {"Type": "EMAIL_MESSAGE", "Arn": "arn:aws:connect:us-east-1:0:instance/i"}}""");

        Answer response = references(
                id,
                "?referenceTypes=URL&referenceTypes=NUMBER&referenceTypes=STRING&referenceTypes=DATE"
                        + "&referenceTypes=EMAIL&referenceTypes=ATTACHMENT");

        assertThat(response.json()).isEqualTo(JsonText.of("""
                {"ReferenceSummaryList": [
                  {"Date": {"Name": "day", "Value": "1767607200"}},
                  {"Attachment": {"Name": "file", "Value": "v", "Status": "APPROVED",
                                  "Arn": "arn:aws:connect:us-east-1:0:instance/i"}},
                  {"Email": {"Name": "mail", "Value": "ada@example.com"}},
                  {"Number": {"Name": "no", "Value": "7"}},
                  {"Url": {"Name": "page", "Value": "https://example.com/a"}},
                  {"String": {"Name": "word", "Value": "w"}}]}"""));
        assertThat(references(id, "?referenceTypes=EMAIL_MESSAGE").json()).isEqualTo(JsonText.of("""
                {"ReferenceSummaryList": [
                  {"EmailMessage": {"Name": "letter", "Arn": "arn:aws:connect:us-east-1:0:instance/i"}}]}"""));
        assertThat(references(id, "?referenceTypes=CONTACT_ANALYSIS").json()).isEqualTo(JsonText.of("""
                {"ReferenceSummaryList": []}"""));
    }

    @Test
    @Rule({"U1", "U4"})
    void anUpdateAddsAndReplacesReferences() {
        String id = emulator.started(Emulator.SMALLEST_START);
        update(id, """
                {"a": {"Type": "URL", "Value": "one"}, "b": {"Type": "URL", "Value": "two"}}""");
        emulator.stop("an-instance", id);

        update(id, """
                {"b": {"Type": "STRING", "Value": "three"}}""");

        assertThat(references(id, "?referenceTypes=URL&referenceTypes=STRING").json())
                .isEqualTo(JsonText.of("""
                        {"ReferenceSummaryList": [{"Url": {"Name": "a", "Value": "one"}},
                                                  {"String": {"Name": "b", "Value": "three"}}]}"""));
    }

    @Test
    @Rule("U4")
    void theFilesOfAChatAreAttachments() {
        Sharer customer = Sharer.customer(emulator);
        new Control(emulator).join(customer.contactId(), "Bob");
        assertThat(references(customer.contactId(), "?referenceTypes=ATTACHMENT")
                        .json())
                .isEqualTo(JsonText.of("{\"ReferenceSummaryList\": []}"));

        String attachment = customer.shared("invoice.pdf", "12345".getBytes(UTF_8));

        assertThat(references(customer.contactId(), "?referenceTypes=ATTACHMENT")
                        .json())
                .isEqualTo(JsonText.of("""
                        {"ReferenceSummaryList": [
                          {"Attachment": {"Name": "invoice.pdf", "Value": "%s", "Status": "APPROVED"}}]}""".formatted(attachment)));
        assertThat(references(customer.contactId(), "?referenceTypes=URL").json())
                .isEqualTo(JsonText.of("{\"ReferenceSummaryList\": []}"));
    }

    @Test
    @Rule("U4")
    void wrongTypesAreRefused() {
        assertThat(references("c", "").outcome()).isEqualTo("400 InvalidRequestException");
        assertThat(references("c", "?referenceTypes=PAGE").outcome()).isEqualTo("400 InvalidParameterException");
        assertThat(references("c", "?referenceTypes=URL".concat("&referenceTypes=URL".repeat(6)))
                        .message())
                .contains("has 7");
        assertThat(references("nothing", "?referenceTypes=URL").outcome()).isEqualTo("404 ResourceNotFoundException");
    }
}
