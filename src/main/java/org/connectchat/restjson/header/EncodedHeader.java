package org.connectchat.restjson.header;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.ServletRequest;
import java.nio.charset.StandardCharsets;

/**
 * A header that many responses have. Its name is encoded once, where Tomcat makes an encoder and two buffers for each name and
 * each value of each response.
 */
final class EncodedHeader {

    private final byte[] name;

    EncodedHeader(String name) {
        this.name = encoded(name);
    }

    /** The bytes of a name or a value. */
    static byte[] encoded(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Adds the header to the response of a request.
     *
     * @param value an array that nothing else uses: Tomcat writes the length of a later response into the array of an earlier
     *     header
     */
    void add(ServletRequest request, byte[] value) {
        requireNonNull(ContainerRequest.of(request), "Tomcat has not made this request")
                .getResponse()
                .getMimeHeaders()
                .addValue(name, 0, name.length)
                .setBytes(value, 0, value.length);
    }
}
