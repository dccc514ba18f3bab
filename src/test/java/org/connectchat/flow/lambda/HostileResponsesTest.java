package org.connectchat.flow.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.lambda.Calls.reason;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.connectchat.flow.lambda.LambdaServer.Response;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows that no server holds a call longer than its limit or makes it read more than a result may have. */
@Timeout(120)
class HostileResponsesTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final Duration SHORT = Duration.ofMillis(700);

    /** The two ways to a function. */
    enum Way {
        ENDPOINT,
        MAPPED;

        LambdaFunctions to(String url) {
            return this == ENDPOINT
                    ? Calls.endpoint(url, variables -> variables)
                    : Calls.mapped(Map.of("greet", url), null);
        }
    }

    private static String failure(Way way, String url) {
        return reason(way.to(url).invoke(Calls.call()));
    }

    private static String failureInTime(Way way, HostileServer.Script script) throws IOException {
        try (HostileServer server = new HostileServer(script)) {
            String reason = reason(way.to(server.url()).invoke(Calls.within(SHORT)));
            Awaitility.await().until(server::isLeft);
            assertThat(server.served()).isEqualTo(1);
            return reason;
        }
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void aServerThatIsSilentEndsAtTheLimit(Way way) throws IOException {
        assertThat(failureInTime(way, HostileServer.Connection::hold))
                .endsWith(": no response within the time limit of 700 ms");
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void aHeadThatTricklesEndsAtTheLimit(Way way) throws IOException {
        assertThat(failureInTime(way, connection -> {
                    connection.write(OK);
                    connection.trickle("X-A: b\r\n");
                }))
                .contains("no response within the time limit");
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void aBodyThatTricklesEndsAtTheLimit(Way way) throws IOException {
        assertThat(failureInTime(way, connection -> {
                    connection.write(OK + "Transfer-Encoding: chunked\r\n\r\n");
                    connection.trickle("1\r\n \r\n");
                }))
                .contains("no response within the time limit");
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void aHeadWithoutItsBodyEndsAtTheLimit(Way way) throws IOException {
        assertThat(failureInTime(way, connection -> {
                    connection.write(OK + "Content-Length: 20\r\n\r\n{\"a\"");
                    connection.hold();
                }))
                .contains("no response within the time limit");
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void theTriesShareTheLimit(Way way) throws IOException {
        try (HostileServer server = new HostileServer(connection -> {
            connection.write("HTTP/1.1 500 Error\r\nContent-Length: 0\r\nConnection: close\r\n");
            if (connection.isFirst()) {
                connection.write("\r\n");
            } else {
                connection.hold();
            }
        })) {
            assertThat(reason(way.to(server.url()).invoke(Calls.within(SHORT))))
                    .endsWith("no response within the time limit of 700 ms");
            assertThat(server.served()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @Rule("F54")
    @EnumSource
    void aBodyWithoutEndIsReadToTheMaximumOnly(Way way) throws IOException {
        String chunk = "2000\r\n" + "x".repeat(8192) + "\r\n";
        try (HostileServer server = new HostileServer(connection -> {
            connection.write(OK + "Transfer-Encoding: chunked\r\n\r\n");
            while (true) {
                connection.write(chunk);
            }
        })) {
            assertThat(failure(way, server.url())).endsWith(": the response is larger than 32768 bytes");

            Awaitility.await().until(server::isLeft);
            assertThat(server.written()).isLessThan(64_000_000);
        }
    }

    @ParameterizedTest
    @Rule("F54")
    @EnumSource
    void aResultOf40KilobytesIsTooLargeAndOneOf32IsNot(Way way) {
        String largest = "{\"a\":\"" + "x".repeat(32_768 - 8) + "\"}";
        try (LambdaServer server = new LambdaServer(
                LambdaServer.result(largest),
                LambdaServer.result(largest + " "),
                LambdaServer.result("{\"a\":\"" + "x".repeat(40_000) + "\"}"))) {
            LambdaFunctions functions = way.to(server.url());

            assertThat(Calls.data(functions.invoke(Calls.call()))).isEqualTo(largest);
            assertThat(reason(functions.invoke(Calls.call()))).endsWith("larger than 32768 bytes");
            assertThat(reason(functions.invoke(Calls.call()))).endsWith("larger than 32768 bytes");
        }
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void theBodyOfAnErrorDoesNotHideItsStatus(Way way) {
        try (LambdaServer server = new LambdaServer(LambdaServer.status(403, "<html>" + "x".repeat(100_000)))) {
            assertThat(failure(way, server.url())).endsWith(": status 403");
        }
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void aResponseThatIsNotWholeOrNotHttpIsAFailure(Way way) throws IOException {
        for (String response : List.of(
                OK + "Content-Length: 100\r\n\r\n{}",
                OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n{}",
                OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}",
                OK + "Content-Length: none\r\n\r\n{}",
                OK,
                "SSH-2.0-OpenSSH_9.2\r\n",
                "")) {
            try (HostileServer server = new HostileServer(connection -> connection.write(response))) {
                assertThat(failure(way, server.url())).as(response).endsWith(": the response is not whole or not HTTP");
            }
        }
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void aResponseWithoutABodyIsAFailure(Way way) throws IOException {
        try (HostileServer server =
                new HostileServer(connection -> connection.write(OK + "Content-Length: 0\r\n\r\n"))) {
            assertThat(failure(way, server.url())).endsWith(": the result is empty");
        }
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void aHeadOfManyMegabytesIsAFailure(Way way) throws IOException {
        try (HostileServer server = new HostileServer(connection -> {
            connection.write(OK);
            while (true) {
                connection.write("X-Large: " + "x".repeat(8192) + "\r\n");
            }
        })) {
            assertThat(reason(way.to(server.url()).invoke(Calls.within(Duration.ofSeconds(3)))))
                    .containsAnyOf("not whole or not HTTP", "no response within the time limit");
            assertThat(server.written()).isLessThan(64_000_000);
        }
    }

    @ParameterizedTest
    @Rule("F56")
    @EnumSource
    void anAddressThatCannotBeReachedIsAFailure(Way way) throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(failure(way, "http://localhost:" + free)).endsWith(": its address cannot be reached");
        assertThat(failure(way, "http://host.invalid:80")).endsWith(": its address cannot be reached");
    }

    @ParameterizedTest
    @Rule("F58")
    @EnumSource
    void aRedirectIsNotFollowed(Way way) {
        try (LambdaServer other = new LambdaServer(LambdaServer.result("{}"))) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                Response redirect = LambdaServer.status(status, "", "Location", other.url() + "/elsewhere");
                try (LambdaServer server = new LambdaServer(redirect)) {
                    assertThat(failure(way, server.url()))
                            .endsWith(": status " + status + "; redirects are not followed");
                }
            }
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    @Rule("F56")
    void aThreadThatIsInterruptedStopsWaitingAndStaysInterrupted() throws IOException, InterruptedException {
        for (Way way : Way.values()) {
            try (HostileServer server = new HostileServer(HostileServer.Connection::hold)) {
                Interrupted call = new Interrupted(() -> failure(way, server.url()));
                Awaitility.await().until(() -> server.served() == 1);

                assertThat(call.interrupted()).endsWith(": the call was interrupted, and the thread knows");
            }
        }
    }
}
