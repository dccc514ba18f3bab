package org.connectchat.restjson.tomcat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.ServletRequest;
import java.nio.ByteBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The path of a request line that Tomcat refuses, for example because of its query. Tomcat does not report the path of
 * such a request, but the form of the error response depends on it (rule T11).
 */
public final class UnreadTarget {

    private static final String ATTRIBUTE = UnreadTarget.class.getName();
    private static final int LONGEST = 1024;

    private UnreadTarget() {}

    /** The path of a request that has no URI; empty if the request line has none either. */
    public static String path(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String path ? path : "";
    }

    /** Takes the path from the bytes that Tomcat has read, before it uses them for something else. */
    static void keep(Request request) {
        if (request.requestURI().isNull()
                && request.getInputBuffer() instanceof ApplicationBufferHandler buffer
                && buffer.getByteBuffer() != null) {
            request.setAttribute(ATTRIBUTE, path(text(buffer.getByteBuffer())));
        }
    }

    private static String text(ByteBuffer read) {
        ByteBuffer bytes = read.duplicate();
        byte[] first = new byte[Math.min(bytes.limit(), LONGEST)];
        bytes.get(0, first);
        return new String(first, ISO_8859_1).stripLeading();
    }

    /** The part between the method and the query, the fragment or the end of the target. */
    private static String path(String head) {
        int space = head.indexOf(' ');
        if (space < 0) {
            return "";
        }
        String target = head.substring(space).stripLeading();
        int end = 0;
        while (end < target.length() && target.charAt(end) > ' ' && "?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        return target.startsWith("/") ? target.substring(0, end) : "";
    }
}
