package org.connectchat.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows what a refusal is called that no call can bring about from outside. */
class ParticipantDialectTest {

    @Test
    @Rule("P31")
    void aReceiptAmongMoreThanTwoIsAConflict() {
        AwsException error = ParticipantDialect.INSTANCE.translate(
                new ChatRefused(Reason.TOO_MANY_FOR_RECEIPTS, "Receipts are for two"));

        assertThat(error)
                .extracting(e -> e.type().code(), e -> e.type().status(), AwsException::message)
                .contains("ConflictException", 409, "Receipts are for two");
    }
}
