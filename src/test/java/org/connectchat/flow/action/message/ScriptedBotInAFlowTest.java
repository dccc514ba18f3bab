package org.connectchat.flow.action.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.lex.Bots;
import org.connectchat.flow.lex.script.BotScript;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A flow with a scripted bot of the emulator's own. */
class ScriptedBotInAFlowTest {

    private static final BotScript SCRIPT = JsonMapper.builder().build().readValue("""
            {"rules": [
              {"when": {"exact": "to Paris"}, "messages": ["To Paris it is"], "intent": "Book",
               "slots": {"City": "Paris"}, "delay": "PT5S"},
              {"when": {"contains": "hello"}, "messages": ["Where to?"], "elicit": true}]}""", BotScript.class);

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext("org.connectchat.flow.lex");

    @AfterEach
    void close() {
        context.close();
    }

    private FlowFixture chat() {
        List<ActionType> types = MessageActions.all(context.getBean(Bots.class)::recognize, Set::of);
        ActionType connect = types.stream()
                .filter(type -> type.name().equals("ConnectParticipantWithLexBot"))
                .findFirst()
                .orElseThrow();
        return new FlowFixture(TalkFlow.with(connect))
                .flow("flow", BotChat.flow("{" + BotChat.BOT + ", \"Text\": \"Hello\"}"))
                .startAndConnect("flow");
    }

    @Rule({"F68", "F69"})
    @Test
    void itsRulesReplyAndItsIntentIsTheResult() {
        context.getBean(ScriptedBots.class).put(null, "TRIP/LIVE", SCRIPT);

        FlowFixture chat = chat().customerSays("hello there").customerSays("to Paris");
        assertThat(chat.said()).containsExactly("Hello", "Where to?");

        chat.after(Duration.ofSeconds(5));
        assertThat(chat.said()).containsExactly("Hello", "Where to?", "To Paris it is", "To Paris by Book");
    }

    @Rule({"F68", "F69"})
    @Test
    void whatNoRuleFitsClosesWithTheFallbackIntent() {
        context.getBean(ScriptedBots.class).put(null, "TRIP", SCRIPT);

        assertThat(chat().customerSays("what").said()).containsExactly("Hello", "NMC");
    }

    @Rule("F68")
    @Test
    void aBotThatIsNotConfiguredIsAFailureThatNamesIt() {
        FlowFixture chat = chat().customerSays("hello");

        assertThat(chat.said()).containsExactly("Hello", "NME");
        assertThat(chat.log().get(0).reason()).contains("bot-alias/TRIP/LIVE", "emulator.flows.lex");
    }
}
