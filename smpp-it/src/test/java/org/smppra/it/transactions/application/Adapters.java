package org.smppra.it.transactions.application;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** The adapters of this server, as an operator sees them. */
final class Adapters {
    private Adapters() {}

    /** Branches that wait for their coordinator; they can be counted as soon as the outbox is open. */
    static int inDoubt() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        int branches = 0;
        for (ObjectName adapter : server.queryNames(new ObjectName("org.smppra:type=Adapter,*"), null)) {
            branches += ((CompositeData[]) server.getAttribute(adapter, "InDoubt")).length;
        }
        return branches;
    }
}
