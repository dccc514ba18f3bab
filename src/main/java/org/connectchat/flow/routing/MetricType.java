package org.connectchat.flow.routing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the action CheckMetricData compares.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/flow-control-actions-checkmetricdata.html">CheckMetricData</a>
 */
public enum MetricType {
    NUMBER_OF_AGENTS_AVAILABLE("NumberOfAgentsAvailable"),
    NUMBER_OF_AGENTS_STAFFED("NumberOfAgentsStaffed"),
    NUMBER_OF_AGENTS_ONLINE("NumberOfAgentsOnline"),
    OLDEST_CONTACT_IN_QUEUE_AGE_SECONDS("OldestContactInQueueAgeSeconds"),
    NUMBER_OF_CONTACTS_IN_QUEUE("NumberOfContactsInQueue");

    private final String wireName;

    MetricType(String wireName) {
        this.wireName = wireName;
    }

    /** As flows spell it. */
    public String wireName() {
        return wireName;
    }

    /** The metric of a name as flows spell it, in upper or lower case (rule F4); null if there is none. */
    public static @Nullable MetricType named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether it counts agents, so that a flow may only ask whether it is greater than 0. */
    public boolean countsAgents() {
        return this != OLDEST_CONTACT_IN_QUEUE_AGE_SECONDS && this != NUMBER_OF_CONTACTS_IN_QUEUE;
    }
}
