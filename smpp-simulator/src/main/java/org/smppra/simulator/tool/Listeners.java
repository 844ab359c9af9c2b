package org.smppra.simulator.tool;

import java.util.List;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.SimulatorListener;
import org.smppra.simulator.StoredMessage;

/** Several that are told, one after the other. */
record Listeners(List<SimulatorListener> all) implements SimulatorListener {
    @Override
    public void listening(SimulatedHost host) {
        all.forEach(one -> one.listening(host));
    }

    @Override
    public void stopped(SimulatedHost host) {
        all.forEach(one -> one.stopped(host));
    }

    @Override
    public void bound(BindView bind) {
        all.forEach(one -> one.bound(bind));
    }

    @Override
    public void bindRefused(String host, String remote, String systemId, CommandStatus status) {
        all.forEach(one -> one.bindRefused(host, remote, systemId, status));
    }

    @Override
    public void unbound(BindView bind, String reason) {
        all.forEach(one -> one.unbound(bind, reason));
    }

    @Override
    public void submitted(StoredMessage message) {
        all.forEach(one -> one.submitted(message));
    }

    @Override
    public void submitRefused(BindView bind, SubmitSm message, CommandStatus status) {
        all.forEach(one -> one.submitRefused(bind, message, status));
    }

    @Override
    public void delivered(BindView bind, DeliverSm message) {
        all.forEach(one -> one.delivered(bind, message));
    }

    @Override
    public void acknowledged(Acknowledgement answer) {
        all.forEach(one -> one.acknowledged(answer));
    }

    @Override
    public void complaint(String host, String remote, String words) {
        all.forEach(one -> one.complaint(host, remote, words));
    }
}
