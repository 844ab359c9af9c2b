package org.smppra.it.wildfly;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;

/** The running WildFly: configures the adapter as an administrator would, deploys it and the sample. */
final class AdapterServer implements AutoCloseable {
    static final String ADAPTER = "adapter";
    static final String SAMPLE = "sample";
    private static final String RAR = "smpp-ra.rar";

    private final ModelControllerClient management;
    private final Deployer deployer;

    AdapterServer(Deployer deployer) throws IOException {
        this.management = ModelControllerClient.Factory.create("127.0.0.1", Integer.getInteger("it.managementPort"));
        this.deployer = deployer;
    }

    static ResourceAdapterArchive rar() {
        return ShrinkWrap.createFromZipFile(ResourceAdapterArchive.class, new File(System.getProperty("it.rar")));
    }

    static EnterpriseArchive ear() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("it.ear")));
    }

    SampleClient client() {
        return new SampleClient(address());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + (8080 + Integer.getInteger("it.portOffset")));
    }

    /** The adapter with these properties, and an application that uses it. */
    void deploy(Map<String, String> properties, String application) throws IOException {
        configure(properties);
        deployer.deploy(ADAPTER);
        deployer.deploy(application);
    }

    void undeploy(String application) throws IOException {
        try {
            deployer.undeploy(application);
        } finally {
            try {
                deployer.undeploy(ADAPTER);
            } finally {
                execute(Operations.createRemoveOperation(adapter()));
            }
        }
    }

    private void configure(Map<String, String> properties) throws IOException {
        ModelNode add = Operations.createAddOperation(adapter());
        add.get("archive").set(RAR);
        add.get("transaction-support").set("XATransaction");
        execute(add);
        for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
            ModelNode set = Operations.createAddOperation(adapter().add("config-properties", property.getKey()));
            set.get("value").set(property.getValue());
            execute(set);
        }
        ModelNode factory = Operations.createAddOperation(adapter().add("connection-definitions", "gateway"));
        factory.get("class-name").set("org.smppra.ra.outbound.SmppManagedConnectionFactory");
        factory.get("jndi-name").set("java:/smpp/gateway");
        factory.get("use-java-context").set(true);
        factory.get("max-pool-size").set(50);
        factory.get("recovery-username").set("recovery");
        factory.get("recovery-password").set("recovery");
        execute(factory);
        ModelNode operations = Operations.createAddOperation(adapter().add("admin-objects", "operations"));
        operations.get("class-name").set("org.smppra.ra.management.AdapterOperations");
        operations.get("jndi-name").set("java:/smpp/operations");
        operations.get("use-java-context").set(true);
        execute(operations);
    }

    private static ModelNode adapter() {
        return Operations.createAddress("subsystem", "resource-adapters", "resource-adapter", RAR);
    }

    @Override
    public void close() throws IOException {
        management.close();
    }

    /** The names of all threads of the server. */
    String threads() throws IOException {
        ModelNode dump = Operations.createOperation(
                "dump-all-threads", Operations.createAddress("core-service", "platform-mbean", "type", "threading"));
        dump.get("locked-monitors").set(false);
        dump.get("locked-synchronizers").set(false);
        StringBuilder names = new StringBuilder();
        for (ModelNode thread : execute(dump).asList()) {
            names.append(thread.get("thread-name").asString()).append('\n');
        }
        return names.toString();
    }

    String log() throws IOException {
        return Files.readString(Path.of(System.getProperty("it.jbossHome"), "standalone", "log", "server.log"));
    }

    private ModelNode execute(ModelNode operation) throws IOException {
        ModelNode answer = management.execute(operation);
        if (!Operations.isSuccessfulOutcome(answer)) {
            throw new IOException(operation + " failed: " + Operations.getFailureDescription(answer));
        }
        return Operations.readResult(answer);
    }
}
