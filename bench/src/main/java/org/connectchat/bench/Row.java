package org.connectchat.bench;

/** One thing to measure. */
interface Row {

    /** Measures and returns a text in Markdown. */
    String measure(Setup setup) throws Exception;
}
