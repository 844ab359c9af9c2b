package org.smppra.simulator;

import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;

/** Is told what happens. Called by the threads of the connections, never under a lock; a slow one slows its client. */
public interface SimulatorListener {
    /** Tells nobody. */
    SimulatorListener NONE = new SimulatorListener() {};

    default void listening(SimulatedHost host) {}

    default void stopped(SimulatedHost host) {}

    default void bound(BindView bind) {}

    default void bindRefused(String host, String remote, String systemId, CommandStatus status) {}

    /** A bound session ended. */
    default void unbound(BindView bind, String reason) {}

    default void submitted(StoredMessage message) {}

    default void submitRefused(BindView bind, SubmitSm message, CommandStatus status) {}

    /** A report or a mobile-originated message was written. */
    default void delivered(BindView bind, DeliverSm message) {}

    default void acknowledged(Acknowledgement answer) {}

    /** Something a client should not have done, in words. */
    default void complaint(String host, String remote, String words) {}
}
