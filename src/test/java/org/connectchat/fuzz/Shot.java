package org.connectchat.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * One request as it goes over the wire.
 *
 * @param path null if the request line is broken, so that the server may not know its place
 * @param closes whether the client says that nothing more comes
 * @param alone whether the connection is of no use afterwards
 * @param owed whether a response has to come
 */
record Shot(String entry, String method, String path, byte[] bytes, boolean closes, boolean alone, boolean owed) {

    @Override
    public String toString() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return entry + (closes ? ", then the end of the stream" : "") + "\n"
                + (text.length() > 3_000 ? text.substring(0, 3_000) + "…" + bytes.length + " bytes" : text);
    }
}
