package org.connectchat.control.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows that the faults of one instance concern no other instance. */
class FaultsOfInstancesTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");
    private static final FaultClient FAULTS = new FaultClient(EMULATOR);
    private static final String RESET = "\"effect\": {\"type\": \"RESET\"}}";

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    /** A fault that hits no call of these tests; returns its id. */
    private static String unused(String members) {
        return FAULTS.add("{\"operation\": \"TagContact\", " + members + RESET).text("id");
    }

    private List<String> ids(String query) {
        return control.get("/faults" + query).path("faults").findValuesAsString("id");
    }

    @Test
    @Rule("C35")
    void theFaultsOfAnInstanceAreListedAndRemovedAlone() {
        String contactId = Chat.startIn(EMULATOR, "here").contactId();
        String named = unused("\"instanceId\": \"here\", ");
        String byContact = unused("\"contactId\": \"" + contactId + "\", ");
        String there = unused("\"instanceId\": \"there\", ");
        String everywhere = unused("");

        assertThat(ids("?instanceId=here")).containsExactly(named, byContact);
        assertThat(ids("?instanceId=nowhere")).isEmpty();
        assertThat(control.call("DELETE", "/faults?instanceId=here", null).status())
                .isEqualTo(204);

        assertThat(ids("")).containsExactly(there, everywhere);
    }

    @Test
    @Rule("C35")
    void aResetOfAnInstanceRemovesItsFaultsAndLeavesTheOthersWithTheirHits() {
        String fault = """
                {"operation": "StartChatContact", %s"effect": {"type": "ERROR", "errorCode": "LimitExceededException"}}""";
        FAULTS.add(fault.formatted("\"instanceId\": \"here\", "));
        String there = FAULTS.add(fault.formatted("\"instanceId\": \"there\", \"count\": 2, "))
                .text("id");
        String everywhere = unused("");
        assertThat(start("here").status()).isEqualTo(429);
        assertThat(start("there").status()).isEqualTo(429);

        control.post("/reset", "{\"instanceId\": \"here\"}");

        assertThat(ids("")).containsExactly(there, everywhere);
        assertThat(FAULTS.hits(there)).isEqualTo(1);
        assertThat(start("here").status()).isEqualTo(200);
        assertThat(start("there").status()).isEqualTo(429);
        assertThat(start("there").status()).isEqualTo(200);
    }

    private static Answer start(String instanceId) {
        return EMULATOR.start(Emulator.SMALLEST_START.replace("an-instance", instanceId));
    }

    @Test
    @Rule({"C7", "C35"})
    void everyKindOfCallOfTheInstanceIsHitAndNoneOfAnother() {
        Chat here = Chat.startIn(EMULATOR, "here");
        Chat there = Chat.startIn(EMULATOR, "there");
        here.customer().connectionToken();
        there.customer().connectionToken();
        String id = FAULTS.add("""
                {"instanceId": "here", "effect": {"type": "ERROR", "errorCode": "ThrottlingException"}}""").text("id");

        assertThat(calls(there, "there"))
                .extracting(Answer::status)
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 400);
        assertThat(FAULTS.hits(id)).isZero();

        List<Answer> hit = calls(here, "here");

        assertThat(hit).allSatisfy(answer -> assertThat(answer.outcome()).isEqualTo("429 ThrottlingException"));
        assertThat(FAULTS.hits(id)).isEqualTo(hit.size());
    }

    /** Calls that name their instance in the body, in the path, by an ARN, and by each kind of token. */
    private static List<Answer> calls(Chat chat, String instanceId) {
        String arn = "arn:aws:connect:us-east-1:000000000000:instance/" + instanceId;
        return List.of(
                start(instanceId),
                start(arn),
                EMULATOR.send("POST", "/start-chat", Emulator.SMALLEST_START.replace("an-instance", instanceId)),
                EMULATOR.describe(instanceId, chat.contactId()),
                chat.customer().connection("{\"Type\": [\"CONNECTION_CREDENTIALS\"]}"),
                chat.customer().send("{\"ContentType\": \"text/plain\", \"Content\": \"Hello\"}"),
                chat.customer().call("start-attachment-upload", """
                        {"AttachmentName": "a.pdf", "ContentType": "application/pdf", "AttachmentSizeInBytes": 3,
                         "ClientToken": "t"}"""),
                chat.customer().call("complete-attachment-upload", """
                        {"AttachmentIds": ["unknown"], "ClientToken": "t"}"""));
    }

    @Test
    @Rule({"C7", "C35"})
    void aFaultAfterTheCallHitsNoCallThatNamesNoInstance() {
        String id = FAULTS.add("""
                {"instanceId": "here", "when": "AFTER",
                 "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""").text("id");

        assertThat(EMULATOR.send("GET", "/instance", null).status()).isEqualTo(200);
        assertThat(FAULTS.hits(id)).isZero();
        assertThat(start("here").status()).isEqualTo(500);
    }

    @Test
    @Rule({"C7", "C35"})
    void theSocketsOfTheInstanceAreDroppedAndNoOther() {
        Chat here = Chat.startIn(EMULATOR, "here");
        Chat there = Chat.startIn(EMULATOR, "there");
        try (ClientSocket dropped = here.customer().join();
                ClientSocket kept = there.customer().join()) {
            FAULTS.add("{\"instanceId\": \"here\", \"effect\": {\"type\": \"DROP_SOCKET\"}}");
            there.customer().say("Hello there");
            here.customer().say("Hello here");

            assertThat(dropped.closeCode()).isEqualTo(-1);
            assertThat(kept.nextItem("text/plain").path("Content").asString()).isEqualTo("Hello there");
        }
    }

    @Test
    @Rule("C35")
    void theNumberOfFaultsIsBoundedAndTheProblemSaysHowToRemoveThoseOfAnInstance() {
        for (int i = 0; i < 1_000; i++) {
            unused("\"instanceId\": \"" + (i % 2 == 0 ? "here" : "there") + "\", ");
        }

        problem(control.call("POST", "/faults", "{" + RESET), 409, "DELETE /_emulator/faults?instanceId=");
        control.post("/reset", "{\"instanceId\": \"here\"}");

        assertThat(ids("")).hasSize(500);
        unused("\"instanceId\": \"here\", ");
    }

    @Test
    @Rule({"C10", "C35"})
    void anEmptyOrTooLongInstanceIsRefused() {
        problem(control.call("DELETE", "/faults?instanceId=", null), 400, "must not be empty");
        problem(control.call("GET", "/faults?instanceId=" + "x".repeat(101), null), 400, "instanceId");
        problem(control.call("GET", "/faults?InstanceId=here", null), 400, "instanceId");
    }
}
