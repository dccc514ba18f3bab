package org.connectchat.bench;

import com.sun.tools.attach.VirtualMachine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The live heap of another JVM. */
final class Heap {

    private Heap() {}

    /** The bytes that are left after a collection of the whole heap. */
    static long usedBytes(long pid) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            ObjectName memory = new ObjectName(ManagementFactory.MEMORY_MXBEAN_NAME);
            server.invoke(memory, "gc", new Object[0], new String[0]);
            return MemoryUsage.from((CompositeData) server.getAttribute(memory, "HeapMemoryUsage"))
                    .getUsed();
        } finally {
            machine.detach();
        }
    }
}
