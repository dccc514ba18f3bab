package org.connectchat.kit.junit;

import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.connectchat.kit.EmulatorServer;
import org.connectchat.kit.client.EmulatorClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts an emulator for tests, resets it before each, and gives them what reaches it. Use it by {@link ConnectChatTest},
 * or register it with an emulator of your own:
 *
 * <pre>{@code
 * @RegisterExtension
 * static ConnectChatExtension emulator = ConnectChatExtension.of(new ConnectChatEmulator().withoutThrottling());
 * }</pre>
 */
public final class ConnectChatExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ConnectChatExtension.class);

    private static final boolean HAS_AWS_SDK =
            isPresent("software.amazon.awssdk.awscore.client.builder.AwsClientBuilder");

    /** Of each extension by itself, as a class may have several. */
    private final Namespace turns = Namespace.create(ConnectChatExtension.class, this);

    private static final String TURN = "turn";

    private final @Nullable EmulatorServer own;

    /** For {@link ConnectChatTest}. */
    public ConnectChatExtension() {
        this(null);
    }

    private ConnectChatExtension(@Nullable EmulatorServer own) {
        this.own = own;
    }

    /** An extension that starts this emulator before the first test of the class, and stops it after the last. */
    public static ConnectChatExtension of(EmulatorServer server) {
        return new ConnectChatExtension(server);
    }

    /** The address for clients of AWS, of an emulator that was given to {@link #of}. */
    public URI endpoint() {
        return given().endpoint();
    }

    /** A client of the control API of an emulator that was given to {@link #of}. */
    public EmulatorClient client() {
        return given().client();
    }

    private EmulatorServer given() {
        if (own == null) {
            throw new IllegalStateException("With @ConnectChatTest, take the emulator as a parameter.");
        }
        return own;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Running running = running(context);
        context.getStore(turns).put(TURN, running.turns().take(reset(context) == ConnectChatTest.Reset.ALL));
        EmulatorClient client = running.server().client();
        switch (reset(context)) {
            case ALL -> client.reset();
            case INSTANCE -> client.reset(instanceId(context));
            case NONE -> {}
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Turns.Turn turn = context.getStore(turns).remove(TURN, Turns.Turn.class);
        if (turn != null) {
            try {
                if (reset(context) == ConnectChatTest.Reset.INSTANCE) {
                    // The emulator bounds how many instances have a clock, settings or queues of their own.
                    server(context).client().reset(instanceId(context));
                }
            } finally {
                turn.end();
            }
        }
    }

    /** A constructor gets what the method gets that it is called for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == EmulatorClient.class
                || type == URI.class
                || type == String.class && parameter.isAnnotated(InstanceId.class)
                || EmulatorServer.class.isAssignableFrom(type)
                        && (type == EmulatorServer.class || type.isInstance(server(context)))
                || HAS_AWS_SDK && AwsClients.isClient(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
        Parameter parameter = parameterContext.getParameter();
        Class<?> type = parameter.getType();
        EmulatorServer server = server(context);
        if (type == EmulatorClient.class) {
            return reset(context) == ConnectChatTest.Reset.INSTANCE
                    ? server.client().ofInstance(instanceId(context))
                    : server.client();
        }
        if (type == URI.class) {
            return server.endpoint();
        }
        if (type == String.class) {
            return instanceId(context);
        }
        if (EmulatorServer.class.isAssignableFrom(type)) {
            return server;
        }
        Object client = AwsClients.create(type, server.endpoint());
        // Under a key of its own: the store closes it after the test.
        context.getStore(NAMESPACE).put(new Object(), client);
        return client;
    }

    private static ConnectChatTest.Reset reset(ExtensionContext context) {
        ConnectChatTest test = annotation(context);
        return test == null ? ConnectChatTest.Reset.ALL : test.reset();
    }

    private static String instanceId(ExtensionContext context) {
        return UUID.nameUUIDFromBytes(context.getUniqueId().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static @Nullable ConnectChatTest annotation(ExtensionContext context) {
        return context.getTestClass()
                .flatMap(type -> AnnotationSupport.findAnnotation(
                        type, ConnectChatTest.class, context.getEnclosingTestClasses()))
                .orElse(null);
    }

    private EmulatorServer server(ExtensionContext context) {
        return running(context).server();
    }

    /** The emulator of this test, which is started if it does not run. The store that has it stops it. */
    private Running running(ExtensionContext context) {
        if (own != null) {
            return kept(classOf(context).getStore(NAMESPACE), this, () -> own);
        }
        ConnectChatTest test = annotation(context);
        if (test == null) {
            throw new ExtensionConfigurationException(
                    "Annotate the class with @ConnectChatTest, or register ConnectChatExtension.of(…) as a field.");
        }
        EmulatorKey key = EmulatorKey.of(test);
        return kept(
                (test.scope() == ConnectChatTest.Scope.RUN ? context.getRoot() : classOf(context)).getStore(NAMESPACE),
                key,
                key::server);
    }

    private static ExtensionContext classOf(ExtensionContext context) {
        ExtensionContext outermost = context;
        while (outermost.getParent().isPresent()
                && outermost.getParent().get() != context.getRoot()
                && outermost.getParent().get().getTestClass().isPresent()) {
            outermost = outermost.getParent().get();
        }
        return outermost;
    }

    /** One at a time, so that classes which run in parallel start one emulator. */
    private static synchronized Running kept(Store store, Object key, Supplier<EmulatorServer> supplier) {
        Running running = store.get(key, Running.class);
        if (running == null) {
            running = new Running(supplier.get(), new Turns());
            running.server().start();
            store.put(key, running);
        }
        return running;
    }

    private static boolean isPresent(String type) {
        try {
            Class.forName(type, false, ConnectChatExtension.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The store closes it. */
    private record Running(EmulatorServer server, Turns turns) implements AutoCloseable {

        @Override
        public void close() {
            server.stop();
        }
    }
}
