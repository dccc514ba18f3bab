package org.connectchat.restjson.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.PlainDialect;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.connectchat.restjson.throttle.ThrottleLimit;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows that a failure inside is told to the caller by its request id alone, and to the log with all there is. */
@ExtendWith(OutputCaptureExtension.class)
class InternalFailureTest {

    private static final String CAUSE = "a-cause-that-is-nobody-elses-business";
    private static final AtomicBoolean CLOCK_BROKEN = new AtomicBoolean();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext emulator;

    /** What can go wrong in an operation that was written without care. */
    enum Failure {
        ILLEGAL_STATE {
            @Override
            Object happen() {
                throw new IllegalStateException(CAUSE);
            }
        },
        NULL_POINTER {
            @Override
            Object happen() {
                throw new NullPointerException(CAUSE);
            }
        },
        WITH_CAUSE {
            @Override
            Object happen() {
                throw new CompletionException(new java.io.IOException(CAUSE));
            }
        },
        SPRINGS_OWN {
            @Override
            Object happen() {
                throw new ErrorResponseException(HttpStatus.BAD_GATEWAY, new IllegalStateException(CAUSE));
            }
        },
        ASSERTION {
            @Override
            Object happen() {
                throw new AssertionError(CAUSE);
            }
        },
        LINKAGE {
            @Override
            Object happen() {
                throw new NoClassDefFoundError(CAUSE);
            }
        },
        ENDLESS_RECURSION {
            @Override
            Object happen() {
                return List.of(ENDLESS_RECURSION.happen(), CAUSE);
            }
        },
        UNWRITABLE_ANSWER {
            @Override
            Object happen() {
                return new Unwritable("x");
            }
        };

        abstract Object happen();
    }

    record Unwritable(String text) {

        @Override
        public String text() {
            throw new IllegalStateException(CAUSE);
        }
    }

    private static final class Fail extends RequestOperation<Failure> {

        @Override
        public Route route() {
            return new Route(
                    PlainDialect.CONNECT,
                    "Fail",
                    List.of("GET"),
                    "/fail/{Failure}",
                    ThrottleLimit.DEFAULT,
                    Route.Scope.ACCOUNT,
                    TransportError.BAD_REQUEST);
        }

        @Override
        protected Failure read(Call call) {
            return Failure.valueOf(call.label("Failure"));
        }

        @Override
        protected Violations check(Failure failure) {
            return new Violations(TransportError.BAD_REQUEST, TransportError.BAD_REQUEST);
        }

        @Override
        protected Target target(Failure failure) {
            return new Target("an-instance", null);
        }

        @Override
        protected Object execute(Failure failure, Call call) {
            return failure.happen();
        }
    }

    /** The clock of the domain; only calls of an operation see it broken. */
    private static final class BreakableClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            if (CLOCK_BROKEN.get() && !Thread.currentThread().getName().equals("deadlines")) {
                throw new IllegalStateException(CAUSE);
            }
            return Instant.now();
        }
    }

    @BeforeAll
    static void start() {
        SpringApplication application = new SpringApplication(ConnectChatEmulator.class);
        application.addInitializers(context -> {
            ((GenericApplicationContext) context).registerBean(Fail.class, Fail::new);
            context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof EmulatorClock ? new EmulatorClock(new BreakableClock()) : bean;
                }
            });
        });
        emulator = application.run("--server.port=0", "--emulator.throttling.enabled=false");
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    private static HttpResponse<String> send(String method, String path, String json) throws Exception {
        String port = emulator.getEnvironment().getRequiredProperty("local.server.port");
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-amzn-RequestId").orElseThrow();
    }

    private static void assertInternalFailure(HttpResponse<String> answer, CapturedOutput log) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("InternalServiceException");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body())
                .contains(requestId(answer))
                .doesNotContain(CAUSE, "\\n", "\tat ")
                .doesNotContainPattern("(java|org|tools|jakarta)\\.[a-z]")
                .doesNotContainPattern("[A-Za-z](?<!InternalService)(Exception|Error)\\b");
        assertThat(log.getAll()).contains(requestId(answer)).containsPattern("\n\tat org\\.connectchat\\.");
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    @Rule("T10")
    void anUnexpectedFailureIsAnInternalServiceException(Failure failure, CapturedOutput log) throws Exception {
        HttpResponse<String> answer = send("GET", "/fail/" + failure, null);

        assertInternalFailure(answer, log);
        assertThat(json(answer).propertyNames()).containsExactly("Message", "__type");
        assertThat(log.getAll()).contains(failure == Failure.ENDLESS_RECURSION ? "StackOverflowError" : CAUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contact/chat", "/start-chat"})
    @Rule("T10")
    void aStartThatFailsInsideSaysSoAndTheNextOneWorks(String path, CapturedOutput log) throws Exception {
        CLOCK_BROKEN.set(true);
        HttpResponse<String> failed;
        try {
            failed = send("POST", path, Emulator.SMALLEST_START);
        } finally {
            CLOCK_BROKEN.set(false);
        }
        HttpResponse<String> next = send("POST", path, Emulator.SMALLEST_START);

        assertInternalFailure(failed, log);
        assertThat(log.getAll()).contains(CAUSE);
        assertThat(next.statusCode()).isEqualTo(200);
    }

    @Test
    @Rule("T10")
    void theWidgetIsToldInItsOwnEnvelope() throws Exception {
        CLOCK_BROKEN.set(true);
        HttpResponse<String> failed;
        try {
            failed = send("POST", "/start-chat", Emulator.SMALLEST_START);
        } finally {
            CLOCK_BROKEN.set(false);
        }

        assertThat(json(failed).at("/data/Error/code").asString()).isEqualTo("InternalServiceException");
        assertThat(json(failed).at("/data/Error/message").asString()).contains(requestId(failed));
    }

    @Test
    @Rule("T10")
    void anErrorThatWasMeantLeavesNoStackTrace(CapturedOutput log) throws Exception {
        HttpResponse<String> answer = send("PUT", "/contact/chat", "{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(log.getAll()).doesNotContain("\tat ");
    }
}
