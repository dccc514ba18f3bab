package org.connectchat.bench;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** The classes of another JVM. */
final class LoadedClasses {

    private LoadedClasses() {}

    /** How many it has loaded, with those of the agent that tells it, which are some hundreds in each JVM. */
    static double of(long pid) throws Exception {
        try (JMXConnector connector = Jmx.connect(pid)) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            return ((Number) server.getAttribute(
                            new ObjectName(ManagementFactory.CLASS_LOADING_MXBEAN_NAME), "TotalLoadedClassCount"))
                    .doubleValue();
        }
    }
}
