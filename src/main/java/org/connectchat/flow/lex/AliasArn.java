package org.connectchat.flow.lex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of {@code arn:aws:lex:region:account:bot-alias/BOT/ALIAS} that a call needs (rule F61). */
record AliasArn(String region, String botId, String aliasId) {

    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-z-]{0,20}:lex:([a-z]{2}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2})"
                    + ":[0-9]{0,12}:bot-alias/([A-Za-z0-9_-]{1,100})/([A-Za-z0-9_-]{1,100})");

    static @Nullable AliasArn of(String arn) {
        Matcher parts = FORM.matcher(arn);
        return parts.matches() ? new AliasArn(parts.group(1), parts.group(2), parts.group(3)) : null;
    }
}
