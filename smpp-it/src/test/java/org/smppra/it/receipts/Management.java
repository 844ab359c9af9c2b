package org.smppra.it.receipts;

import java.io.IOException;
import java.io.InputStream;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.OperationBuilder;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** What an administrator tells the server. */
record Management(int port) {
    void deploy(Archive<?> application) throws IOException {
        ModelNode add = Operations.createAddOperation(deployment(application.getName()));
        add.get("content").get(0).get("input-stream-index").set(0);
        ModelNode both = Operations.createCompositeOperation();
        both.get("steps").add(add);
        both.get("steps").add(Operations.createOperation("deploy", deployment(application.getName())));
        try (InputStream content = application.as(ZipExporter.class).exportAsInputStream()) {
            execute(new OperationBuilder(both).addInputStream(content));
        }
    }

    /** Its content stays: see {@link #deployAgain}. */
    void undeploy(String name) throws IOException {
        execute(Operations.createOperation("undeploy", deployment(name)));
    }

    void deployAgain(String name) throws IOException {
        execute(Operations.createOperation("deploy", deployment(name)));
    }

    void redeploy(String name) throws IOException {
        execute(Operations.createOperation("redeploy", deployment(name)));
    }

    void remove(String name) throws IOException {
        execute(Operations.createRemoveOperation(deployment(name)));
    }

    /** Returns when what was under way has ended. */
    void suspend() throws IOException {
        ModelNode suspend = Operations.createOperation("suspend");
        suspend.get("suspend-timeout").set(60);
        execute(suspend);
    }

    void resume() throws IOException {
        execute(Operations.createOperation("resume"));
    }

    void stopDelivery(String application) throws IOException {
        execute(Operations.createOperation("stop-delivery", bean(application)));
    }

    void startDelivery(String application) throws IOException {
        execute(Operations.createOperation("start-delivery", bean(application)));
    }

    boolean isRunning() {
        try {
            return execute(Operations.createReadAttributeOperation(new ModelNode().setEmptyList(), "server-state"))
                    .asString()
                    .equals("running");
        } catch (IOException e) {
            return false;
        }
    }

    /** The names of all threads, one a line. */
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

    /** Octets of the heap in use after a collection. */
    long heapUsed() throws IOException {
        ModelNode memory = Operations.createAddress("core-service", "platform-mbean", "type", "memory");
        execute(Operations.createOperation("gc", memory));
        return execute(Operations.createReadAttributeOperation(memory, "heap-memory-usage"))
                .get("used")
                .asLong();
    }

    private static ModelNode deployment(String name) {
        return Operations.createAddress("deployment", name);
    }

    private static ModelNode bean(String application) {
        return Operations.createAddress(
                "deployment", application, "subsystem", "ejb3", "message-driven-bean", "Receipts");
    }

    private ModelNode execute(ModelNode operation) throws IOException {
        return execute(new OperationBuilder(operation));
    }

    /** With a connection of its own: the server may have died since the last one. */
    private ModelNode execute(OperationBuilder operation) throws IOException {
        try (ModelControllerClient client = ModelControllerClient.Factory.create("127.0.0.1", port)) {
            ModelNode answer = client.execute(operation.build());
            if (!Operations.isSuccessfulOutcome(answer)) {
                throw new IOException(
                        operation.build().getOperation() + " failed: " + Operations.getFailureDescription(answer));
            }
            return Operations.readResult(answer);
        }
    }
}
