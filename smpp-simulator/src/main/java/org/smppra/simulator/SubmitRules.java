package org.smppra.simulator;

import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlv;
import org.smppra.pdu.SubmitSm;

/** What the provider accepts in a submit_sm. */
final class SubmitRules {
    private static final int LONGEST_ADDRESS = 20;
    private static final int LONGEST_SHORT_MESSAGE = 254;

    private SubmitRules() {}

    static CommandStatus check(SubmitSm message) {
        if (!message.scheduleDeliveryTime().isEmpty()) {
            return CommandStatus.ESME_RINVSCHED;
        }
        int ton = message.destination().ton();
        if (ton != Address.TON_UNKNOWN && ton != Address.TON_INTERNATIONAL) {
            return CommandStatus.ESME_RINVDSTTON;
        }
        if (!isNumber(message.destination().value())) {
            return CommandStatus.ESME_RINVDSTADR;
        }
        if (message.source().value().length() > LONGEST_ADDRESS) {
            return CommandStatus.ESME_RINVSRCADR;
        }
        return switch (message.dataCoding()) {
            case 0, 3, 4, 8, 24, 240 -> checkLength(message);
            default -> CommandStatus.ESME_RINVDCS;
        };
    }

    /** SMPP 3.4 section 4.4.1: at most 254 octets, and message_payload only instead of them; 255 segments. */
    private static CommandStatus checkLength(SubmitSm message) {
        int length = message.shortMessage().length();
        boolean wrong = length > LONGEST_SHORT_MESSAGE
                || length > 0 && message.tlvs().contains(Tlv.MESSAGE_PAYLOAD)
                || Segments.of(message) == 0;
        return wrong ? CommandStatus.ESME_RINVMSGLEN : CommandStatus.ESME_ROK;
    }

    private static boolean isNumber(String value) {
        int from = value.startsWith("+") ? 1 : 0;
        if (value.length() == from || value.length() > LONGEST_ADDRESS) {
            return false;
        }
        for (int i = from; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
