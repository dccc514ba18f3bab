package org.connectchat.state;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.connectchat.chat.StateRefused;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value that is written as a string, from no other JSON value. */
final class TextValue<T> extends StdDeserializer<T> {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Duration LONGEST = Duration.ofDays(2 * 3650);

    private final transient Function<String, T> reader;
    private final String rule;

    private TextValue(Class<T> type, Function<String, T> reader, String rule) {
        super(type);
        this.reader = reader;
        this.rule = rule;
    }

    static TextValue<Instant> ofInstant() {
        return new TextValue<>(
                Instant.class,
                TextValue::instant,
                "must be an instant such as 2026-01-05T10:00:00Z, from year 1970 to 9999");
    }

    static TextValue<Duration> ofDuration() {
        return new TextValue<>(
                Duration.class, TextValue::duration, "must be a duration such as PT5M, of twenty years at most");
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
            throw new DateTimeException("out of range");
        }
        return instant;
    }

    private static Duration duration(String text) {
        Duration duration = Duration.parse(text);
        if (duration.abs().compareTo(LONGEST) > 0) {
            throw new DateTimeException("out of range");
        }
        return duration;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return reader.apply(json.getString());
            } catch (DateTimeException | ArithmeticException e) {
                // refused below, with the rule
            }
        }
        throw new StateRefused("", rule);
    }
}
