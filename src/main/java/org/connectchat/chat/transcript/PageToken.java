package org.connectchat.chat.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.connectchat.chat.ChatRefused.Reason.TRANSCRIPT_POSITION_UNKNOWN;

import java.util.Base64;
import org.connectchat.chat.ChatRefused;

/**
 * The position at which the next page of a transcript begins.
 *
 * @param chapter 0 for the contact itself, 1 for the contact that it continues, and so on
 * @param index the first item of the next page
 */
record PageToken(String sessionId, boolean forward, int chapter, int index) {

    String text() {
        String plain = sessionId + " " + (forward ? "F" : "B") + " " + chapter + " " + index;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    static PageToken parse(String text, String sessionId) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", -1);
            PageToken token = new PageToken(
                    parts[0], parts[1].equals("F"), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
            if (token.text().equals(text)
                    && token.sessionId().equals(sessionId)
                    && token.chapter() >= 0
                    && token.index() >= 0) {
                return token;
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // malformed: refused like a token of another chat
        }
        throw unknownPosition("NextToken");
    }

    /** The refusal of a position that is not in the transcript of this chat. */
    static ChatRefused unknownPosition(String member) {
        return new ChatRefused(TRANSCRIPT_POSITION_UNKNOWN, member + ": is not valid for this transcript");
    }
}
