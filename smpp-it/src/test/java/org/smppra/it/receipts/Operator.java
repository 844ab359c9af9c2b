package org.smppra.it.receipts;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Who looks at the dead letters of the account {@code default}, from another process, by JMX. */
record Operator(JMXConnector connector) implements AutoCloseable {
    private static final String ACCOUNT = "default";
    private static final int MOST = 1_000;
    private static final String TEXT = String.class.getName();

    @SuppressWarnings("BanJNDI") // of a JVM on this machine, which gave the address itself
    static Operator of(long pid) throws Exception {
        VirtualMachine server = VirtualMachine.attach(String.valueOf(pid));
        try {
            return new Operator(JMXConnectorFactory.connect(new JMXServiceURL(server.startLocalManagementAgent())));
        } finally {
            server.detach();
        }
    }

    /** Their ids, the oldest first. */
    List<String> ids() throws IOException, JMException {
        return Arrays.stream(list()).map(letter -> (String) letter.get("id")).toList();
    }

    List<String> reasons() throws IOException, JMException {
        return Arrays.stream(list())
                .map(letter -> (String) letter.get("reason"))
                .toList();
    }

    private CompositeData[] list() throws IOException, JMException {
        return (CompositeData[])
                connection().invoke(adapter(), "deadLetters", new Object[] {ACCOUNT, "", MOST}, new String[] {
                    TEXT, TEXT, int.class.getName()
                });
    }

    boolean deliver(String id) throws IOException, JMException {
        return settle("deliverDeadLetter", id);
    }

    boolean discard(String id) throws IOException, JMException {
        return settle("discardDeadLetter", id);
    }

    private boolean settle(String how, String id) throws IOException, JMException {
        return (Boolean) connection().invoke(adapter(), how, new Object[] {ACCOUNT, id}, new String[] {TEXT, TEXT});
    }

    private static ObjectName adapter() throws JMException {
        return new ObjectName("org.smppra:type=Adapter,name=" + ObjectName.quote(ACCOUNT));
    }

    private MBeanServerConnection connection() throws IOException {
        return connector.getMBeanServerConnection();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
