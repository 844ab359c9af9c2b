package org.smppra.delivery;

/**
 * The bounds within which parts of messages are kept. Above one of them the oldest incomplete message is given up, as if
 * its time were over.
 *
 * @param messages incomplete ones; as many whole ones are remembered, to know their parts when they come again
 * @param octets of user data, optional parameters and objects, those of remembered messages counted
 * @param timeout nanoseconds from the first part to come until the others are given up
 * @param deliverIncomplete whether what came of a message that was given up is delivered and marked as incomplete; if
 *     not, its parts are refused, and the SMSC may begin again
 */
public record ReassemblySettings(int messages, int octets, long timeout, boolean deliverIncomplete) {
    /** 1,000 messages, 4 MiB, 5 minutes, delivered as incomplete. */
    public static final ReassemblySettings DEFAULT =
            new ReassemblySettings(1_000, 4 * 1024 * 1024, 300_000_000_000L, true);

    /** @throws IllegalArgumentException for a bound that is not positive */
    public ReassemblySettings {
        if (messages < 1 || octets < 1 || timeout < 1) {
            throw new IllegalArgumentException("reassembly: " + messages + " messages, " + octets + " octets and "
                    + timeout + " ns must be positive");
        }
    }
}
