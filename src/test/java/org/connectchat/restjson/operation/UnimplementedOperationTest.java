package org.connectchat.restjson.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.ConnectException;
import software.amazon.awssdk.services.connectparticipant.ConnectParticipantClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Shows that whatever else AWS has is known by its name, and refused by it, to every method and path that SDKs send. */
class UnimplementedOperationTest {

    private final Emulator emulator = Emulator.unthrottled();

    /** What stands for any label, be it a text or a number. */
    private static final int LABEL = 7;

    /** A request that the SDK really would have sent. */
    private record Sent(String method, String path) {}

    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Sent sent;

        Stopped(Sent sent) {
            this.sent = sent;
        }
    }

    @Test
    @Rule("N1")
    void theListHasWhatTheSdkSends() throws ReflectiveOperationException {
        Map<String, Sent> sent = sentBy(ConnectClient.class, ConnectClient.builder());

        assertThat(sent).hasSizeGreaterThan(300);
        assertThat(listed("connect")).containsAllEntriesOf(sent);
        assertThat(listed("connectparticipant"))
                .isEqualTo(sentBy(ConnectParticipantClient.class, ConnectParticipantClient.builder()));
    }

    private static Map<String, Sent> listed(String service) {
        return KnownOperation.all().stream()
                .filter(known -> known.service().equals(service))
                .collect(Collectors.toMap(
                        known -> inAnyCase(known.name()),
                        known -> new Sent(known.method(), known.uri().replaceAll("\\{[^}]*}", String.valueOf(LABEL)))));
    }

    @Test
    @Rule("N1")
    void theListHasEachOperationOnce() {
        assertThat(KnownOperation.all())
                .map(known -> known.service() + known.name())
                .doesNotHaveDuplicates();
        assertThat(KnownOperation.all()).map(KnownOperation::service).containsOnly("connect", "connectparticipant");
    }

    @Test
    @Rule("N1")
    void eachOneThatIsNotEmulatedSaysSoByItsName() {
        List<String> served = new ArrayList<>();
        for (KnownOperation known : KnownOperation.all()) {
            Answer answer =
                    emulator.send(known.method(), known.uri().replaceAll("\\{[^}]*}", "arn%3Aaws%3Aconnect%2Fx"), null);
            if (answer.status() == 501) {
                assertThat(answer.outcome()).isEqualTo("501 NotImplementedException");
                assertThat(answer.message())
                        .startsWith(known.name() + " (" + known.method() + " " + known.uri() + ") is not emulated.")
                        .contains("StartChatContact, StartContactStreaming, StopContact");
            } else {
                assertThat(answer.status()).as(known.name()).isLessThan(500);
                served.add(known.name());
            }
        }

        assertThat(served)
                .contains("StartChatContact", "DescribeContact", "SendMessage")
                .hasSizeLessThan(100);
    }

    @Test
    @Rule("N1")
    void anEmulatedPathWithAnotherMethodStaysAWrongMethod() {
        assertThat(emulator.send("DELETE", "/contact/chat", null).status()).isEqualTo(405);
        // Of AWS's DisassociateBot.
        assertThat(emulator.send("POST", "/instance/an-instance/bot", "{}").status())
                .isEqualTo(501);
        assertThat(emulator.send("PATCH", "/instance/an-instance/bot", "{}").outcome())
                .isEqualTo("405 MethodNotAllowedException");
        assertThat(emulator.send("GET", "/users/an-instance/a-user/more", null).outcome())
                .isEqualTo("404 UnknownOperationException");
    }

    @Test
    @Rule("N1")
    void theSdkForJavaRaisesItAndDoesNotRepeatTheCall() {
        AtomicInteger attempts = new AtomicInteger();
        try (ConnectClient connect = ConnectClient.builder()
                .endpointOverride(emulator.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(configuration ->
                        configuration.addExecutionInterceptor(new ExecutionInterceptor() {
                            @Override
                            public void beforeTransmission(
                                    Context.BeforeTransmission context, ExecutionAttributes attributes) {
                                attempts.incrementAndGet();
                            }
                        }))
                .build()) {
            ConnectException problem = catchThrowableOfType(
                    ConnectException.class, () -> connect.listUsers(request -> request.instanceId("i")));

            assertThat(problem.awsErrorDetails().errorCode()).isEqualTo("NotImplementedException");
            assertThat(problem.statusCode()).isEqualTo(501);
            assertThat(problem.awsErrorDetails().errorMessage())
                    .startsWith("ListUsers (GET /users-summary/{InstanceId}) is not emulated");
            assertThat(attempts).hasValue(1);
        }
    }

    @Test
    @Rule("N1")
    void boto3RaisesItAndDoesNotRepeatTheCall() throws Exception {
        assertThat(Boto3.at(emulator.endpoint()).run("""
                try:
                    connect.list_users(InstanceId="i")
                except Exception as problem:
                    print(json.dumps([problem.response["Error"]["Code"],
                                      problem.response["ResponseMetadata"]["HTTPStatusCode"],
                                      problem.response["ResponseMetadata"]["RetryAttempts"]]))
                """).toString()).isEqualTo("[\"NotImplementedException\",501,0]");
    }

    private static Map<String, Sent> sentBy(Class<?> type, AwsClientBuilder<?, ?> builder)
            throws ReflectiveOperationException {
        Object client = builder.region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(configuration ->
                        configuration.addExecutionInterceptor(new ExecutionInterceptor() {
                            @Override
                            public void beforeTransmission(
                                    Context.BeforeTransmission context, ExecutionAttributes attributes) {
                                SdkHttpRequest request = context.httpRequest();
                                throw new Stopped(new Sent(request.method().name(), request.encodedPath()));
                            }
                        }))
                .build();
        Map<String, Sent> sent = new HashMap<>();
        for (Method method : type.getMethods()) {
            boolean operation = method.getParameterCount() == 1
                    && SdkRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                    && !method.getName().endsWith("Paginator");
            if (operation) {
                String name = method.getParameterTypes()[0].getSimpleName().replaceAll("Request$", "");
                sent.put(inAnyCase(name), sent(client, method));
            }
        }
        ((SdkAutoCloseable) client).close();
        return sent;
    }

    private static Sent sent(Object client, Method method) throws ReflectiveOperationException {
        try {
            method.invoke(client, sample(method.getParameterTypes()[0]));
        } catch (InvocationTargetException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Stopped stopped) {
                    return stopped.sent;
                }
            }
            throw e;
        }
        throw new AssertionError(method + " sent nothing");
    }

    /** A request with something in every label. */
    private static Object sample(Class<?> type) throws ReflectiveOperationException {
        Object builder = type.getMethod("builder").invoke(null);
        for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
            if (field.location() == MarshallLocation.PATH) {
                field.set(builder, label(field.marshallingType()));
            }
        }
        Method build = builder.getClass().getMethod("build");
        build.setAccessible(true);
        return build.invoke(builder);
    }

    /** Java spells StartWebRTCContact in its own way. */
    private static String inAnyCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Object label(MarshallingType<?> type) {
        if (type.equals(MarshallingType.INTEGER)) {
            return LABEL;
        }
        return type.equals(MarshallingType.LONG) ? (Object) (long) LABEL : String.valueOf(LABEL);
    }
}
