package org.connectchat.restjson.throttle;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * The limits at one moment, of the emulator or of one instance.
 *
 * @param enabled false admits every call
 * @param operations by the name of the operation
 */
record ThrottleState(boolean enabled, Map<String, TokenBuckets.Limit> operations) {

    /** Takes a token of a bucket; false if it is empty. */
    boolean take(TokenBuckets buckets, String operation, String owner) {
        return !enabled || buckets.take(operation, owner, requireNonNull(operations.get(operation)));
    }
}
