package org.connectchat.connect.flow;

import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;

/**
 * An operation on the flow or module that its path names, in an instance of the catalogue.
 *
 * @param <Q> the request
 */
public abstract class FlowOperation<Q extends FlowRequest> extends RequestOperation<Q> {

    private final Catalogue catalogue;

    protected FlowOperation(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The violations to begin with, which say which errors the model of the operation declares. */
    protected Violations violations() {
        return ConnectViolations.collect();
    }

    /** Finds every rule that the body breaks. */
    protected void checkBody(Q request, Violations violations) {}

    /**
     * Carries out the operation.
     *
     * @return a record that becomes the JSON of the response
     * @throws AwsException if the response is an error
     */
    protected abstract Object execute(Q request, String instanceId);

    @Override
    protected final Violations check(Q request) {
        Violations violations = violations();
        request.flow().check(violations);
        checkBody(request, violations);
        return violations;
    }

    @Override
    protected final Target target(Q request) {
        return request.flow().target();
    }

    @Override
    protected final Object execute(Q request, Call call) {
        String instanceId = request.flow().instanceId();
        catalogue.requireInstance(instanceId);
        return execute(request, instanceId);
    }
}
