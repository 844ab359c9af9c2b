package org.smppra.ra.container;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.smppra.DeliveryReceipt;
import org.smppra.DeliveryReceiptListener;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.ra.SmppResourceAdapter;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.Simulator;

/** An adapter in a strict server, and what its SMSC sends to message-driven beans. */
public final class InflowServer implements AutoCloseable {
    private final ServedAdapter served;
    private final StrictServer server;

    public InflowServer(Path directory) {
        served = new ServedAdapter(directory);
        server = new StrictServer(served.transactions());
    }

    public InflowServer start() throws Exception {
        adapter().start(server);
        return this;
    }

    public SmppResourceAdapter adapter() {
        return served.adapter();
    }

    public ServedAdapter served() {
        return served;
    }

    public Simulator simulator() {
        return served.simulator();
    }

    public StrictServer server() {
        return server;
    }

    /** A bean for receipts. */
    public StrictEndpoints receipts() {
        return bean(DeliveryReceiptListener.class);
    }

    public StrictEndpoints bean(Class<?> listener) {
        return new StrictEndpoints(server, listener);
    }

    /** As an application gives it that wants little. */
    public static SmppActivationSpec spec() {
        SmppActivationSpec spec = new SmppActivationSpec();
        spec.setRedeliveryDelayMillis(1);
        return spec;
    }

    /** @return what to deactivate it with */
    public SmppActivationSpec activate(StrictEndpoints bean) throws Exception {
        return activate(bean, spec());
    }

    public SmppActivationSpec activate(StrictEndpoints bean, SmppActivationSpec spec) throws Exception {
        spec.setResourceAdapter(adapter());
        adapter().endpointActivation(bean, spec);
        return spec;
    }

    public void deactivate(StrictEndpoints bean, SmppActivationSpec spec) {
        adapter().endpointDeactivation(bean, spec);
    }

    /** Every host has a bind that receives. */
    public void awaitReceiving() {
        await("receiving", () -> adapter().account("default").orElseThrow().state().hosts().values().stream()
                .allMatch(host -> host.receiving() > 0));
    }

    /** The SMSC sends a final receipt for this message. */
    public void report(String messageId) {
        report(messageId, "any");
    }

    public void report(String messageId, String reference) {
        simulator().sendReport("shop", "id:" + messageId + " stat:DELIVRD err:000 text:" + reference, Tlvs.empty());
    }

    public List<CommandStatus> answers() {
        return simulator().acknowledgements().stream()
                .map(Acknowledgement::status)
                .toList();
    }

    public long acknowledged() {
        return answers().stream().filter(CommandStatus::isOk).count();
    }

    public void awaitAcknowledged(int count) {
        await(count + " acknowledged", () -> acknowledged() >= count);
    }

    public void await(String what, BooleanSupplier condition) {
        served.await(what, condition);
    }

    /** The ids of the messages whose receipts the bean got, each as often as it was called. */
    public static List<String> ids(StrictEndpoints bean) {
        return bean.received().stream()
                .map(value -> ((DeliveryReceipt) value).messageId().value())
                .toList();
    }

    public static Set<String> distinctIds(StrictEndpoints bean) {
        return ids(bean).stream().collect(Collectors.toSet());
    }

    /** @throws AssertionError on every misuse that the server saw */
    @Override
    public void close() {
        served.close();
        server.check();
    }
}
