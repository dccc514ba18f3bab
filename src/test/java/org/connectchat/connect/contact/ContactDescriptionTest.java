package org.connectchat.connect.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows what DescribeContact tells of a contact that flows have changed. */
class ContactDescriptionTest {

    private static final Instant ENQUEUED = Instant.parse("2026-01-05T10:00:01.500Z");

    private final ChatFixture fixture = ChatFixture.withDefaults();

    private ContactDescription described(ContactDetails details) {
        Contact contact = fixture.contact(fixture.started()).withDetails(details, ENQUEUED);
        return ContactDescription.of(contact, new AccountSettings("eu-west-1", "123456789012"), null);
    }

    @Test
    @Rule("F92")
    void whatAFlowHasSetIsShown() {
        ContactDescription description = described(new ContactDetails(
                "A name", "About a loan", "c-7", "de-DE", "arn:wisdom", Map.of("a", "1"), Map.of(), null));

        assertThat(description.name()).isEqualTo("A name");
        assertThat(description.description()).isEqualTo("About a loan");
        assertThat(description.customerId()).isEqualTo("c-7");
        assertThat(description.tags()).isEqualTo(Map.of("a", "1"));
        assertThat(description.wisdomInfo()).isEqualTo(new ContactDescription.Wisdom("arn:wisdom"));
    }

    @Test
    @Rule("F92")
    void whatNoFlowHasSetIsAbsent() {
        ContactDescription description = described(ContactDetails.NONE);

        assertThat(description.name()).isNull();
        assertThat(description.tags()).isNull();
        assertThat(description.queueInfo()).isNull();
        assertThat(description.wisdomInfo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"queue/sales, sales", "queue/agent/ada, ada"})
    @Rule("F42")
    void theQueueIsNamedByTheLastPartOfItsArn(String resource, String id) {
        ContactDescription description =
                described(ContactDetails.NONE.withQueue(new QueueInfo(resource, "A queue", ENQUEUED)));

        assertThat(description.queueInfo())
                .isEqualTo(new ContactDescription.Queue(id, new BigDecimal("1767607201.500")));
    }
}
