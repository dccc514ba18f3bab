package org.connectchat.participant.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Sharer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** DescribeView over HTTP: the configured catalogue, a view's id being its token. */
class DescribeViewTest {

    private static final String[] VIEWS = {
        "emulator.throttling.enabled=false",
        "emulator.region=eu-central-1",
        "emulator.account-id=123456789012",
        "emulator.views[0].id=form",
        "emulator.views[0].name=A form",
        "emulator.views[0].version=3",
        "emulator.views[0].template={\"Head\":{\"Title\":\"Form\"}}",
        "emulator.views[0].input-schema={\"type\":\"object\"}",
        "emulator.views[0].actions=Submit,Cancel",
        "emulator.views[1].id=5a1d:$LATEST",
        "emulator.views[1].name=Small",
        "emulator.views[1].template={}",
    };

    private final Sharer ada = Sharer.customer(Emulator.with(VIEWS));

    @Test
    void aViewOfTheCatalogueIsDescribed() {
        Answer answer = describe("form");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("View");
        JsonNode view = answer.json().path("View");
        assertThat(view.propertyNames()).containsExactlyInAnyOrder("Id", "Arn", "Name", "Version", "Content");
        assertThat(view.path("Id").asString()).isEqualTo("form");
        assertThat(view.path("Arn").asString())
                .isEqualTo("arn:aws:connect:eu-central-1:123456789012:instance/an-instance/view/form");
        assertThat(view.path("Name").asString()).isEqualTo("A form");
        assertThat(view.path("Version").isIntegralNumber()).isTrue();
        assertThat(view.path("Version").asInt()).isEqualTo(3);
        JsonNode content = view.path("Content");
        assertThat(content.propertyNames()).containsExactlyInAnyOrder("InputSchema", "Template", "Actions");
        assertThat(content.path("Template").asString()).isEqualTo("{\"Head\":{\"Title\":\"Form\"}}");
        assertThat(content.path("InputSchema").asString()).isEqualTo("{\"type\":\"object\"}");
        assertThat(content.path("Actions")).extracting(JsonNode::asString).containsExactly("Submit", "Cancel");
    }

    private Answer describe(String token) {
        return ada.call("GET", "/participant/views/" + token, null);
    }

    @Test
    void absentSettingsHaveDefaults() {
        JsonNode view = describe("5a1d:$LATEST").json().path("View");

        assertThat(view.path("Version").asInt()).isEqualTo(1);
        assertThat(view.path("Content").path("InputSchema").asString()).isEqualTo("{}");
        assertThat(view.path("Content").path("Actions").isArray()).isTrue();
        assertThat(view.path("Content").path("Actions")).isEmpty();
    }

    @Test
    void aTokenMayComeEncoded() {
        assertThat(describe("5a1d%3A%24LATEST").json().path("View").path("Name").asString())
                .isEqualTo("Small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "FORM", "form%2F", "a%2Fb%3D"})
    void anUnknownTokenIsNotFound(String token) {
        Answer answer = describe(token);

        assertThat(answer.outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(answer.json().propertyNames()).containsExactly("message", "__type");
        assertThat(answer.text("message")).startsWith("View ").contains("was not found");
    }

    @Test
    void aTokenHasUpTo1000Characters() {
        assertThat(describe("x".repeat(1_000)).outcome()).isEqualTo("404 ResourceNotFoundException");
        Answer tooLong = describe("x".repeat(1_001));
        assertThat(tooLong.outcome()).isEqualTo("400 ValidationException");
        assertThat(tooLong.text("message")).isEqualTo("ViewToken: length must be 1 to 1000 characters, was 1001");
    }

    @Test
    void theTokenOfTheConnectionComesFirst() {
        Answer answer = ada.emulator().send("GET", "/participant/views/form", null);

        assertThat(answer.outcome()).isEqualTo("403 AccessDeniedException");
        assertThat(answer.text("message")).isEqualTo("Access denied");
    }
}
