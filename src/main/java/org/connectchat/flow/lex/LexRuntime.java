package org.connectchat.flow.lex;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.connectchat.flow.lex.BotTurn.Failed;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lexruntimev2.LexRuntimeV2Client;
import software.amazon.awssdk.services.lexruntimev2.model.RecognizeTextRequest;

/**
 * Calls RecognizeText at the configured endpoint (rules F61, F62, F67).
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_RecognizeText.html">RecognizeText</a>
 */
final class LexRuntime implements AutoCloseable {

    private static final int MAX_REGIONS = 50;
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(_[A-Za-z0-9]{1,8}){0,3}");
    private static final Pattern SESSION = Pattern.compile("[0-9a-zA-Z._:-]{2,100}");

    /** What Amazon Connect tells Lex of a chat. */
    private static final Map<String, String> REQUEST_ATTRIBUTES = Map.of(
            "x-amz-lex:accept-content-types", "PlainText",
            "x-amz-lex:channels:platform", "Connect Chat");

    private final URI endpoint;
    private final LexCredentials credentials;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, LexRuntimeV2Client> clients = new HashMap<>();

    LexRuntime(URI endpoint, LexCredentials credentials, Duration timeout) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.timeout = timeout;
    }

    BotTurn recognize(AliasArn bot, BotRequest request) {
        String locale = request.localeId().replace('-', '_');
        if (!LOCALE.matcher(locale).matches()
                || !SESSION.matcher(request.sessionId()).matches()) {
            return new Failed("The language or the session id has not a form that Lex accepts");
        }
        LexRuntimeV2Client client = client(bot.region());
        if (client == null) {
            return new Failed("Bots of more than " + MAX_REGIONS + " regions have been called");
        }
        try {
            return LexResponse.turn(client.recognizeText(call(bot, request, locale)), bot);
        } catch (RuntimeException e) {
            // The SDK throws more than SdkException for a body of the wrong shape.
            return new Failed(LexFailure.reason(e, timeout));
        }
    }

    private static RecognizeTextRequest call(AliasArn bot, BotRequest request, String locale) {
        RecognizeTextRequest.Builder call = RecognizeTextRequest.builder()
                .botId(bot.botId())
                .botAliasId(bot.aliasId())
                .localeId(locale)
                .sessionId(request.sessionId())
                .text(request.text())
                .requestAttributes(REQUEST_ATTRIBUTES);
        Map<String, String> attributes = request.sessionAttributes();
        if (attributes != null) {
            call.sessionState(state -> state.sessionAttributes(attributes));
        }
        return call.build();
    }

    private @Nullable LexRuntimeV2Client client(String region) {
        lock.lock();
        try {
            LexRuntimeV2Client client = clients.get(region);
            if (client == null && clients.size() < MAX_REGIONS) {
                client = LexClients.make(endpoint, region, credentials, timeout);
                clients.put(region, client);
            }
            return client;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            clients.values().forEach(LexRuntimeV2Client::close);
        } finally {
            lock.unlock();
        }
    }
}
