package org.connectchat.flow.lex;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.lex.BotTurn.Failed;
import org.connectchat.flow.lex.script.ScriptedBot;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.outbound.AccessKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes turns with the bots of flows: a scripted bot, else the bot behind the Lex endpoint (rule F68). */
public final class Bots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bots.class);

    private final ScriptedBots scripts;
    private final @Nullable URI endpoint;
    private final AccessKey key;
    private final Duration timeout;
    private final ReentrantLock making = new ReentrantLock();

    @GuardedBy("making")
    private @Nullable LexRuntime runtime;

    Bots(ScriptedBots scripts, @Nullable URI endpoint, AccessKey key, Duration timeout) {
        this.scripts = scripts;
        this.endpoint = endpoint;
        this.key = key;
        this.timeout = timeout;
    }

    /**
     * Takes one turn. Blocks while the endpoint is called, so it must be called without a lock. It never throws for what a
     * bot or the network does.
     */
    public BotTurn recognize(BotRequest request) {
        if (!(BotInput.of(BotMessage.TEXT, request.text()) instanceof BotInput.Text)) {
            return new Failed("Lex refuses an input that is empty or has more than 1,024 characters");
        }
        ScriptedBot scripted = scripts.find(request.instanceId(), request.bot().names());
        if (scripted != null) {
            return ScriptedTurn.of(scripted, request);
        }
        if (!(request.bot() instanceof BotName.V2 bot)) {
            return new Failed("A Lex V1 bot must be a scripted one: emulator.flows.lex.bots has none of this name");
        }
        AliasArn arn = AliasArn.of(bot.aliasArn());
        if (arn == null) {
            return new Failed(
                    "The alias ARN of the bot has not the form arn:aws:lex:region:account:bot-alias/BOT/ALIAS");
        }
        if (endpoint == null) {
            LOG.warn(
                    "The bot {} is not configured: set emulator.flows.lex.bots for a scripted bot,"
                            + " or emulator.flows.lex.endpoint for a server",
                    bot.aliasArn());
            return new Failed("The bot " + bot.aliasArn()
                    + " is neither scripted, by emulator.flows.lex.bots, nor is there emulator.flows.lex.endpoint");
        }
        return runtime(endpoint).recognize(arn, request);
    }

    private LexRuntime runtime(URI url) {
        making.lock();
        try {
            if (runtime == null) {
                runtime = new LexRuntime(url, key, timeout);
            }
            return runtime;
        } finally {
            making.unlock();
        }
    }

    /** Closes the clients of the endpoint. */
    @Override
    public void close() {
        making.lock();
        try {
            if (runtime != null) {
                runtime.close();
            }
        } finally {
            making.unlock();
        }
    }
}
