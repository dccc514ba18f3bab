package org.connectchat.slow;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes one call over and over, each on a connection of its own, and notes how long the response takes. */
final class Probe implements Runnable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final long AFTERWARDS = Duration.ofSeconds(8).toNanos();

    private final int port;
    private final byte[] request;
    private final List<Long> micros = new ArrayList<>();
    private int failures;
    private volatile long end = Long.MAX_VALUE;

    Probe(int port, String requestLine, String body) {
        this.port = port;
        this.request = (requestLine + "\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    void warmUp() throws IOException {
        for (int i = 0; i < 200; i++) {
            once();
        }
    }

    /** Goes on for some seconds: the slow clients have all begun. */
    void endSoon() {
        end = System.nanoTime() + AFTERWARDS;
    }

    @Override
    public void run() {
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            try {
                once();
                Thread.sleep(20);
            } catch (SocketTimeoutException e) {
                failures++;
            } catch (IOException e) {
                failures++;
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            micros.add((System.nanoTime() - begin) / 1_000 - 20_000);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!answer.startsWith("HTTP/1.1 200")) {
                throw new IOException(
                        "Not served: " + answer.lines().findFirst().orElse("nothing"));
            }
        }
    }

    /** Median and maximum, and how many calls were not served. */
    String figures() {
        List<Long> sorted = micros.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "-";
        }
        return "%.0f ms, max %.0f ms%s"
                .formatted(
                        sorted.get(sorted.size() / 2) / 1_000.0,
                        sorted.get(sorted.size() - 1) / 1_000.0,
                        failures == 0 ? "" : " (" + failures + " failed)");
    }
}
