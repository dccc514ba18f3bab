package org.connectchat.restjson.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.error.PlainDialect;
import org.connectchat.restjson.throttle.ThrottleLimit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An operation of AWS that the emulator does not implement: the response says so, so that the caller does not look for a misspelt path. */
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
    private final JsonMapper json;

    /**
     * Stands for an operation.
     *
     * @param emulated the names of those that are emulated
     */
    public UnimplementedOperation(KnownOperation operation, String emulated, JsonMapper json) {
        this.route = new Route(
                PlainDialect.forPath(operation.uri()),
                operation.name(),
                List.of(operation.method()),
                operation.uri(),
                ThrottleLimit.DEFAULT,
                Route.Scope.NONE,
                ERROR);
        this.emulated = emulated;
        this.json = json;
    }

    @Override
    public Route route() {
        return route;
    }

    /** The journal shows the body whatever its method and type; the response is the same. */
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
            return target(call);
        }

        @Override
        public Object execute(Call call) {
            throw new AwsException(
                    ERROR,
                    route.name() + " (" + route.methods().get(0) + " " + route.uri()
                            + ") is not emulated. Emulated are: " + emulated);
        }
    }

    /** Rule C14: the journal shows the contact, the instance and the body of the call, as it does for every other one. */
    private @Nullable Target target(Call call) {
        Subject body = subject(call.bytes());
        String instanceId = firstOf(call.labelIfAny("InstanceId"), body.instanceId());
        String contactId = firstOf(
                call.labelIfAny("ContactId"),
                call.labelIfAny("InitialContactId"),
                body.contactId(),
                body.initialContactId());
        if (instanceId == null) {
            call.recorder().requestedContact(contactId);
            return null;
        }
        return new Target(plain(instanceId), contactId);
    }

    private Subject subject(byte[] body) {
        try {
            Subject subject = body.length == 0 ? null : json.readValue(body, Subject.class);
            return subject == null ? Subject.UNKNOWN : subject;
        } catch (JacksonException e) {
            return Subject.UNKNOWN; // it may have any form: it has not been checked
        }
    }

    private static @Nullable String firstOf(@Nullable String... candidates) {
        return Arrays.stream(candidates).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The id at the end of an ARN, or the id itself. */
    private static String plain(String idOrArn) {
        return idOrArn.startsWith("arn:") ? idOrArn.substring(idOrArn.lastIndexOf('/') + 1) : idOrArn;
    }

    /** What the bodies of many operations name. */
    record Subject(
            @Nullable String instanceId,
            @Nullable String contactId,
            @Nullable String initialContactId) {

        static final Subject UNKNOWN = new Subject(null, null, null);
    }
}
