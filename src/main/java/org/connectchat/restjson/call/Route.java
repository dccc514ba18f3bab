package org.connectchat.restjson.call;

import java.util.List;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Dialect;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.throttle.ThrottleLimit;

/**
 * The methods and the URI of an operation, and its throttle.
 *
 * @param name the operation's AWS name; operations of one name share one throttle (rule B2)
 * @param uri as in the AWS model, with {@code {labels}}
 * @param methods in the order in which {@code Allow} names them
 * @param limit AWS's default limit
 * @param scope the scope of the throttle
 * @param throttled the error of a call above the limit
 */
public record Route(
        Dialect dialect,
        String name,
        List<String> methods,
        String uri,
        ThrottleLimit limit,
        Scope scope,
        ErrorType throttled) {

    /** The scope of a throttle. */
    public enum Scope {
        /** All of the emulator, which is one account. */
        ACCOUNT,
        /** Each instance by itself, once the target of the call is known. */
        INSTANCE,
        /** Nothing: the operation is not throttled. */
        NONE
    }

    public Route {
        methods = List.copyOf(methods);
    }

    public AwsException tooMany() {
        return new AwsException(throttled, "Too Many Requests: " + name + " is throttled");
    }
}
