package org.connectchat.restjson.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.RawHttp.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows that what Tomcat writes into the headers of one response is not in those of another. */
class EncodedHeaderTest {

    private static final String EXPOSED = "x-amzn-RequestId, x-amzn-ErrorType, x-amz-request-id, Date";
    /** A connection is closed after a hundred requests. */
    private static final int TIMES = 16;

    /** Their responses have different headers, in different numbers: each place of a header is used for many. */
    private static final List<String> HEADS = List.of(
            "PUT /contact/chat HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: "
                    + Emulator.SMALLEST_START.length(),
            "DELETE /contact/chat HTTP/1.1",
            "OPTIONS /contact/chat HTTP/1.1",
            "GET /_emulator/clock HTTP/1.1",
            "GET /actuator/health HTTP/1.1",
            "GET /contact/attributes/an-instance/a-contact HTTP/1.1");

    @Test
    @Rule({"T8", "T9"})
    void responsesOnOneConnectionHaveTheirOwnHeaders() {
        List<String> requestIds = new ArrayList<>();
        try (RawHttp client = new RawHttp(Emulator.unthrottled())) {
            for (int i = 0; i < TIMES * HEADS.size(); i++) {
                String head = HEADS.get(i % HEADS.size());
                Answer answer = client.send(head + "\r\nHost: localhost\r\n\r\n"
                                + (head.startsWith("PUT") ? Emulator.SMALLEST_START : ""))
                        .answer();

                requestIds.add(answer.header("x-amzn-RequestId"));
                if (!head.contains("/_emulator") && !head.contains("/actuator")) {
                    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
                    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo(EXPOSED);
                }
            }
        }

        assertThat(requestIds)
                .allMatch(id -> id.matches("[-0-9a-f]{36}"))
                .doesNotHaveDuplicates()
                .hasSize(TIMES * HEADS.size());
    }
}
