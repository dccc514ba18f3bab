package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows which instances and flows there are, with and without a catalogue of them. */
class CatalogueTest {

    private static final String ARN = "arn:aws:connect:us-east-1:000000000000:instance/";

    private final Emulator emulator = Emulator.with(
            "emulator.throttling.enabled=false",
            "emulator.instances[0].id=shop",
            "emulator.instances[0].flows[0].id=sales",
            "emulator.instances[0].flows[1].id=returns",
            "emulator.instances[1].id=" + ARN + "bank",
            "emulator.instances[1].flows[0].id=" + ARN + "bank/contact-flow/loans");

    @ParameterizedTest
    @CsvSource({
        "shop, sales",
        "shop, returns",
        "bank, loans",
        ARN + "shop, sales",
        ARN + "shop, " + ARN + "shop/contact-flow/returns",
        "bank, " + ARN + "bank/contact-flow/loans"
    })
    @Rule({"B6", "I3"})
    void anInstanceAndAFlowOfItsCatalogueEntryAreFound(String instance, String flow) {
        assertThat(start(emulator, instance, flow).outcome()).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({"school, sales", "SHOP, sales", ARN + "school, sales", ARN + "shop/school, sales"})
    @Rule("B6")
    void anUnknownInstanceIsNotFound(String instance, String flow) {
        Answer answer = start(emulator, instance, flow);

        assertThat(answer.outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(answer.message()).containsIgnoringCase("instance");
    }

    @ParameterizedTest
    @CsvSource({"shop, loans", "bank, sales", "shop, unknown", "shop, " + ARN + "bank/contact-flow/loans"})
    @Rule("B6")
    void aFlowThatIsNotThatInstancesIsNotFound(String instance, String flow) {
        Answer answer = start(emulator, instance, flow);

        assertThat(answer.outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(answer.message()).containsIgnoringCase("flow");
    }

    @Test
    @Rule("B6")
    void inputRulesAreCheckedBeforeTheCatalogue() {
        Answer answer = emulator.start("""
                {"InstanceId": "school", "ContactFlowId": "sales"}""");

        assertThat(answer.outcome()).isEqualTo("400 InvalidRequestException");
    }

    @Test
    @Rule({"B6", "B8"})
    void theCatalogueIsCheckedBeforeTheSourceOfAPersistentChat() {
        Answer answer = emulator.start("""
                {"InstanceId": "shop", "ContactFlowId": "loans", "ParticipantDetails": {"DisplayName": "Ada"},
                 "PersistentChat": {"RehydrationType": "FROM_SEGMENT", "SourceContactId": "nobody"}}""");

        assertThat(answer.outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(answer.message()).contains("loans");
    }

    @ParameterizedTest
    @CsvSource({"anything, at-all", ARN + "anything, " + ARN + "anything/contact-flow/at-all"})
    @Rule("B6")
    void withoutACatalogueEveryIdWillDo(String instance, String flow) {
        assertThat(start(Emulator.unthrottled(), instance, flow).outcome()).isEqualTo("200");
    }

    private static Answer start(Emulator emulator, String instance, String flow) {
        return emulator.start("""
                {"InstanceId": "%s", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(instance, flow));
    }
}
