package org.connectchat.flow.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server that writes any bytes in response to a request. */
final class HostileServer implements AutoCloseable {

    /** What it writes; the server closes the connection afterwards. */
    interface Script {

        void run(Connection connection) throws IOException, InterruptedException;
    }

    /** One connection, after its request was read. */
    final class Connection {

        private final OutputStream out;
        private final InputStream in;
        private final boolean first;

        Connection(Socket socket, boolean first) throws IOException {
            this.first = first;
            this.out = socket.getOutputStream();
            this.in = socket.getInputStream();
        }

        boolean isFirst() {
            return first;
        }

        void write(String bytes) throws IOException {
            out.write(bytes.getBytes(ISO_8859_1));
            out.flush();
            written.addAndGet(bytes.length());
        }

        /** Waits until the client closes the connection. */
        void hold() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        /** Writes the bytes again and again, slowly, until the client closes the connection. */
        void trickle(String bytes) throws IOException, InterruptedException {
            while (!closed.await(20, TimeUnit.MILLISECONDS)) {
                write(bytes);
            }
        }
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicLong written = new AtomicLong();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    HostileServer(Script script) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(script));
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                boolean first = served.incrementAndGet() == 1;
                threads.execute(() -> serve(socket, first, script));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(Socket socket, boolean first, Script script) {
        try (socket) {
            String head = "";
            while (!head.endsWith("\r\n\r\n")) {
                head += (char) socket.getInputStream().read();
            }
            int length = Integer.parseInt(head.replaceFirst("(?is).*content-length: *(\\d+).*", "$1"));
            socket.getInputStream().readNBytes(length);
            script.run(new Connection(socket, first));
        } catch (IOException | InterruptedException e) {
            // the client closed the connection, or the test is over
        } finally {
            ended.incrementAndGet();
        }
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** How many bytes the scripts have written. */
    long written() {
        return written.get();
    }

    /** How many connections there were. */
    int served() {
        return served.get();
    }

    /** Whether the client has closed all its connections. */
    boolean isLeft() {
        return served.get() == ended.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
