package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Sdk;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connect.model.InternalServiceException;
import software.amazon.awssdk.services.connect.model.InvalidParameterException;
import software.amazon.awssdk.services.connect.model.InvalidRequestException;
import software.amazon.awssdk.services.connect.model.LimitExceededException;
import software.amazon.awssdk.services.connect.model.ResourceNotFoundException;
import software.amazon.awssdk.services.connect.model.StartChatContactRequest;
import software.amazon.awssdk.services.connect.model.ThrottlingException;
import software.amazon.awssdk.services.connect.model.TooManyRequestsException;

/** Shows that the AWS SDK for Java makes its modelled exception of each error. */
class JavaSdkErrorsTest {

    private final Emulator emulator = Emulator.unthrottled();

    @Test
    @Rule("T8")
    void aMissingMemberIsAnInvalidRequestException() {
        InvalidRequestException error = refused(
                emulator,
                InvalidRequestException.class,
                request -> request.instanceId("i").contactFlowId("f"));

        assertError(error, 400, "InvalidRequestException", "ParticipantDetails");
    }

    @Test
    @Rule("T8")
    void aValueThatIsTooLongIsAnInvalidParameterException() {
        InvalidParameterException error = refused(
                emulator,
                InvalidParameterException.class,
                request -> smallest(request).participantDetails(details -> details.displayName("x".repeat(257))));

        assertError(error, 400, "InvalidParameterException", "ParticipantDetails.DisplayName");
    }

    @Test
    @Rule({"T8", "B9"})
    void anUnknownContactIsAResourceNotFoundException() {
        ResourceNotFoundException error = refused(
                emulator,
                ResourceNotFoundException.class,
                request -> smallest(request).relatedContactId("nobody"));

        assertError(error, 404, "ResourceNotFoundException", "nobody");
    }

    @Test
    @Rule({"T8", "B3"})
    void aFullQuotaIsALimitExceededException() {
        LimitExceededException error = refused(
                Emulator.with("emulator.quotas.concurrent-active-chats=0"),
                LimitExceededException.class,
                JavaSdkErrorsTest::smallest);

        assertError(error, 429, "LimitExceededException", "quota");
    }

    @Test
    @Rule({"T8", "B2"})
    void aThrottledStartIsATooManyRequestsException() {
        try (Emulator throttled = Emulator.own(
                "emulator.throttling.operations.StartChatContact.rate=0.001",
                "emulator.throttling.operations.StartChatContact.burst=1")) {
            throttled.started(Emulator.SMALLEST_START);

            TooManyRequestsException error =
                    refused(throttled, TooManyRequestsException.class, JavaSdkErrorsTest::smallest);

            assertError(error, 429, "TooManyRequestsException", "StartChatContact");
            assertThat(error.isThrottlingException()).isTrue();
        }
    }

    @Test
    @Rule("B2")
    void aThrottledDescriptionIsAThrottlingException() {
        try (Emulator throttled = Emulator.own(
                        "emulator.throttling.operations.DescribeContact.rate=0.001",
                        "emulator.throttling.operations.DescribeContact.burst=1");
                ConnectClient connect = Sdk.withoutRetries(throttled.endpoint())) {
            throttled.describe("i", "c");

            ThrottlingException error = catchThrowableOfType(
                    ThrottlingException.class,
                    () -> connect.describeContact(
                            request -> request.instanceId("i").contactId("c")));

            assertError(error, 429, "ThrottlingException", "DescribeContact");
        }
    }

    @Test
    @Rule("T10")
    void aFailureInsideIsAnInternalServiceException() {
        SpringApplication application =
                new SpringApplicationBuilder(ConnectChatEmulator.class, Broken.class).application();
        try (ConfigurableApplicationContext context =
                        application.run("--server.port=0", "--emulator.throttling.enabled=false");
                ConnectClient connect = Sdk.withoutRetries(URI.create(
                        "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port")))) {
            InternalServiceException error = catchThrowableOfType(
                    InternalServiceException.class, () -> connect.startChatContact(JavaSdkErrorsTest::smallest));

            assertError(error, 500, "InternalServiceException", error.requestId());
            assertThat(error.awsErrorDetails().errorMessage()).doesNotContain("meant to fail");
        }
    }

    @Test
    void theOtherOperationsHaveTheirModelledExceptionsToo() {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            assertNotFound(
                    () -> connect.stopContact(request -> request.instanceId("i").contactId("nobody")));
            assertNotFound(() ->
                    connect.describeContact(request -> request.instanceId("i").contactId("nobody")));
            assertNotFound(() -> connect.getContactAttributes(
                    request -> request.instanceId("i").initialContactId("nobody")));
            assertNotFound(() -> connect.updateContactAttributes(request ->
                    request.instanceId("i").initialContactId("nobody").attributes(Map.of())));
            assertThat(catchThrowableOfType(
                            InvalidParameterException.class,
                            () -> connect.updateContactAttributes(request -> request.instanceId("i")
                                    .initialContactId("c")
                                    .attributes(Map.of("not a key", "x")))))
                    .isNotNull();
        }
    }

    /** A clock that fails, and with it everything that asks for the time. */
    @Configuration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        @Primary
        Clock brokenClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    throw new IllegalStateException("meant to fail");
                }
            };
        }
    }

    private static <T extends ConnectException> T refused(
            Emulator emulator, Class<T> type, Consumer<StartChatContactRequest.Builder> request) {
        try (ConnectClient connect = Sdk.withoutRetries(emulator.endpoint())) {
            return catchThrowableOfType(type, () -> connect.startChatContact(request));
        }
    }

    private static void assertNotFound(Runnable call) {
        assertThat(catchThrowableOfType(ResourceNotFoundException.class, call::run))
                .isNotNull();
    }

    private static void assertError(ConnectException error, int status, String code, String hint) {
        assertThat(error.statusCode()).isEqualTo(status);
        assertThat(error.requestId()).matches("[0-9a-f-]{36}");
        assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(error.awsErrorDetails().errorMessage()).contains(hint);
        assertThat(error.awsErrorDetails().serviceName()).isEqualTo("Connect");
    }

    private static StartChatContactRequest.Builder smallest(StartChatContactRequest.Builder request) {
        return request.instanceId("i").contactFlowId("f").participantDetails(details -> details.displayName("Ada"));
    }
}
