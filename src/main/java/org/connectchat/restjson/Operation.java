package org.connectchat.restjson;

/** An operation of an AWS service. One class implements one, is named after it, and is a bean. */
public interface Operation {

    /** What it is called and where it listens. */
    Route route();

    /**
     * Carries it out.
     *
     * @return a record that becomes the JSON answer
     * @throws AwsException if the answer is an error
     */
    Object handle(Call call);
}
