package org.connectchat.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** The limits for the length of the content of a message (rule I10). */
public enum ContentLimits {

    /** Characters (Unicode code points) by content type: 1,024, 12,000 or 12,288. */
    CLASSIC {
        @Override
        int maximum(String contentType) {
            return switch (contentType) {
                case ContentTypes.JSON -> 12_000;
                case ContentTypes.INTERACTIVE, ContentTypes.INTERACTIVE_RESPONSE -> 12_288;
                default -> 1_024;
            };
        }

        @Override
        int measure(String content) {
            return content.codePointCount(0, content.length());
        }

        @Override
        String unit() {
            return "characters";
        }
    },

    /** 16,384 UTF-8 bytes for every content type, as in AWS since June 2026. */
    UNIFIED {
        @Override
        int maximum(String contentType) {
            return 16_384;
        }

        @Override
        int measure(String content) {
            return content.getBytes(UTF_8).length;
        }

        @Override
        String unit() {
            return "UTF-8 bytes";
        }
    };

    /**
     * Says what is wrong with the length of a content.
     *
     * @param contentType null if it is unknown; then only an empty content is wrong
     * @return null if nothing is wrong
     */
    public @Nullable String problem(String content, @Nullable String contentType) {
        int length = measure(content);
        if (length >= 1 && (contentType == null || length <= maximum(contentType))) {
            return null;
        }
        return contentType == null
                ? "length must be at least 1 " + unit() + ", was " + length
                : "length must be 1 to " + maximum(contentType) + " " + unit() + " for " + contentType + ", was "
                        + length;
    }

    abstract int maximum(String contentType);

    abstract int measure(String content);

    abstract String unit();
}
