package org.connectchat.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test whose result does not depend on the JDK: of documents, sources, settings, states, the fields of the log, long steps of
 * the clock, or foreign clients and servers. {@code .ci/run} runs it on the first JDK alone.
 */
@Tag("same-on-every-jdk")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SameOnEveryJdk {}
