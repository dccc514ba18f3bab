package org.connectchat.restjson;

import java.util.List;

/** An operation that AWS has and the emulator has not: it says so, instead of letting the caller look for a typing error. */
final class NotEmulated extends Operation {

    private static final ErrorType ERROR = new ErrorType() {

        @Override
        public String code() {
            return "NotImplementedException";
        }

        @Override
        public int status() {
            return 501;
        }
    };

    private final Route route;
    private final String emulated;

    /**
     * Stands for an operation.
     *
     * @param emulated the names of those that are emulated
     */
    NotEmulated(KnownOperation operation, String emulated) {
        this.route = new Route(
                PlainDialect.forPath(operation.uri()),
                operation.name(),
                List.of(operation.method()),
                operation.uri(),
                Rate.DEFAULT,
                // Never asked for: there is nothing to protect, so it is not throttled.
                Route.Scope.INSTANCE,
                ERROR);
        this.emulated = emulated;
    }

    @Override
    public Route route() {
        return route;
    }

    /** Whatever the body says, the response is the same. */
    @Override
    boolean hasBody() {
        return false;
    }

    @Override
    Steps begin() {
        return new Refusal();
    }

    private final class Refusal implements Steps {

        @Override
        public Target read(Call call) {
            throw new AwsException(
                    ERROR,
                    route.name() + " (" + route.methods().get(0) + " " + route.uri()
                            + ") is not emulated. Emulated are: " + emulated);
        }

        @Override
        public Object execute(Call call) {
            return read(call);
        }
    }
}
