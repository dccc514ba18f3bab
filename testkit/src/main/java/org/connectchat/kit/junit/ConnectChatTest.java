package org.connectchat.kit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class an emulator. It runs before the first of them, is reset before each, and its methods and
 * constructor may have parameters of these types: {@link org.connectchat.kit.client.EmulatorClient}, {@link java.net.URI}
 * (the endpoint), {@link org.connectchat.kit.EmulatorServer}, a client of the AWS SDK for Java 2 such as
 * {@code ConnectClient}, and {@code String} with {@link InstanceId}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ConnectChatExtension.class)
public @interface ConnectChatTest {

    /** How the emulator runs. */
    Mode mode() default Mode.PROCESS;

    /** How long it runs. Classes with the same mode, settings and flows share the one of the run. */
    Scope scope() default Scope.RUN;

    /** What is reset before each test. */
    Reset reset() default Reset.ALL;

    /** Settings, such as {@code "emulator.region=eu-west-1"}. */
    String[] settings() default {};

    /** A folder of flows, relative to the folder in which the tests run; none if empty. */
    String flows() default "";

    /** How an emulator runs. */
    enum Mode {
        /** As a child process, from the jar. */
        PROCESS,
        /** As a container, which needs Testcontainers and Docker. */
        CONTAINER
    }

    /** How long an emulator runs. */
    enum Scope {
        /** Until the last test of the run has ended. */
        RUN,
        /** Until the last test of the class has ended. */
        CLASS
    }

    /** What is reset before a test. */
    enum Reset {
        /** Everything; while such a test runs, no other runs on the same emulator. */
        ALL,
        /** The instance of the test, see {@link InstanceId}; such tests may run in parallel. */
        INSTANCE,
        /** Nothing. */
        NONE
    }
}
