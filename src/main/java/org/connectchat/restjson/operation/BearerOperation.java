package org.connectchat.restjson.operation;

import static java.util.Objects.requireNonNull;

import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/**
 * An operation that identifies its caller by a token in a header. The token is checked before the body is read.
 *
 * @param <C> the caller
 * @param <Q> the request
 */
public abstract class BearerOperation<C, Q> extends Operation {

    /**
     * Finds the caller.
     *
     * @throws AwsException if the token is unknown
     */
    protected abstract C authenticate(Call call);

    /** The target of the calls of a caller. */
    protected abstract Target target(C caller);

    /** Reads the request from the body and the labels. */
    protected abstract Q read(Call call);

    /** Finds every rule that the request breaks. */
    protected abstract Violations check(C caller, Q request);

    /**
     * Carries out the operation.
     *
     * @return a record that becomes the JSON of the response
     * @throws AwsException if the response is an error
     */
    protected abstract Object execute(C caller, Q request, Call call);

    @Override
    public final Steps begin() {
        return new OfBearer();
    }

    private final class OfBearer implements Steps {

        private @Nullable C caller;
        private @Nullable Q request;

        @Override
        public Target authenticate(Call call) {
            C known = BearerOperation.this.authenticate(call);
            caller = known;
            return target(known);
        }

        @Override
        public @Nullable Target read(Call call) {
            Q read = BearerOperation.this.read(call);
            check(requireNonNull(caller), read).throwIfAny();
            request = read;
            return null;
        }

        @Override
        public Object execute(Call call) {
            return BearerOperation.this.execute(requireNonNull(caller), requireNonNull(request), call);
        }
    }
}
