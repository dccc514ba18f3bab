package org.connectchat.flow.lex;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.connectchat.flow.lex.BotTurn.Failed;
import org.connectchat.outbound.AccessKey;
import org.connectchat.outbound.BoundedHttp;
import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.RegionalClients;
import org.connectchat.outbound.SdkEndpoint;
import org.connectchat.outbound.TimeLimit;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.lexruntimev2.LexRuntimeV2Client;
import software.amazon.awssdk.services.lexruntimev2.model.RecognizeTextRequest;

/**
 * Calls RecognizeText at the configured endpoint (rules F61, F62, F67).
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_RecognizeText.html">RecognizeText</a>
 */
final class LexRuntime implements AutoCloseable {

    private static final int MAX_RESPONSE = 1024 * 1024;
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(_[A-Za-z0-9]{1,8}){0,3}");
    private static final Pattern SESSION = Pattern.compile("[0-9a-zA-Z._:-]{2,100}");

    /** What Amazon Connect tells Lex of a chat. */
    private static final Map<String, String> REQUEST_ATTRIBUTES = Map.of(
            "x-amz-lex:accept-content-types", "PlainText",
            "x-amz-lex:channels:platform", "Connect Chat");

    private final SdkEndpoint endpoint;
    private final RegionalClients<LexRuntimeV2Client> clients;
    private final Duration timeout;

    LexRuntime(URI url, AccessKey key, Duration timeout) {
        this.endpoint = new SdkEndpoint(url, key, new BoundedHttp(MAX_RESPONSE));
        this.clients = new RegionalClients<>(
                region -> endpoint.client(LexRuntimeV2Client.builder(), region, LexRetries.make()));
        this.timeout = timeout;
    }

    BotTurn recognize(AliasArn bot, BotRequest request) {
        String locale = request.localeId().replace('-', '_');
        if (!LOCALE.matcher(locale).matches()
                || !SESSION.matcher(request.sessionId()).matches()) {
            return new Failed("The language or the session id has not a form that Lex accepts");
        }
        try {
            LexRuntimeV2Client client = clients.in(bot.region());
            return endpoint.call(
                    new TimeLimit(timeout),
                    () -> LexResponse.turn(client.recognizeText(call(bot, request, locale)), bot));
        } catch (AwsServiceException e) {
            return new Failed(LexFailure.reason(e));
        } catch (CallFailure e) {
            return new Failed("The Lex endpoint cannot be called: " + e.reason());
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

    @Override
    public void close() {
        clients.close();
    }
}
