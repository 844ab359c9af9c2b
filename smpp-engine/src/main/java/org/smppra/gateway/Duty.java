package org.smppra.gateway;

import java.util.List;
import org.smppra.gateway.GatewaySettings.Credentials;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransmitter;

/** What one bind of an account is for. */
enum Duty {
    /** Submits, and receives where the account does. */
    BOTH,
    SUBMIT,
    /** There only while the account receives. */
    RECEIVE;

    static List<Duty> of(BindType type) {
        return switch (type) {
            case TRANSCEIVER -> List.of(BOTH);
            case TRANSMITTER_RECEIVER -> List.of(SUBMIT, RECEIVE);
        };
    }

    /** @param receives whether the account does, now */
    BindRequest bind(Credentials credentials, boolean receives) {
        return switch (this) {
            case BOTH -> make(receives ? BindTransceiver::new : BindTransmitter::new, credentials);
            case SUBMIT -> make(BindTransmitter::new, credentials);
            case RECEIVE -> make(BindReceiver::new, credentials);
        };
    }

    private interface BindMaker {
        BindRequest make(
                String systemId,
                String password,
                String systemType,
                int interfaceVersion,
                int addrTon,
                int addrNpi,
                String addressRange);
    }

    private static BindRequest make(BindMaker maker, Credentials c) {
        return maker.make(c.systemId(), c.password(), c.systemType(), c.interfaceVersion(), 0, 0, c.addressRange());
    }
}
