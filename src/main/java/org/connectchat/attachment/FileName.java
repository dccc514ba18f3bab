package org.connectchat.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The name of a file in the form of a header: in ASCII for every client and, if it has other characters, also in full
 * for clients that know RFC 5987.
 */
record FileName(String text) {

    private static final String PLAIN = "attachment";
    /** The characters of an extended value that need no encoding, besides letters and digits (RFC 5987, attr-char). */
    private static final String UNENCODED = "!#$&+-.^_`|~";

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    /** {@code UploadMetadataSignedHeadersValue} in AWS's model. */
    private static final int MAX_UPLOAD_HEADER_LENGTH = 256;

    /** The value of {@code Content-Disposition} that makes a browser save the file under its name. */
    String contentDisposition() {
        String ascii = ascii();
        String simple = PLAIN + "; filename=\"" + ascii + "\"";
        return ascii.equals(text) ? simple : simple + "; filename*=UTF-8''" + extended();
    }

    /** The same for an upload; without the name if the value is longer than AWS's model allows. */
    String uploadDisposition() {
        String whole = contentDisposition();
        return whole.length() <= MAX_UPLOAD_HEADER_LENGTH ? whole : PLAIN;
    }

    /** With an underscore for each character that is not printable ASCII, or has a meaning in a header, path or URL. */
    private String ascii() {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(c -> ascii.append(c < ' ' || c > '~' || "\"\\/%".indexOf(c) >= 0 ? '_' : (char) c));
        return ascii.toString();
    }

    /** In UTF-8, percent-encoded, with an underscore for each character that file names must not have. */
    private String extended() {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(c -> safe.appendCodePoint(Character.isISOControl(c) || c == '/' || c == '\\' ? '_' : c));
        StringBuilder extended = new StringBuilder();
        for (byte b : safe.toString().getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c < 0x80 && Character.isLetterOrDigit(c)) || UNENCODED.indexOf(c) >= 0) {
                extended.append(c);
            } else {
                extended.append('%').append(HEX[c >> 4]).append(HEX[c & 0xf]);
            }
        }
        return extended.toString();
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "FileName";
    }
}
