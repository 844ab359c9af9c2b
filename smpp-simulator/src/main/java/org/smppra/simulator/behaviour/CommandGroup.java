package org.smppra.simulator.behaviour;

import java.util.List;
import org.smppra.pdu.CommandId;

/** Requests of a client that a behaviour can be told to strike. */
enum CommandGroup {
    SUBMIT_SM,
    BIND,
    ENQUIRE_LINK,
    UNBIND,
    /** Each of them. */
    ANY,
    /** None of them: something else is the occasion. */
    NONE;

    static final List<String> WORDS = List.of("submit_sm", "bind", "enquire_link", "unbind", "any");

    static CommandGroup of(String word) {
        return switch (word) {
            case "submit_sm" -> SUBMIT_SM;
            case "bind" -> BIND;
            case "enquire_link" -> ENQUIRE_LINK;
            case "unbind" -> UNBIND;
            case "any" -> ANY;
            default -> NONE;
        };
    }

    boolean contains(CommandId request) {
        return switch (this) {
            case ANY -> true;
            case NONE -> false;
            case SUBMIT_SM -> request == CommandId.SUBMIT_SM;
            case ENQUIRE_LINK -> request == CommandId.ENQUIRE_LINK;
            case UNBIND -> request == CommandId.UNBIND;
            case BIND ->
                switch (request) {
                    case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> true;
                    default -> false;
                };
        };
    }
}
