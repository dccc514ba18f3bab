package org.connectchat.flow.action.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.connectchat.flow.lex.BotName;
import org.connectchat.flow.lex.BotRequest;
import org.connectchat.flow.state.SavedDialogue;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class SavedDialoguesTest {

    @Test
    @Rule({"V6", "F103"})
    void aCallThatIsMadeAgainAsksTheBotsOfItsInstance() {
        BotName bot = new BotName.V2("arn:aws:lex:us-east-1:000000000000:bot-alias/ORDERS/LIVE");
        BotRequest request = new BotRequest(bot, "an-instance", "c-1", "en_US", "order", true, Map.of("who", "Ada"));

        SavedDialogue.Call saved = SavedDialogues.save(request);

        assertThat(SavedDialogues.request(saved, bot)).isEqualTo(request);
    }
}
