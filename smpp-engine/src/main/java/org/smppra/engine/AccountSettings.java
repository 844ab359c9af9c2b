package org.smppra.engine;

import java.util.stream.Collectors;
import org.smppra.delivery.Acknowledge;
import org.smppra.delivery.ReassemblySettings;
import org.smppra.gateway.GatewaySettings;
import org.smppra.link.HostAddress;
import org.smppra.message.CommandStatus;
import org.smppra.outbox.AccountKey;
import org.smppra.profile.Profile;

/**
 * All that makes an account. Equal settings share one set of links.
 *
 * @param deliverAnswerTimeout nanoseconds from a deliver_sm to its answer, at the latest
 * @param negativeStatus the answer that makes the SMSC send a delivery again
 * @param reassembly of mobile-originated messages that come in parts
 * @param acknowledge when a delivery is acknowledged
 */
public record AccountSettings(
        GatewaySettings gateway,
        Profile profile,
        long deliverAnswerTimeout,
        CommandStatus negativeStatus,
        ReassemblySettings reassembly,
        Acknowledge acknowledge) {
    /**
     * @param hasOutbox whether there is a directory for it, where an inbox finds room too
     * @throws IllegalArgumentException naming the property, if what is to be stored cannot be
     */
    public void check(boolean hasOutbox) {
        if (acknowledge == Acknowledge.STORED && !hasOutbox) {
            throw Property.ACKNOWLEDGE.wrong(Acknowledge.STORED
                    + " stores what is received beside the outbox, and there is none; set "
                    + Property.OUTBOX_DIRECTORY + ", or leave it at " + Acknowledge.AFTER_COMMIT);
        }
    }

    public boolean stores() {
        return acknowledge == Acknowledge.STORED;
    }

    public String name() {
        return gateway.account();
    }

    /** Whose messages these are, in an outbox. */
    public AccountKey key() {
        return new AccountKey(
                name(),
                gateway.credentials().systemId(),
                gateway.hosts().stream().map(HostAddress::toString).collect(Collectors.toSet()));
    }
}
