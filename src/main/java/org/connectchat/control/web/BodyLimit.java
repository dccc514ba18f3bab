package org.connectchat.control.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.connectchat.control.ControlProblem;
import org.connectchat.restjson.body.RequestSettings;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses bodies larger than {@code emulator.max-request-size}, whether or not their length is announced. */
@ControllerAdvice
final class BodyLimit extends RequestBodyAdviceAdapter {

    private final long maximumBytes;

    BodyLimit(RequestSettings settings) {
        this.maximumBytes = settings.maxRequestSize().toBytes();
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        if (message.getHeaders().getContentLength() > maximumBytes) {
            throw tooLarge();
        }
        return new Bounded(message.getHeaders(), new BoundedStream(message.getBody()));
    }

    private ControlProblem tooLarge() {
        return tooLarge(maximumBytes);
    }

    static ControlProblem tooLarge(long maximumBytes) {
        return ControlProblem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "The request body is larger than the " + maximumBytes
                        + " bytes that are allowed (emulator.max-request-size)");
    }

    private record Bounded(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }

    /** Counts the bytes that are read and throws at the limit. */
    private final class BoundedStream extends InputStream {

        private final InputStream stream;
        private long left = maximumBytes;

        BoundedStream(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            int next = stream.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = stream.read(target, offset, length);
            count(count);
            return count;
        }

        private void count(int bytes) {
            left -= Math.max(0, bytes);
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
