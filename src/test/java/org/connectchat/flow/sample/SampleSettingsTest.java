package org.connectchat.flow.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.connectchat.flow.lex.LexSettings;
import org.connectchat.flow.lex.script.ScriptReply;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows which settings a sample brings, and what its bots say. */
class SampleSettingsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    @Rule("F75")
    void withoutTheSettingNothingIsAdded() {
        ConfigurableEnvironment environment = with(Map.of());

        assertThat(environment.getPropertySources())
                .noneMatch(source -> source.getName().startsWith("sample"));
    }

    @Test
    @Rule("F75")
    void namesOfSamplesMayBeSpelledAsSettingsAre() {
        assertThat(agentOf("support-desk")).isEqualTo("Grace");
        assertThat(agentOf("greeter,SUPPORT_DESK")).isEqualTo("Grace");
        assertThat(agentOf("greeter")).isNull();
    }

    @Test
    @Rule("F75")
    void settingsOfOthersReplaceThoseOfASample() {
        ConfigurableEnvironment environment = with(Map.of(
                "emulator.flows.samples", "support-desk",
                "emulator.flows.agents[0].id", "edsger",
                "emulator.flows.agents[0].display-name", "Edsger"));

        assertThat(environment.getProperty("emulator.flows.agents[0].display-name"))
                .isEqualTo("Edsger");
    }

    @Test
    @Rule("F69")
    void theBotOfTheGreeterRepeatsUntilTheCustomerSaysBye() {
        ScriptedBots bots = bots("greeter");

        ScriptReply echo = reply(bots, "SAMPLEECHO", "Good morning", false);
        ScriptReply bye = reply(bots, "SAMPLEECHO", "Bye!", false);

        assertThat(echo.messages()).containsExactly("You wrote: Good morning");
        assertThat(echo.outcome()).isEqualTo(ScriptReply.Outcome.ELICITS);
        assertThat(bye.intent()).isEqualTo("Goodbye");
        assertThat(bye.outcome()).isEqualTo(ScriptReply.Outcome.CLOSES);
    }

    @Test
    @Rule({"F33", "F69"})
    void theBotOfTheSupportDeskShowsAListPickerAndTakesItsTopics() {
        ScriptedBots bots = bots("support-desk");

        ScriptReply picker = reply(bots, "SAMPLEDESK", "topics", true);
        ScriptReply chosen = reply(bots, "SAMPLEDESK", "billing, please", false);

        JsonNode template = JSON.readTree(picker.messages().get(0));
        assertThat(template.path("templateType").asString()).isEqualTo("ListPicker");
        assertThat(template.path("version").asString()).isEqualTo("1.0");
        assertThat(template.at("/data/content/elements").findValuesAsString("title"))
                .containsExactly("Billing", "Sales", "Returns");
        assertThat(picker.outcome()).isEqualTo(ScriptReply.Outcome.ELICITS);
        assertThat(chosen.intent()).isEqualTo("ChooseTopic");
        assertThat(chosen.slots()).containsExactly(Map.entry("topic", "billing"));
        assertThat(reply(bots, "SAMPLEDESK", "something else", false).intent()).isEqualTo("FallbackIntent");
    }

    @Test
    @Rule({"F33", "F69"})
    void theBotOfTheSurveyAsksOnceAndTakesARating() {
        ScriptedBots bots = bots("support-desk");

        ScriptReply asked = reply(bots, "SAMPLEPOLL", "rating", true);
        ScriptReply rated = reply(bots, "SAMPLEPOLL", "Good", false);

        assertThat(JSON.readTree(asked.messages().get(0)).path("templateType").asString())
                .isEqualTo("QuickReply");
        assertThat(rated.intent()).isEqualTo("Rate");
        assertThat(rated.slots()).containsExactly(Map.entry("rating", "Good"));
    }

    private static String agentOf(String samples) {
        return with(Map.of("emulator.flows.samples", samples)).getProperty("emulator.flows.agents[0].display-name");
    }

    private static ScriptedBots bots(String sample) {
        return new ScriptedBots(Binder.get(with(Map.of("emulator.flows.samples", sample)))
                .bind("emulator.flows.lex", Bindable.of(LexSettings.class))
                .get()
                .bots());
    }

    private static ScriptReply reply(ScriptedBots bots, String name, String input, boolean initial) {
        return bots.find(null, List.of(name)).reply("a-session", input, initial, Map.of());
    }

    private static ConfigurableEnvironment with(Map<String, Object> settings) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings of a user", settings));
        new SampleSettings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
