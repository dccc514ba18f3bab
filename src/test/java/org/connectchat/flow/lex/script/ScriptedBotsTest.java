package org.connectchat.flow.lex.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.flow.lex.script.BotRule.When;
import org.connectchat.flow.state.StatePath;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Shows which rule of a script replies, which scripts are refused, and how bots change at run time. */
class ScriptedBotsTest {

    @ParameterizedTest
    @CsvSource({
        "hello, false, exact",
        "Hello, false, fallback",
        "say hello, false, contains",
        "order 7, false, regex",
        "zzz, true, initial",
        "zzz, false, fallback"
    })
    @Rule("F69")
    void theFirstRuleThatFitsReplies(String input, boolean initial, String intent) {
        ScriptedBots bots = bots(script(
                rule(new When("hello", null, null, null, null), "exact"),
                rule(new When(null, "hello", null, null, null), "contains"),
                rule(new When(null, null, "^order [0-9]$", null, null), "regex"),
                rule(new When(null, null, null, true, null), "initial")));

        assertThat(reply(bots, input, initial).intent())
                .isEqualTo(intent.equals("fallback") ? "FallbackIntent" : intent);
    }

    @ParameterizedTest
    @Rule("F69")
    @Timeout(60)
    @ValueSource(
            strings = {"(a+)+$", "((((((((((a)*)*)*)*)*)*)*)*)*)*z", "(a|aa)+b", "(.*)*x", "^(([a-z])+.)+[A-Z]([a-z])+$"
            })
    void noRegularExpressionTakesLong(String regex) {
        ScriptedBots bots = bots(script(rule(new When(null, null, regex, null, null), "any")));

        assertThat(reply(bots, "a".repeat(1023) + "!", false)).isNotNull();
    }

    @ParameterizedTest
    @Rule("F69")
    @ValueSource(strings = {"(", "a{2,1}", "(?=a)", "(a)\\1", "((a{1000}){1000}){1000}", "(((a{900,}){900,}){900,})"})
    void aRegularExpressionThatDoesNotCompileIsRefusedWithItsRule(String regex) {
        BotScript script = script(
                rule(new When(null, null, null, null, true), "any"),
                rule(new When(null, null, regex, null, null), "any"));

        assertThatThrownBy(() -> bots(script)).hasMessageStartingWith("greeter.rules[1].when.regex must ");
        assertThatThrownBy(() -> bots(script()).put(null, "b", script))
                .hasMessageStartingWith("rules[1].when.regex must ");
    }

    @ParameterizedTest
    @Rule("F69")
    @CsvSource(delimiter = '|', textBlock = """
            {"intent": "A"}                                                         | when
            {"when": {}, "intent": "A"}                                             | when
            {"when": {"any": false}, "intent": "A"}                                 | when.any
            {"when": {"any": true}}                                                 | intent
            {"when": {"any": true}, "intent": " "}                                  | intent
            {"when": {"any": true}, "elicit": true, "fail": true}                   | fail
            {"when": {"any": true}, "elicit": true, "delay": "P8D"}                 | delay
            {"when": {"any": true}, "elicit": true, "delay": "PT-1S"}               | delay
            {"when": {"any": true}, "elicit": true, "messages": [{"data": {}}]}     | messages[0]
            {"when": {"regex": "(a)"}, "elicit": true, "messages": ["{2}"]}         | when.regex
            {"when": {"regex": "(a)"}, "intent": "A", "slots": {"s": "{3}"}}        | when.regex
            """)
    void aRuleThatSaysNothingUsefulIsRefused(String rule, String path) {
        BotRule read = JsonMapper.shared().readValue(rule, BotRule.class);

        assertThatThrownBy(() -> bots(script()).put(null, "b", script(read)))
                .isInstanceOfSatisfying(
                        WrongBotScript.class, wrong -> assertThat(wrong.path()).isEqualTo("rules[0]." + path));
    }

    @Test
    @Rule("F69")
    void aScriptIsReadFromJsonWithTextsAndTemplates() {
        String json = """
                {"rules": [{"when": {"any": true}, "elicit": true, "delay": "PT2S", "messages": [
                  "hi", {"templateType": "ListPicker", "data": {"content": {"elements": [{"title": "{input}"}]}}}]}]}""";
        ScriptedBots bots = bots(JsonMapper.shared().readValue(json, BotScript.class));

        ScriptReply reply = reply(bots, "a \"quoted\" {input}", false);

        assertThat(reply.delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(reply.messages())
                .containsExactly(
                        "hi",
                        "{\"templateType\":\"ListPicker\",\"version\":\"1.0\",\"data\":{\"content\":{\"elements\":"
                                + "[{\"title\":\"a \\\"quoted\\\" {input}\"}]}}}");
    }

    @Test
    @Rule("F69")
    void botsArePutReplacedRemovedAndReset() {
        ScriptedBots bots = bots(script(rule(new When(null, null, null, null, true), "first")));

        bots.put(null, "GREETER", script(rule(new When(null, null, null, null, true), "second")));
        bots.put(null, "other", script());
        assertThat(reply(bots, "hello", false).intent()).isEqualTo("second");
        assertThat(bots.all(null)).containsOnlyKeys("GREETER", "other");

        assertThat(bots.remove(null, "greeter")).isTrue();
        assertThat(bots.remove(null, "greeter")).isFalse();
        assertThat(bots.find(null, List.of("greeter"))).isNull();

        bots.reset();
        assertThat(bots.all(null)).containsOnlyKeys("greeter");
        assertThat(reply(bots, "hello", false).intent()).isEqualTo("first");
    }

    @Test
    @Rule("F69")
    void noPutIsLostAmongManyAtOnce() {
        ScriptedBots bots = bots(script());

        Simultaneously.call(100, i -> {
            bots.put(null, "bot" + i, script());
            return bots.find(null, List.of("bot" + i));
        });

        assertThat(bots.all(null)).hasSize(101);
    }

    @Test
    void theNumberOfBotsIsBounded() {
        ScriptedBots bots = bots(script());
        for (int i = 1; i < 1000; i++) {
            bots.put(null, "bot" + i, script());
        }

        assertThatThrownBy(() -> bots.put(null, "one more", script())).isInstanceOf(WrongBotScript.class);
        bots.put(null, "bot1", script());
        assertThat(bots.all(null)).hasSize(1000);
    }

    @Test
    void sessionAttributesOfAbandonedDialogsAreForgotten() {
        ScriptedSessions sessions = new ScriptedSessions();
        Map<String, String> attributes = Map.of("k", "x".repeat(30_000));

        for (int i = 0; i < 1000; i++) {
            sessions.keep(new ScriptedSessions.Key("b", "c" + i), null, attributes);
        }

        assertThat(sessions.of(new ScriptedSessions.Key("b", "c0"))).isEmpty();
        assertThat(sessions.of(new ScriptedSessions.Key("b", "c999"))).isEqualTo(attributes);
    }

    @Test
    @Rule("F104")
    void aResetOfAnInstanceForgetsItsDialogsAndNoOthersAlsoAfterALoad() {
        BotScript asking =
                script(new BotRule(new When(null, null, null, null, true), null, null, null, null, true, null, null));
        ScriptedBots before = bots(asking);
        before.find("a", List.of("greeter")).reply("of-a", "hello", true, Map.of("name", "Ada"));
        before.find("b", List.of("greeter")).reply("of-b", "hello", true, Map.of("name", "Bob"));
        ScriptedBots bots = bots(asking);
        bots.prepare(before.save(), StatePath.ROOT).run();

        bots.reset("a");

        assertThat(bots.save().sessions()).isEqualTo(before.save().sessions().subList(1, 2));
        assertThat(bots.save().sessions().get(0).attributes()).containsEntry("name", "Bob");
    }

    private static ScriptReply reply(ScriptedBots bots, String input, boolean initial) {
        return bots.find(null, List.of("greeter")).reply("c-1", input, initial, null);
    }

    private static BotRule rule(When when, String intent) {
        return new BotRule(when, null, intent, null, null, null, null, null);
    }

    private static BotScript script(BotRule... rules) {
        return new BotScript(List.of(rules));
    }

    private static ScriptedBots bots(BotScript script) {
        return new ScriptedBots(Map.of("greeter", script));
    }
}
