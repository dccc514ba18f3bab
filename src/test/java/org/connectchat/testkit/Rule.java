package org.connectchat.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the rules of the contract that a test would see broken; {@code docs/fidelity.md} is made from it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rule {

    /** Ids as in {@code contract-rules.tsv}. */
    String[] value();
}
