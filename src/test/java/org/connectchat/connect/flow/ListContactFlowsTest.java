package org.connectchat.connect.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows the lists of flows, page by page. */
class ListContactFlowsTest {

    private final Emulator emulator = Emulator.unthrottled();

    private Answer list(String instance, String query) {
        return emulator.send("GET", "/contact-flows-summary/" + instance + query, null);
    }

    private void create(String instance, String name, String type) {
        Answer created = emulator.send(
                "PUT",
                "/contact-flows/" + instance,
                Flows.create(name, Flows.SMALLEST, "\"Status\": \"SAVED\"").replace("CONTACT_FLOW", type));
        assertThat(created.outcome()).as(created.body()).isEqualTo("200");
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.path("ContactFlowSummaryList")
                .forEach(flow -> names.add(flow.path("Name").asString()));
        return names;
    }

    @Test
    @Rule("F90")
    void pagesShowEachFlowOnceInTheOrderOfTheNames() {
        for (int i = 0; i < 7; i++) {
            create("pages", "Flow " + (6 - i), "CONTACT_FLOW");
        }

        List<String> seen = new ArrayList<>();
        JsonNode page = list("pages", "?maxResults=3").json();
        seen.addAll(names(page));
        while (page.has("NextToken")) {
            page = list(
                            "pages",
                            "?maxResults=3&nextToken=" + page.path("NextToken").asString())
                    .json();
            seen.addAll(names(page));
        }

        assertThat(seen).containsExactly("Flow 0", "Flow 1", "Flow 2", "Flow 3", "Flow 4", "Flow 5", "Flow 6");
    }

    @Test
    @Rule("F90")
    void typesAreARepeatedParameter() {
        create("types", "Inbound", "CONTACT_FLOW");
        create("types", "Queue", "CUSTOMER_QUEUE");
        create("types", "Whisper", "AGENT_WHISPER");

        JsonNode some = list("types", "?contactFlowTypes=CONTACT_FLOW&contactFlowTypes=AGENT_WHISPER")
                .json();

        assertThat(names(some)).containsExactly("Inbound", "Whisper");
        assertThat(some.at("/ContactFlowSummaryList/0/ContactFlowStatus").asString())
                .isEqualTo("SAVED");
        assertThat(some.at("/ContactFlowSummaryList/0/ContactFlowState").asString())
                .isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?maxResults=0",
                "?maxResults=1001",
                "?maxResults=many",
                "?maxResults=%2B5",
                "?maxResults=%205",
                "?maxResults=%EF%BC%95",
                "?maxResults=99999999999",
                "?nextToken=*",
                "?nextToken=bm90aGluZw",
                "?contactFlowTypes=VOICE"
            })
    @Rule("F90")
    void aWrongParameterIsAnInvalidParameter(String query) {
        assertThat(list("pages", query).outcome()).isEqualTo("400 InvalidParameterException");
    }
}
