package org.connectchat.control.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.connectchat.control.ControlProblem;

/** A request whose body has been received completely. */
final class ReceivedBody extends HttpServletRequestWrapper {

    private final Stream stream;

    ReceivedBody(HttpServletRequest request, InputStream body) {
        super(request);
        this.stream = new Stream(body);
    }

    /** A request whose body was refused: reading it throws the problem. */
    static ReceivedBody refused(HttpServletRequest request, ControlProblem problem) {
        return new ReceivedBody(request, new InputStream() {
            @Override
            public int read() {
                throw problem;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                throw problem;
            }
        });
    }

    @Override
    public ServletInputStream getInputStream() {
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static final class Stream extends ServletInputStream {

        private final InputStream body;
        private boolean finished;

        Stream(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            finished |= next < 0;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = body.read(target, offset, length);
            finished |= read < 0;
            return read;
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body has been received already");
        }
    }
}
