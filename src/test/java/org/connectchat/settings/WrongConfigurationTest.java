package org.connectchat.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Shows that a wrong setting stops the start, and that the log names it and says what is allowed. */
@ExtendWith(OutputCaptureExtension.class)
class WrongConfigurationTest {

    @Test
    void aWrongTokenIsNotShown(CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own("emulator.control.token=sec$ret").close())
                .isInstanceOf(Exception.class);

        assertThat(analysis(log)).contains("emulator.control.token", "8 to 200").doesNotContain("sec$ret");
    }

    @ParameterizedTest
    @Rule("R20")
    @CsvSource(delimiter = '|', textBlock = """
            emulator.region                                       | europe        | us-east-1
            emulator.region                                       | ''            | us-east-1
            emulator.account-id                                   | 12345         | 12 digits
            emulator.account-id                                   | 12345678901x  | 12 digits
            emulator.account-id                                   | 1234567890123 | 12 digits
            emulator.throttling.operations.StartChatContact.rate  | 0             | 0.001
            emulator.throttling.operations.StartChatContact.rate  | -1            | 0.001
            emulator.throttling.operations.StartChatContact.rate  | NaN           | 0.001
            emulator.throttling.operations.StartChatContact.rate  | 1000001       | 1000000
            emulator.throttling.operations.StartChatContact.burst | 0             | 1
            emulator.throttling.operations.StartChatContact.burst | -8            | 1
            emulator.throttling.operations.StartChatContact.burst | 1000001       | 1000000
            emulator.quotas.concurrent-active-chats               | -1            | 0
            emulator.quotas.concurrent-active-chats               | 10000001      | 10000000
            emulator.chat.connection-deadline                     | 0s            | 1
            emulator.chat.connection-deadline                     | -5m           | 1
            emulator.chat.connection-deadline                     | 4000d         | 3650
            emulator.chat.default-duration                        | 0ms           | 1
            emulator.chat.default-duration                        | 4000d         | 3650
            emulator.chat.idempotency-window                      | -7d           | 1
            emulator.chat.idempotency-window                      | 4000d         | 3650
            emulator.chat.retention                               | -1s           | 0
            emulator.chat.retention                               | 4000d         | 3650
            emulator.chat.retained-contacts                       | -1            | 0
            emulator.chat.retained-contacts                       | 10000001      | 10000000
            emulator.max-request-size                             | 0             | 1B
            emulator.max-request-size                             | -1MB          | 1B
            emulator.max-request-size                             | 2GB           | 1GB
            emulator.public-url                                   | localhost     | http or https
            emulator.public-url                                   | ftp://host    | http or https
            emulator.public-url                                   | http:/path    | http or https
            emulator.instances[0].id                              | ''            | 1
            emulator.control.allowed-origins[0]                   | *             | http://localhost:3000
            emulator.control.allowed-origins[0]                   | null          | http://localhost:3000
            emulator.control.allowed-origins[0]                   | localhost     | http://localhost:3000
            emulator.control.allowed-origins[0]                   | http://a/     | http://localhost:3000
            emulator.control.allowed-origins[0]                   | http://A      | http://localhost:3000
            emulator.control.allowed-origins[0]                   | http://a:80   | http://localhost:3000
            emulator.control.allowed-hosts[0]                     | a.test:8080   | without a port
            emulator.control.allowed-hosts[0]                     | A.test        | lower case
            emulator.control.token                                | short         | 8 to 200
            emulator.control.token                                | 'with a space' | 8 to 200
            emulator.instances[0].flows[0].id                     | ''            | 500
            emulator.attachments.max-size                         | 2GB           | 1GB
            emulator.attachments.max-per-chat                     | -1            | 0
            emulator.attachments.upload-url-lifetime              | 8d            | 7
            emulator.attachments.folder                           | /none/such    | write to
            emulator.journal.max-calls                            | -1            | 0
            emulator.views[0].id                                  | a b           | [^ ]*A-Z.*
            """)
    void aValueOutOfItsRangeIsRefusedWithTheBoundItBreaks(
            String setting, String value, String allowed, CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own(setting + "=" + value).close()).isInstanceOf(Exception.class);

        assertThat(properties(log))
                .contains(setting)
                .allMatch(name -> name.matches("emulator(\\.([a-z-]+|StartChatContact)(\\[[0-9]])?)+"));
        assertThat(explanation(log)).containsPattern("(?<![0-9.])" + allowed + "(?![0-9.])");
    }

    @ParameterizedTest
    @Rule("R20")
    @CsvSource(delimiter = '|', textBlock = """
            emulator.throttling.enabled                           | perhaps     | true or false
            emulator.throttling.operations.StartChatContact.rate  | fast        | a number
            emulator.throttling.operations.StartChatContact.burst | 1.5         | whole number
            emulator.throttling.operations.StartChatContact.burst | huge        | whole number
            emulator.quotas.concurrent-active-chats               | many        | whole number
            emulator.quotas.concurrent-active-chats               | 99999999999 | whole number
            emulator.chat.connection-deadline                     | soon        | 5m
            emulator.chat.connection-deadline                     | 5 minutes   | 5m
            emulator.chat.default-duration                        | long        | 5m
            emulator.chat.content-limits                          | huge        | unified
            emulator.chat.idempotency-window                      | week        | 5m
            emulator.chat.retention                               | 1y          | 5m
            emulator.chat.retention                               | 5           | 500ms, 20s, 5m
            emulator.chat.retention                               | 0           | 500ms, 20s, 5m
            emulator.chat.connection-deadline                     | 300         | 500ms, 20s, 5m
            emulator.chat.default-duration                        | +90000      | 500ms, 20s, 5m
            emulator.chat.idempotency-window                      | ' 7 '       | 500ms, 20s, 5m
            emulator.attachments.upload-url-lifetime              | 60          | 500ms, 20s, 5m
            emulator.chat.retained-contacts                       | lots        | whole number
            emulator.auth.mode                                    | on          | off, require, verify
            emulator.ids.seedable                                 | 1.5         | true or false
            emulator.ids.seed                                     | 1.5         | whole number
            emulator.attachments.max-size                         | huge        | 1MB
            emulator.max-request-size                             | big         | 1MB
            emulator.public-url                                   | http://     | http or https
            """)
    void aValueThatCannotBeReadIsRefusedWithWhatWouldBeAllowed(
            String setting, String value, String allowed, CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own(setting + "=" + value).close()).isInstanceOf(Exception.class);

        assertThat(properties(log))
                .contains(setting)
                .allMatch(name -> name.matches("emulator(\\.([a-z-]+|StartChatContact)(\\[[0-9]])?)+"));
        assertThat(explanation(log)).containsIgnoringCase(allowed);
    }

    @Test
    void anOperationThatDoesNotExistIsRefusedWithThoseThatDo(CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own("emulator.throttling.operations.StopChat.rate=5")
                        .close())
                .isInstanceOf(Exception.class);

        assertThat(analysis(log))
                .contains("emulator.throttling.operations.StopChat")
                .contains(
                        "DescribeContact",
                        "GetContactAttributes",
                        "StartChatContact",
                        "StopContact",
                        "UpdateContactAttributes");
    }

    @Test
    void anOperationThatDoesNotExistIsRefusedEvenIfNothingIsThrottled(CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own(
                                "emulator.throttling.enabled=false", "emulator.throttling.operations.StopChat.rate=5")
                        .close())
                .isInstanceOf(Exception.class);

        assertThat(analysis(log)).contains("emulator.throttling.operations.StopChat");
    }

    @Test
    void anInstanceWithoutAnIdIsRefused(CapturedOutput log) {
        assertThatThrownBy(() ->
                        Emulator.own("emulator.instances[0].flows[0].id=sales").close())
                .isInstanceOf(Exception.class);

        assertThat(analysis(log)).contains("emulator.instances[0].id");
    }

    @ParameterizedTest
    @Rule("R20")
    @CsvSource(delimiter = '|', textBlock = """
            emulator.memory.share                      | 2   | 0.9
            emulator.chat.retention                    | 5   | 500ms
            server.port                                | abc | 0 to 65535
            server.port                                | 65536 | Property: server.port
            server.port                                | -1  | Property: server.port
            management.server.port                     | -2  | Property: management.server.port
            management.server.port                     | 70000 | Property: management.server.port
            server.address                             | 192.0.2.1 | Property: server.address
            server.address                             | a.invalid | an address of this machine
            emulator.throttling.operations.Nope.rate   | 1   | rate=1.0
            server.tomcat.connection-timeout           | 20s | emulator.body-timeout and emulator.response-timeout
            emulator.body-timeout                      | 60s | Set server.tomcat.connection-timeout=80s
            emulator.response-timeout                  | 5m  | Set server.tomcat.connection-timeout=320s
            """)
    void aWrongSettingIsOneMessageWithoutJavaNames(String setting, String value, String allowed, CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own(setting + "=" + value).close()).isInstanceOf(Exception.class);

        String printed = ofThisStart(log);
        assertThat(analysis(log)).contains(allowed);
        assertThat(printed.substring(0, printed.indexOf("*****")).lines().filter(line -> !line.isBlank()))
                .allMatch(line -> line.contains("Error starting ApplicationContext")
                        || line.contains("LoggingFailureAnalysisReporter"));
        assertThat(printed)
                .doesNotContain("Exception")
                .doesNotContain("org.connectchat.")
                .doesNotContain("Rate[");
    }

    /** The flow of a sample creates the beans of its actions while it is read, earlier than a start without flows. */
    @ParameterizedTest
    @Rule("R20")
    @CsvSource(delimiter = '|', textBlock = """
            emulator.flows.lex.bots.greeter.rules[0].when.any | true | emulator.flows.lex.bots.greeter.rules[0].intent
            emulator.flows.lex.endpoint                       | foo  | emulator.flows.lex.endpoint
            emulator.flows.lambda.functions.lookup            | foo  | emulator.flows.lambda.functions
            emulator.flows.agents[0].capacity                 | 0    | emulator.flows.agents[0].capacity
            emulator.views[0].id                              | a b  | emulator.views[0].id
            """)
    void aWrongSettingIsNamedThoughAFlowNeedsItBefore(String setting, String value, String named, CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own(setting + "=" + value, "emulator.flows.samples=greeter")
                        .close())
                .isInstanceOf(Exception.class);

        assertThat(properties(log)).contains(named);
        assertThat(log.toString()).doesNotContain("sample greeter.json").doesNotContain("\tat ");
    }

    /** Without what the emulators of other tests log, whose chats end at their deadlines. */
    private static String ofThisStart(CapturedOutput log) {
        return log.toString()
                .lines()
                .filter(line -> !line.contains(" ChatEndings - "))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theLogShowsNoStackTrace(CapturedOutput log) {
        assertThatThrownBy(() -> Emulator.own("emulator.region=europe").close()).isInstanceOf(Exception.class);

        assertThat(log.toString()).doesNotContain("\tat ").doesNotContain("Caused by");
    }

    /** What Spring Boot says of a start that failed, without what came before it. */
    private static String analysis(CapturedOutput log) {
        assertThat(log.toString()).contains("APPLICATION FAILED TO START");
        return log.toString().substring(log.toString().indexOf("APPLICATION FAILED TO START"));
    }

    /** The analysis without the lines that repeat the setting, so that its own value cannot pass for an explanation. */
    private static String explanation(CapturedOutput log) {
        return analysis(log)
                .lines()
                .filter(line -> !line.strip().matches("(Property|Value|Origin):.*|Failed to bind .*"))
                .collect(Collectors.joining("\n"));
    }

    /** The names in the lines that name a setting. */
    private static List<String> properties(CapturedOutput log) {
        return analysis(log)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Property: "))
                .map(line -> line.substring("Property: ".length()))
                .toList();
    }
}
