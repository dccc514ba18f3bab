package org.connectchat.restjson;

/** The throttle of operations that AWS counts for each instance; an operation asks it once it knows the instance. */
public final class InstanceThrottle {

    private final ThrottlingFigures figures;

    InstanceThrottle(ThrottlingFigures figures) {
        this.figures = figures;
    }

    /**
     * Takes a token of the instance's bucket, and lets the call know its instance.
     *
     * @throws AwsException with the route's own error if this is a call too many
     */
    public void admit(Call call, Route route, String instanceId) {
        call.knowsInstance(instanceId);
        if (!figures.take(route, instanceId)) {
            throw route.tooMany();
        }
        call.atInstance(instanceId);
    }
}
