package org.smppra.simulator;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.pdu.CommandId;

/** The fifteen commands of SMPP 3.4 that the provider speaks; the codec reads more. */
final class ProviderCommands {
    private static final Set<CommandId> SPOKEN = Collections.unmodifiableSet(EnumSet.of(
            CommandId.GENERIC_NACK,
            CommandId.BIND_RECEIVER,
            CommandId.BIND_RECEIVER_RESP,
            CommandId.BIND_TRANSMITTER,
            CommandId.BIND_TRANSMITTER_RESP,
            CommandId.BIND_TRANSCEIVER,
            CommandId.BIND_TRANSCEIVER_RESP,
            CommandId.SUBMIT_SM,
            CommandId.SUBMIT_SM_RESP,
            CommandId.DELIVER_SM,
            CommandId.DELIVER_SM_RESP,
            CommandId.UNBIND,
            CommandId.UNBIND_RESP,
            CommandId.ENQUIRE_LINK,
            CommandId.ENQUIRE_LINK_RESP));

    private ProviderCommands() {}

    static boolean contains(@Nullable CommandId command) {
        return command != null && SPOKEN.contains(command);
    }
}
