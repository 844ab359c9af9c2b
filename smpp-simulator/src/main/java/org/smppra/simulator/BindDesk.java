package org.smppra.simulator;

import org.smppra.message.CommandStatus;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.Pdu;

/**
 * Checks binds and answers them.
 *
 * <p>SMPP 3.4 section 4.1.
 */
final class BindDesk {
    private static final String SYSTEM_ID = "smpp-simulator";
    private static final int VERSION_3_4 = 0x34;

    private final Smsc smsc;
    private final Connection connection;

    BindDesk(Smsc smsc, Connection connection) {
        this.smsc = smsc;
        this.connection = connection;
    }

    CommandStatus check(BindRequest bind) {
        if (connection.isUnbinding()) {
            return CommandStatus.ESME_RBINDFAIL;
        }
        CommandStatus status = smsc.accounts().check(bind);
        boolean room = !status.isOk() || smsc.mailboxes().open(bind.systemId()) != null;
        return room ? status : CommandStatus.ESME_RBINDFAIL;
    }

    /** For a bind that was checked. */
    Binding bind(BindRequest bind) {
        Mailbox mailbox = smsc.mailboxes().open(bind.systemId());
        if (mailbox == null) {
            throw new IllegalStateException("a mailbox is never removed");
        }
        BindType type = BindType.of(bind);
        BindView view = new BindView(
                connection.hostName(),
                bind.systemId(),
                type,
                connection.remote(),
                connection.isTls(),
                bind.interfaceVersion(),
                smsc.clock().instant());
        ReceivingBind receiving = type.receives()
                ? new ReceivingBind(
                        connection.courier(),
                        connection.hostName(),
                        bind.interfaceVersion(),
                        smsc.limits().reportWindow())
                : null;
        IdForm ids = bind.interfaceVersion() < VERSION_3_4 ? IdForm.HEXADECIMAL : IdForm.DECIMAL;
        int origin = smsc.origins().number(bind.systemId(), connection.hostName(), ids);
        return new Binding(view, mailbox, receiving, ids, origin);
    }

    static Pdu answer(BindRequest bind) {
        Tlvs tlvs = bind.interfaceVersion() >= VERSION_3_4
                ? Tlvs.empty().with(Tlv.SC_INTERFACE_VERSION, VERSION_3_4)
                : Tlvs.empty();
        if (bind instanceof BindTransmitter) {
            return new BindTransmitterResp(SYSTEM_ID, tlvs);
        }
        return bind instanceof BindReceiver
                ? new BindReceiverResp(SYSTEM_ID, tlvs)
                : new BindTransceiverResp(SYSTEM_ID, tlvs);
    }
}
