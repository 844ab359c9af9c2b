package org.smppra.pdu;

import org.jspecify.annotations.Nullable;

/**
 * The commands of SMPP 3.4.
 *
 * <p>SMPP 3.4 section 5.1.2.1 (command_id).
 */
public enum CommandId {
    GENERIC_NACK(0x80000000),
    BIND_RECEIVER(0x00000001),
    BIND_RECEIVER_RESP(0x80000001),
    BIND_TRANSMITTER(0x00000002),
    BIND_TRANSMITTER_RESP(0x80000002),
    QUERY_SM(0x00000003),
    QUERY_SM_RESP(0x80000003),
    SUBMIT_SM(0x00000004),
    SUBMIT_SM_RESP(0x80000004),
    DELIVER_SM(0x00000005),
    DELIVER_SM_RESP(0x80000005),
    UNBIND(0x00000006),
    UNBIND_RESP(0x80000006),
    REPLACE_SM(0x00000007),
    REPLACE_SM_RESP(0x80000007),
    CANCEL_SM(0x00000008),
    CANCEL_SM_RESP(0x80000008),
    BIND_TRANSCEIVER(0x00000009),
    BIND_TRANSCEIVER_RESP(0x80000009),
    OUTBIND(0x0000000B),
    ENQUIRE_LINK(0x00000015),
    ENQUIRE_LINK_RESP(0x80000015),
    SUBMIT_MULTI(0x00000021),
    SUBMIT_MULTI_RESP(0x80000021),
    ALERT_NOTIFICATION(0x00000102),
    DATA_SM(0x00000103),
    DATA_SM_RESP(0x80000103);

    private static final int RESPONSE_BIT = 0x80000000;
    private final int value;

    CommandId(int value) {
        this.value = value;
    }

    /** The command of this number, or null if SMPP 3.4 has none. */
    public static @Nullable CommandId of(int value) {
        return switch (value) {
            case 0x80000000 -> GENERIC_NACK;
            case 0x00000001 -> BIND_RECEIVER;
            case 0x80000001 -> BIND_RECEIVER_RESP;
            case 0x00000002 -> BIND_TRANSMITTER;
            case 0x80000002 -> BIND_TRANSMITTER_RESP;
            case 0x00000003 -> QUERY_SM;
            case 0x80000003 -> QUERY_SM_RESP;
            case 0x00000004 -> SUBMIT_SM;
            case 0x80000004 -> SUBMIT_SM_RESP;
            case 0x00000005 -> DELIVER_SM;
            case 0x80000005 -> DELIVER_SM_RESP;
            case 0x00000006 -> UNBIND;
            case 0x80000006 -> UNBIND_RESP;
            case 0x00000007 -> REPLACE_SM;
            case 0x80000007 -> REPLACE_SM_RESP;
            case 0x00000008 -> CANCEL_SM;
            case 0x80000008 -> CANCEL_SM_RESP;
            case 0x00000009 -> BIND_TRANSCEIVER;
            case 0x80000009 -> BIND_TRANSCEIVER_RESP;
            case 0x0000000B -> OUTBIND;
            case 0x00000015 -> ENQUIRE_LINK;
            case 0x80000015 -> ENQUIRE_LINK_RESP;
            case 0x00000021 -> SUBMIT_MULTI;
            case 0x80000021 -> SUBMIT_MULTI_RESP;
            case 0x00000102 -> ALERT_NOTIFICATION;
            case 0x00000103 -> DATA_SM;
            case 0x80000103 -> DATA_SM_RESP;
            default -> null;
        };
    }

    /** The number on the wire. */
    public int value() {
        return value;
    }

    /** Whether it answers a request; generic_nack does. */
    public boolean isResponse() {
        return isResponse(value);
    }

    /** The same for a number that may be unknown. */
    public static boolean isResponse(int value) {
        return (value & RESPONSE_BIT) != 0;
    }

    /** The answer to this request; generic_nack where there is none. */
    public CommandId response() {
        CommandId response = of(value | RESPONSE_BIT);
        return response == null ? GENERIC_NACK : response;
    }
}
