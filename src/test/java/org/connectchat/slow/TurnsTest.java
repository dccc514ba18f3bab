package org.connectchat.slow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Shows that a client which sends without end gives the thread to others: the emulator has a single thread for requests,
 * and there is always more to read from that client.
 */
class TurnsTest {

    private static final int FRAME = 131;
    private static final byte[] DISCARDED = new byte[1 << 16];

    private final List<Socket> endless = new ArrayList<>();

    static Emulator withOneThread() {
        return Emulator.with(
                "spring.threads.virtual.enabled=false",
                "server.tomcat.threads.max=1",
                "server.tomcat.threads.min-spare=1",
                "emulator.throttling.enabled=false",
                "logging.level.org.connectchat.calls=warn");
    }

    @AfterEach
    void end() throws IOException {
        for (Socket socket : endless) {
            socket.close();
        }
    }

    @Test
    @Rule("R23")
    void requestsWithoutEndKeepNoOtherClientWaiting() throws Exception {
        Emulator emulator = withOneThread();
        sendsWithoutEnd(emulator, "", repeated("GET /nothing/here HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        assertOthersAreServed(emulator);
    }

    @Test
    @Rule("R23")
    void requestsWithBodiesWithoutEndKeepNoOtherClientWaiting() throws Exception {
        Emulator emulator = withOneThread();
        String head = "POST /contact/stop HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunked = head.concat("2\r\n{}\r\n0\r\n\r\n");
        sendsWithoutEnd(emulator, "", repeated(chunked));

        assertOthersAreServed(emulator);
    }

    @Test
    @Rule("R23")
    void pingsWithoutEndKeepNoOtherClientWaiting() throws Exception {
        Emulator emulator = withOneThread();
        URI url = Chat.start(emulator).customer().socketUrl();
        byte[] pings = new byte[FRAME * 500];
        for (int i = 0; i < pings.length; i += FRAME) {
            pings[i] = (byte) 0x89;
            pings[i + 1] = (byte) (0x80 | 125);
        }
        sendsWithoutEnd(
                emulator,
                "GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
                pings);

        assertOthersAreServed(emulator);
    }

    private static void assertOthersAreServed(Emulator emulator) {
        for (int i = 0; i < 3; i++) {
            assertThat(emulator.send("GET", "/actuator/health", (String) null).status())
                    .isEqualTo(200);
            assertThat(emulator.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        }
    }

    private static byte[] repeated(String request) {
        return request.repeat(500).getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns when some of it has been served and still more is on its way. */
    private void sendsWithoutEnd(Emulator emulator, String first, byte[] again) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), emulator.port());
        endless.add(socket);
        CountDownLatch sent = new CountDownLatch(20);
        CountDownLatch received = new CountDownLatch(1);
        socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
        inBackground(() -> {
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                out.write(again);
                sent.countDown();
            }
        });
        inBackground(() -> {
            InputStream in = socket.getInputStream();
            while (in.read(DISCARDED) >= 0) {
                received.countDown();
            }
        });
        assertThat(received.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static void inBackground(Traffic traffic) {
        Thread thread = new Thread(() -> {
            try {
                traffic.flow();
            } catch (SocketException e) {
                // the test has ended
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Traffic {

        void flow() throws IOException;
    }
}
