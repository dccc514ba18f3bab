package org.connectchat.control.flow.bot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.InstanceParameter;
import org.connectchat.control.ResourcePaths;
import org.connectchat.flow.catalogue.OwnOfInstances;
import org.connectchat.flow.lex.script.BotScript;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.flow.lex.script.WrongBotScript;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scripted bots (rules F69 and F103): tests add, list and remove them. */
@RestController
@RequestMapping(ResourcePaths.BOTS)
@Tag(name = "bots")
final class BotController {

    private final ScriptedBots bots;

    BotController(ScriptedBots bots) {
        this.bots = bots;
    }

    @GetMapping
    @Operation(
            operationId = "listBots",
            summary = "List the scripted bots",
            description = "Lists the bots of the configuration and those that were added. With an instanceId, lists "
                    + "those that this instance has of its own.")
    BotList list(@Valid InstanceParameter query) {
        return new BotList(bots.all(query.instanceId()).entrySet().stream()
                .map(bot -> BotList.Bot.of(bot.getKey(), bot.getValue()))
                .toList());
    }

    @PutMapping("/{botName}")
    @Operation(
            operationId = "putBot",
            summary = "Add or replace a scripted bot",
            description = "The first rule that fits an input replies; if none fits, the bot closes with the intent "
                    + "FallbackIntent. The name is that of a Lex V1 bot, the id of a Lex V2 bot, or its id and its "
                    + "alias; only letters and digits of it count. A reset restores the configured bots. With an "
                    + "instanceId, chats of this instance alone find the bot, and before those that chats of all "
                    + "instances find, until the reset of the instance. At most 1,000 instances have bots of their "
                    + "own; 409 beyond.")
    BotList.Bot put(
            @PathVariable String botName, @Valid InstanceParameter query, @RequestBody @Valid BotRequest request) {
        BotScript script = request.toScript();
        try {
            if (!bots.put(query.instanceId(), botName, script)) {
                throw ControlProblem.tooManyInstances(OwnOfInstances.MAXIMUM, "scripted bots");
            }
        } catch (WrongBotScript e) {
            throw ControlProblem.badField(e.path().isEmpty() ? "botName" : e.path(), e.reason());
        }
        return BotList.Bot.of(botName, script);
    }

    @DeleteMapping("/{botName}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteBot",
            summary = "Remove a scripted bot",
            description = "The bot is no longer scripted. A reset restores a bot of the configuration.")
    void remove(@PathVariable String botName, @Valid InstanceParameter query) {
        String instanceId = query.instanceId();
        if (!bots.remove(instanceId, botName)) {
            throw ControlProblem.notFound("There is no scripted bot " + botName
                    + (instanceId == null ? "" : " of instance " + instanceId + " alone") + "; GET "
                    + ResourcePaths.BOTS + (instanceId == null ? "" : "?instanceId=" + instanceId) + " lists the bots");
        }
    }
}
