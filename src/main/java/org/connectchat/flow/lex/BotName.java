package org.connectchat.flow.lex;

import java.util.List;

/**
 * A bot as {@code ConnectParticipantWithLexBot} names it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-connectparticipantwithlexbot.html">
 *     ConnectParticipantWithLexBot</a>
 */
public sealed interface BotName {

    /** The names by which a scripted bot may be configured, the most exact one first. */
    List<String> names();

    /** A Lex V2 bot. */
    record V2(String aliasArn) implements BotName {

        @Override
        public List<String> names() {
            AliasArn arn = AliasArn.of(aliasArn);
            return arn == null ? List.of(aliasArn) : List.of(aliasArn, arn.botId() + "/" + arn.aliasId(), arn.botId());
        }
    }

    /** A Lex V1 bot, which can be a scripted one only (rule F68). */
    record V1(String name, String region, String alias) implements BotName {

        @Override
        public List<String> names() {
            return List.of(name);
        }
    }
}
