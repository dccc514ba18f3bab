package org.connectchat.flow.action.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.action.contact.ContactChat.assertFailed;
import static org.connectchat.flow.action.contact.ContactChat.assertSucceeded;
import static org.connectchat.flow.action.contact.ContactChat.chat;
import static org.connectchat.flow.action.contact.ContactChat.ran;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.transcript.TranscriptPage;
import org.connectchat.chat.transcript.TranscriptQuery;
import org.connectchat.chat.transcript.Transcripts;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatePersistentContactAssociationTest {

    private static final String TYPE = "CreatePersistentContactAssociation";
    private static final String FROM_ATTRIBUTE = "{'RehydrationType': '%s', 'SourceContactId': '$.Attributes.past'}";

    private final FlowFixture chat = chat().flow("stays", ActionFlow.of("ResumeContact", "{}"));

    /** A chat in which the customer has said something. */
    private String past(boolean ended) {
        String id = chat.startAndConnect("stays")
                .customerSays("from the past")
                .contact()
                .id();
        if (ended) {
            chat.bean(ChatContactService.class).stop(FlowFixture.INSTANCE_ID, id);
        }
        return id;
    }

    private FlowFixture ranWith(String past, String flow) {
        return chat.flow("a-flow", flow)
                .start("a-flow", Map.of("past", past), List.of(ContentTypes.PLAIN), null)
                .connect();
    }

    private TranscriptPage page(String nextToken) {
        return chat.bean(Transcripts.class)
                .page(chat.contact(), new TranscriptQuery(100, false, true, null, null, nextToken));
    }

    @ParameterizedTest
    @CsvSource({"ENTIRE_PAST_SESSION", "FROM_SEGMENT"})
    @Rule("F95")
    void thePastIsReadableFromThenOn(String rehydrationType) {
        String past = past(true);

        ranWith(past, ActionFlow.of(TYPE, FROM_ATTRIBUTE.formatted(rehydrationType)));

        assertSucceeded(chat);
        assertThat(chat.contact().lineage().continuedFromContactId()).isEqualTo(past);
        assertThat(chat.contact().lineage().relatedContactId()).isEqualTo(past);
        assertThat(page(page(null).nextToken()).entries())
                .extracting(TranscriptEntry::item)
                .anySatisfy(item -> assertThat(item.content()).isEqualTo("from the past"));
    }

    @Test
    @Rule("F95")
    void theSecondAssociationFails() {
        String past = past(true);
        String parameters = FROM_ATTRIBUTE.formatted("FROM_SEGMENT");

        ranWith(past, ActionFlow.of(TYPE, parameters, TYPE, parameters));

        assertFailed(chat, "continues contact " + past + " already");
    }

    @Test
    @Rule("F95")
    void aChatThatIsStillActiveCannotBeContinued() {
        ranWith(past(false), ActionFlow.of(TYPE, FROM_ATTRIBUTE.formatted("FROM_SEGMENT")));

        assertFailed(chat, "is still active");
        assertThat(chat.contact().lineage().continuedFromContactId()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'RehydrationType': 'FROM_SEGMENT', 'SourceContactId': 'unknown'}|Contact unknown was not found",
                "{'RehydrationType': 'FROM_SEGMENT', 'SourceContactId': 'my secret'}|must be the id of a contact",
                "{'RehydrationType': 'FROM_SEGMENT', 'SourceContactId': '$.Attributes.none'}|must be the id of a contact",
                "{'RehydrationType': 'ALL', 'SourceContactId': 'unknown'}|must be ENTIRE_PAST_SESSION or FROM_SEGMENT"
            })
    @Rule("F95")
    void aBadSourceFails(String parameters, String reason) {
        assertFailed(ran(TYPE, parameters), reason);
    }
}
