package org.connectchat.restjson.operation;

import java.util.List;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.error.PlainDialect;
import org.connectchat.restjson.throttle.ThrottleLimit;
import org.jspecify.annotations.Nullable;

/**
 * An operation of AWS that the emulator does not implement: the response says so, so that the caller does not look for
 * a misspelt path.
 */
public final class UnimplementedOperation extends Operation {

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
     * Creates the stand-in for an operation.
     *
     * @param emulated the names of those that are emulated
     */
    public UnimplementedOperation(KnownOperation operation, String emulated) {
        this.route = new Route(
                PlainDialect.forPath(operation.uri()),
                operation.name(),
                List.of(operation.method()),
                operation.uri(),
                ThrottleLimit.DEFAULT,
                Route.Scope.NONE,
                ERROR);
        this.emulated = emulated;
    }

    @Override
    public Route route() {
        return route;
    }

    /** Any method and content type is accepted, so the journal shows the body; the response is the same. */
    @Override
    public boolean hasBody() {
        return true;
    }

    @Override
    public boolean insistsOnJson() {
        return false;
    }

    @Override
    public Steps begin() {
        return new Refusal();
    }

    private final class Refusal implements Steps {

        @Override
        public @Nullable Target read(Call call) {
            return Subject.of(call, true).note(call);
        }

        @Override
        public Object execute(Call call) {
            throw new AwsException(
                    ERROR,
                    route.name() + " (" + route.methods().get(0) + " " + route.uri()
                            + ") is not emulated. Emulated are: " + emulated);
        }
    }
}
