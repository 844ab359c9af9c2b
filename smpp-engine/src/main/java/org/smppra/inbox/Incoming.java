package org.smppra.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Octets;

/**
 * One delivered value, as it came: enough to read it again after a restart.
 *
 * @param pdus the deliver_sm or data_sm that make it up, whole, in the order of the parts
 * @param orderKey what must reach listeners one at a time and in order; null if it stands alone
 * @param reference by which an operator knows it: of a receipt its reference or message id, else empty
 * @param possibleDuplicate whether it came when what was committed before was not surely known
 */
public record Incoming(
        List<Octets> pdus, Instant receivedAt, @Nullable String orderKey, String reference, boolean possibleDuplicate) {
    public Incoming {
        pdus = List.copyOf(pdus);
    }
}
