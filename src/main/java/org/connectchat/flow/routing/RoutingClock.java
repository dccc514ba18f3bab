package org.connectchat.flow.routing;

import java.time.Instant;

/** Tells the time of instances. */
@FunctionalInterface
public interface RoutingClock {

    /** The moment that the clock of an instance shows. */
    Instant now(String instanceId);
}
