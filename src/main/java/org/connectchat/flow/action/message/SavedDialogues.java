package org.connectchat.flow.action.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.connectchat.flow.lex.BotInput;
import org.connectchat.flow.lex.BotMessage;
import org.connectchat.flow.lex.BotName;
import org.connectchat.flow.lex.BotRequest;
import org.connectchat.flow.lex.BotTurn;
import org.connectchat.flow.lex.Dialog;
import org.connectchat.flow.state.SavedDialogue;
import org.connectchat.flow.state.StatePath;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a dialog with a bot, as a document of state has them. */
final class SavedDialogues {

    private SavedDialogues() {}

    static SavedDialogue.Bot save(BotName bot) {
        if (bot instanceof BotName.V2 v2) {
            return new SavedDialogue.Bot(v2.aliasArn(), null, null, null);
        }
        BotName.V1 v1 = (BotName.V1) bot;
        return new SavedDialogue.Bot(null, v1.name(), v1.region(), v1.alias());
    }

    static BotName bot(SavedDialogue.Bot saved, StatePath path) {
        if (saved.aliasArn() != null) {
            path.member("name").require(saved.name() == null, "must be absent beside an aliasArn");
            return new BotName.V2(saved.aliasArn());
        }
        return new BotName.V1(
                path.member("name").given(saved.name()),
                path.member("region").given(saved.region()),
                path.member("alias").given(saved.alias()));
    }

    static Duration timeout(long seconds, StatePath path) {
        return Duration.ofSeconds(path.within(BotTimeout.MIN_SECONDS, BotTimeout.MAX_SECONDS, seconds));
    }

    static List<SavedDialogue.Input> save(Collection<BotInput> inputs) {
        return inputs.stream().map(SavedDialogues::save).toList();
    }

    private static SavedDialogue.Input save(BotInput input) {
        return new SavedDialogue.Input(
                input instanceof BotInput.Text text ? text.text() : null,
                input instanceof BotInput.Refused refused ? refused.reason() : null);
    }

    static List<BotInput> inputs(List<SavedDialogue.Input> saved, StatePath path) {
        List<BotInput> inputs = new ArrayList<>();
        for (SavedDialogue.Input input : saved) {
            inputs.add(input(input, path.index(inputs.size())));
        }
        return inputs;
    }

    private static BotInput input(SavedDialogue.Input saved, StatePath path) {
        String refused = saved.refused();
        if (refused != null) {
            path.require(saved.text() == null, "must have one of text and refused");
            return new BotInput.Refused(refused);
        }
        return new BotInput.Text(path.member("text").given(saved.text()));
    }

    static SavedDialogue.Call save(BotRequest request) {
        return new SavedDialogue.Call(
                request.instanceId(),
                request.sessionId(),
                request.localeId(),
                request.text(),
                request.initial(),
                request.sessionAttributes());
    }

    static BotRequest request(SavedDialogue.Call call, BotName bot) {
        return new BotRequest(
                bot,
                call.instanceId(),
                call.sessionId(),
                call.localeId(),
                call.text(),
                call.initial(),
                call.sessionAttributes());
    }

    static SavedDialogue.Turn save(BotTurn.Spoken turn) {
        return new SavedDialogue.Turn(
                turn.messages().stream()
                        .map(message -> new SavedDialogue.Message(message.contentType(), message.content()))
                        .toList(),
                turn.dialog().name(),
                turn.intentName(),
                turn.lex());
    }

    /** A turn that waits for its delay; the delay itself has been counted. */
    static BotTurn.Spoken turn(SavedDialogue.Turn saved, StatePath path) {
        if (!(saved.lex() instanceof ObjectNode lex)) {
            throw path.member("lex").wrong("must be a JSON object");
        }
        Dialog dialog = path.member("dialog").word(Dialog.class, saved.dialog());
        List<BotMessage> messages = saved.messages().stream()
                .map(message -> new BotMessage(message.contentType(), message.content()))
                .toList();
        return new BotTurn.Spoken(messages, dialog, saved.intentName(), lex, Duration.ZERO);
    }
}
