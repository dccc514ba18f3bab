package org.connectchat.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that boto3 of the tests refuses responses that are not as its model has them. */
class Boto3Test {

    private final HttpServer server;

    Boto3Test() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void respond(int status, String errorType, String body) {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", errorType);
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
    }

    private void assertRefused(String reason) {
        URI endpoint = URI.create("http://localhost:" + server.getAddress().getPort());
        Boto3 boto3 = Boto3.at(endpoint);
        assertThatThrownBy(() -> boto3.run("connect.describe_contact(InstanceId='i', ContactId='c')"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("modelled.NotModelled: DescribeContact: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Contact\": {\"Idd\": \"a\"}}     | DescribeContact.Contact.Idd is no member of Contact",
                "{\"Contact\": {\"Id\": 5}}          | DescribeContact.Contact.Id is no string: 5",
                "{\"Contact\": {\"Id\": \"\"}}       | DescribeContact.Contact.Id is below 1: ''",
                "{\"Contact\": {\"Channel\": \"X\"}} | DescribeContact.Contact.Channel is none of",
            })
    void aResponseOfAnotherShape(String body, String reason) {
        respond(200, "none", body);

        assertRefused(reason);
    }

    @Test
    void anErrorThatTheModelDoesNotDeclare() {
        respond(400, "StrangeException", "{}");

        assertRefused("StrangeException is not declared");
    }
}
