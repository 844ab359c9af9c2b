package org.smppra.pdu;

import org.smppra.message.Address;

/**
 * One destination of a submit_multi.
 *
 * <p>SMPP 3.4 sections 4.5.1.1 and 4.5.1.2.
 */
public sealed interface DestAddress {
    /** One short message entity. */
    record Sme(Address address) implements DestAddress {}

    /** The name of a list that the SMSC keeps. */
    record DistributionList(String name) implements DestAddress {}
}
