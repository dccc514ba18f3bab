package org.connectchat.restjson.operation;

import java.util.Collections;
import java.util.List;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.endpoint.CallFlow;
import org.connectchat.restjson.error.AwsException;
import org.jspecify.annotations.Nullable;

/**
 * An operation of an AWS service. One class implements one, is named after it, and is a bean. It says what it needs of
 * a request. {@link CallFlow} runs its steps for each call, so that no operation can skip a throttle, a fault or the
 * journal. There are two shapes: a {@link RequestOperation} knows from its request what the call is about, a
 * {@link BearerOperation} from the caller's token, before the body is read.
 */
public abstract class Operation {

    private static final List<String> WITHOUT_BODY = List.of("GET", "DELETE");

    Operation() {}

    /** The name of the operation, its methods and its URI. */
    public abstract Route route();

    /** Whether its requests have a body. */
    public boolean hasBody() {
        return Collections.disjoint(route().methods(), WITHOUT_BODY);
    }

    /** A body of so many bytes is accepted even if {@code emulator.max-request-size} is smaller. */
    public int leastMaximumBodyBytes() {
        return 0;
    }

    /** Whether a body of another content type is refused before it is read. */
    public boolean insistsOnJson() {
        return route().dialect().insistsOnJson();
    }

    /**
     * The instance that a call names, by a look at its path and body before the request is read and checked. Only calls
     * of operations whose throttle is that of the account are looked at, and only while instances have limits of their
     * own (rule C31).
     *
     * @return null if the call names no instance, or its body has not been collected
     */
    public @Nullable String namedInstance(Call call) {
        boolean isInPath = call.labelIfAny("InstanceId") != null;
        return Subject.of(call, !isInPath && hasBody() && call.isCollected()).instanceId();
    }

    /** Begins a call. The steps belong to that call alone. */
    public abstract Steps begin();

    /** What the operation adds to the stages of one call, in the order in which they are taken. */
    public interface Steps {

        /**
         * Finds the target of the call from the headers.
         *
         * @return null if the request says it
         */
        default @Nullable Target authenticate(Call call) {
            return null;
        }

        /**
         * Reads the request and checks it.
         *
         * @return the target of the call, or null if it is known already
         * @throws AwsException that names every broken rule
         */
        @Nullable
        Target read(Call call);

        /** Does the work; returns a record that becomes the JSON of the response. */
        Object execute(Call call);
    }
}
