package org.smppra.it.transactions.application;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** The adapter of this server, as an operator sees it. */
final class Operator {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final int MOST = 1000;

    private Operator() {}

    /** Branches that wait for their coordinator; -1 while the outbox is not open. */
    static int inDoubt() throws JMException {
        return isTrue("OutboxOpen") ? ((CompositeData[]) SERVER.getAttribute(adapter(), "InDoubt")).length : -1;
    }

    /** The references of the submissions of this account that wait for an operator. */
    static List<String> held(String account) throws JMException {
        CompositeData[] held =
                (CompositeData[]) SERVER.invoke(adapter(), "held", new Object[] {account, "", MOST}, new String[] {
                    String.class.getName(), String.class.getName(), int.class.getName()
                });
        return Arrays.stream(held).map(each -> (String) each.get("reference")).toList();
    }

    private static boolean isTrue(String attribute) throws JMException {
        return (Boolean) SERVER.getAttribute(adapter(), attribute);
    }

    private static ObjectName adapter() throws JMException {
        return SERVER.queryNames(new ObjectName("org.smppra:type=Adapter,*"), null)
                .iterator()
                .next();
    }
}
