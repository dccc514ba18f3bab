package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletionStage;

/**
 * Collects the body of a request, bounded: a stage of its own on a call's way, which may be complete at once or later. A
 * later one is suspended as {@link Suspension} does, and no thread waits for it.
 */
interface Bodies {

    /**
     * Begins to collect.
     *
     * @return all bytes, or the {@link AwsException} of a body that is too large or breaks off
     */
    CompletionStage<byte[]> collect(HttpServletRequest request, Dialect dialect);
}
