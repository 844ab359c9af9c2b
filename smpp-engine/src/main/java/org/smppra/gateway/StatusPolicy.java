package org.smppra.gateway;

import java.util.Map;
import org.smppra.message.CommandStatus;

/**
 * What an answer means for the request and for the link: the one table. Status values that it does not name are final,
 * as at most peers; a request was then refused for what it says, and would be refused again.
 *
 * <p>SMPP 3.4 section 5.1.3 (command_status).
 */
public enum StatusPolicy {
    ACCEPTED,
    /** It was not taken because this session is ending: it goes out on another link at once. */
    OTHER_LINK,
    /** Too fast: the whole link slows down; this request may be tried again later. */
    SLOW_DOWN,
    /** The SMSC's own trouble: this request may be tried again later. */
    LATER,
    NEVER;

    private static final Map<CommandStatus, StatusPolicy> TABLE = Map.of(
            CommandStatus.ESME_ROK, ACCEPTED,
            CommandStatus.ESME_RINVBNDSTS, OTHER_LINK,
            CommandStatus.ESME_RTHROTTLED, SLOW_DOWN,
            CommandStatus.ESME_RMSGQFUL, SLOW_DOWN,
            CommandStatus.ESME_RSYSERR, LATER,
            CommandStatus.ESME_RX_T_APPN, LATER);

    public static StatusPolicy of(CommandStatus status) {
        return TABLE.getOrDefault(status, NEVER);
    }

    /** Whether the same request can succeed later. */
    public boolean isRetryable() {
        return this != ACCEPTED && this != NEVER;
    }
}
