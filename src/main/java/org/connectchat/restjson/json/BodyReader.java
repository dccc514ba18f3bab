package org.connectchat.restjson.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Dialect;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bytes of a request's body: valid UTF-8, one JSON object (rules T3, T4 and T6). */
public final class BodyReader {

    private static final byte[] EMPTY_OBJECT = {'{', '}'};
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final JsonMapper json;

    public BodyReader(JsonMapper json) {
        this.json = json;
    }

    public <T> T readOrEmpty(byte[] bytes, Dialect dialect, Class<T> type) {
        return read(bytes.length == 0 ? EMPTY_OBJECT : bytes, dialect, type);
    }

    public <T> T read(byte[] bytes, Dialect dialect, Class<T> type) {
        try (JsonParser parser = parser(bytes, dialect)) {
            T value = json.readValue(parser, type);
            if (value == null) {
                throw new AwsException(dialect.malformed(), "The request body must be a JSON object, not null");
            }
            if (parser.nextToken() != null) {
                throw new AwsException(
                        dialect.malformed(), "The request body goes on after its JSON object; it must be one object");
            }
            return value;
        } catch (JacksonException e) {
            throw new AwsException(dialect.malformed(), MalformedJson.explain(e));
        }
    }

    /** Rule T2. Parameters of the content type are ignored: JSON is UTF-8 whatever the charset says. */
    public static void requireJson(@Nullable String contentType) {
        if (contentType != null) {
            int semicolon = contentType.indexOf(';');
            String mediaType = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
            if (mediaType.strip().equalsIgnoreCase("application/json")) {
                return;
            }
        }
        throw new AwsException(
                TransportError.UNSUPPORTED_MEDIA_TYPE,
                contentType == null
                        ? "The Content-Type header is missing; it must be application/json"
                        : "The Content-Type " + Violations.abbreviated(contentType)
                                + " is not supported; it must be application/json");
    }

    /** A parser of characters: one of bytes would decode them through a reader with large buffers. */
    private JsonParser parser(byte[] bytes, Dialect dialect) {
        if (bytes.length == 0) {
            throw new AwsException(dialect.malformed(), "The request body is empty; it must be a JSON object");
        }
        // UTF-16 and UTF-32 can be valid UTF-8 with zero characters.
        boolean isWide = bytes[0] == 0 || (bytes.length > 1 && bytes[1] == 0);
        if (!isWide && isAscii(bytes)) {
            return json.createParser(new AsciiReader(bytes));
        }
        String text = isWide ? null : decodedIfUtf8(bytes);
        if (text == null) {
            throw new AwsException(dialect.malformed(), "The request body is not valid UTF-8");
        }
        return json.createParser(text);
    }

    private static boolean isAscii(byte[] bytes) {
        int all = 0;
        for (byte b : bytes) {
            all |= b;
        }
        return all >= 0;
    }

    private static @Nullable String decodedIfUtf8(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            boolean isMarked = text.charAt(0) == BYTE_ORDER_MARK;
            return isMarked ? text.subSequence(1, text.length()).toString() : text.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
