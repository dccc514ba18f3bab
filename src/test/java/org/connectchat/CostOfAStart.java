package org.connectchat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;

/**
 * Compares the CPU time of one StartChatContact with that of a bare Tomcat servlet that reads the same request and
 * answers as many bytes, in turns within one run. Not part of the build; run it with {@code ./mvnw test
 * -Dtest=CostOfAStart}.
 */
class CostOfAStart {

    private static final int ANSWER_BYTES = 741;
    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = 5;
    private static final int REQUESTS_A_ROUND = 40_000;
    private static final byte[] REQUEST = request("""
            {"InstanceId":"11111111-2222-3333-4444-555555555555","ContactFlowId":"66666666-7777-8888-9999-000000000000",\
            "ParticipantDetails":{"DisplayName":"Ada Lovelace"},"Attributes":{"customerName":"Ada","tier":"gold"},\
            "SupportedMessagingContentTypes":["text/plain","text/markdown"],\
            "InitialMessage":{"ContentType":"text/plain","Content":"Hello"}}""");

    @Test
    void aStartCostsAtMostThreeTimesABareServlet() throws Exception {
        try (Server bare = Server.start(BareServlet.class);
                Server emulator = Server.start(
                        ConnectChatEmulator.class,
                        "--server.port=0",
                        "--emulator.throttling.enabled=false",
                        "--emulator.quotas.concurrent-active-chats=10000000")) {
            bare.microsPerRequest();
            emulator.microsPerRequest();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double base = bare.microsPerRequest();
                double ours = emulator.microsPerRequest();
                ratios.add(ours / base);
                System.out.printf(
                        "round %d: bare %.1f µs, emulator %.1f µs, ratio %.2f%n", round, base, ours, ours / base);
            }
            ratios.sort(null);
            double median = ratios.get(ROUNDS / 2);
            System.out.printf("median ratio %.2f on Java %s%n", median, System.getProperty("java.version"));
            assertThat(median).isLessThanOrEqualTo(3);
        }
    }

    private static byte[] request(String body) {
        return ("PUT /contact/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A server in a Java of its own, so that its CPU time is its own too. */
    private record Server(Process process, int port) implements AutoCloseable {

        static Server start(Class<?> main, String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    main.getName()));
            command.addAll(Arrays.asList(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            BufferedReader output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = output.readLine();
            while (!line.contains("Ready on port ")) {
                line = output.readLine();
            }
            int port = Integer.parseInt(line.replaceAll(".*Ready on port (\\d+).*", "$1"));
            Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}));
            drain.setDaemon(true);
            drain.start();
            return new Server(process, port);
        }

        double microsPerRequest() throws Exception {
            Duration before = cpu();
            ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
            try {
                List<Callable<Void>> work = new ArrayList<>();
                for (int i = 0; i < CONNECTIONS; i++) {
                    work.add(this::send);
                }
                for (var done : clients.invokeAll(work)) {
                    done.get();
                }
            } finally {
                clients.shutdown();
            }
            return cpu().minus(before).toNanos() / 1_000.0 / REQUESTS_A_ROUND;
        }

        private Void send() throws IOException {
            try (Socket socket = new Socket("localhost", port)) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream();
                byte[] buffer = new byte[8192];
                for (int i = 0; i < REQUESTS_A_ROUND / CONNECTIONS; i++) {
                    out.write(REQUEST);
                    readAnswer(in, buffer);
                }
            }
            return null;
        }

        /** An answer is complete with the last byte of a body whose size both servers share. */
        private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
            int filled = 0;
            int end = -1;
            while (end < 0 || filled < end) {
                int read = in.read(buffer, filled, buffer.length - filled);
                if (read < 0) {
                    throw new IOException("The server hung up");
                }
                filled += read;
                if (end < 0) {
                    String head = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1);
                    int body = head.indexOf("\r\n\r\n");
                    end = body < 0 ? -1 : body + 4 + ANSWER_BYTES;
                    if (!head.startsWith("HTTP/1.1 200")) {
                        throw new IOException("Not an answer to count: " + head);
                    }
                }
            }
        }

        private Duration cpu() {
            return process.info().totalCpuDuration().orElseThrow();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    /** Reads a request and answers as many bytes as StartChatContact does. */
    public static final class BareServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        public static void main(String[] arguments) throws Exception {
            Tomcat tomcat = new Tomcat();
            tomcat.setPort(0);
            Context context = tomcat.addContext("", null);
            Wrapper servlet = Tomcat.addServlet(context, "bare", new BareServlet());
            servlet.addMapping("/*");
            tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
            tomcat.start();
            System.out.println("Ready on port " + tomcat.getConnector().getLocalPort() + ".");
            tomcat.getServer().await();
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            byte[] answer = new byte[ANSWER_BYTES];
            Arrays.fill(answer, (byte) 'a');
            response.setContentType("application/json");
            response.setContentLength(answer.length);
            response.getOutputStream().write(answer);
        }
    }
}
