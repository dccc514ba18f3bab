package org.connectchat.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of an SNS topic (rule S8).
 *
 * @param text the whole ARN
 */
public record TopicArn(String text, String region) {

    private static final int LONGEST = 350;
    private static final String FIFO = ".fifo";
    private static final Pattern FORM = Pattern.compile(
            "arn:aws[a-z-]*:sns:([a-z]{2}(?:-[a-z]+)+-[0-9]):[0-9]{12}:[A-Za-z0-9_-]{1,256}(?:\\.fifo)?");

    /** Reads an ARN; null if the text is none. */
    public static @Nullable TopicArn of(String text) {
        Matcher parts = FORM.matcher(text);
        return text.length() <= LONGEST && parts.matches() ? new TopicArn(text, parts.group(1)) : null;
    }

    /** Whether the topic is a FIFO topic, which message streaming does not support. */
    boolean isFifo() {
        return text.endsWith(FIFO);
    }

    @Override
    public String toString() {
        return text;
    }
}
