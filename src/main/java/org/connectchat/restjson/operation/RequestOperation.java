package org.connectchat.restjson.operation;

import static java.util.Objects.requireNonNull;

import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/**
 * An operation whose request names its target.
 *
 * @param <Q> the request
 */
public abstract class RequestOperation<Q> extends Operation {

    /** Reads the request from the body and the labels. */
    protected abstract Q read(Call call);

    /** Finds every rule that the request breaks. */
    protected abstract Violations check(Q request);

    /** The target of a request without violations; null if it is about no instance. */
    protected abstract @Nullable Target target(Q request);

    /**
     * Carries out the operation.
     *
     * @return a record that becomes the JSON of the response
     * @throws AwsException if the response is an error
     */
    protected abstract Object execute(Q request, Call call);

    @Override
    public final Steps begin() {
        return new OfRequest();
    }

    private final class OfRequest implements Steps {

        private @Nullable Q request;

        @Override
        public @Nullable Target read(Call call) {
            try {
                Q read = RequestOperation.this.read(call);
                check(read).throwIfAny();
                request = read;
                return target(read);
            } catch (AwsException refused) {
                Subject.of(call, hasBody()).note(call);
                throw refused;
            }
        }

        @Override
        public Object execute(Call call) {
            return RequestOperation.this.execute(requireNonNull(request), call);
        }
    }
}
