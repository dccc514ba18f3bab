package org.connectchat.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** Reads what the threads of another JVM have allocated. */
final class Allocation implements AutoCloseable {

    private final JMXConnector connector;

    private Allocation(JMXConnector connector) {
        this.connector = connector;
    }

    static Allocation of(long pid) throws Exception {
        return new Allocation(Jmx.connect(pid));
    }

    /** The bytes of all threads that live; virtual threads count as their carriers. */
    long bytes() throws Exception {
        MBeanServerConnection server = connector.getMBeanServerConnection();
        ObjectName threads = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
        long[] ids = (long[]) server.getAttribute(threads, "AllThreadIds");
        long[] bytes = (long[]) server.invoke(
                threads, "getThreadAllocatedBytes", new Object[] {ids}, new String[] {long[].class.getName()});
        return Arrays.stream(bytes).filter(count -> count > 0).sum();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
