package org.connectchat.restjson.body;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A body in a temporary file. The file is deleted when the body is closed or discarded. */
public final class FileBody implements BodySink {

    private final FileChannel file;
    private final long most;
    private long size;

    private FileBody(FileChannel file, long most) {
        this.file = file;
        this.most = most;
    }

    /** An empty body of at most this many bytes, in the temporary folder of the system. */
    public static FileBody create(long mostBytes) throws IOException {
        return create(Files.createTempFile("connect-chat-emulator-body-", null), mostBytes);
    }

    /** An empty body in the given file. */
    public static FileBody create(Path file, long mostBytes) throws IOException {
        return new FileBody(FileChannel.open(file, READ, WRITE, CREATE, StandardOpenOption.DELETE_ON_CLOSE), mostBytes);
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
        write(ByteBuffer.wrap(bytes, 0, length));
    }

    private void write(ByteBuffer buffer) throws IOException {
        int length = buffer.remaining();
        if (length > most - size) {
            throw new BodyRefused(BodyProblem.TOO_LARGE);
        }
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        size += length;
    }

    /** Adds what is written to it; closing it changes nothing. */
    public OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int next) throws IOException {
                FileBody.this.write(new byte[] {(byte) next}, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                FileBody.this.write(ByteBuffer.wrap(bytes, offset, length));
            }
        };
    }

    /** How many bytes the body has by now. */
    public long size() {
        return size;
    }

    /** The whole body; the file is deleted when the stream is closed. */
    public InputStream complete() throws IOException {
        file.position(0);
        return Channels.newInputStream(file);
    }

    @Override
    public void discard() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
