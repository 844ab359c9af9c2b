package org.smppra.pdu;

import org.smppra.message.Address;
import org.smppra.message.CommandStatus;

/** SMPP 3.4 section 4.5.2.1: a destination of a submit_multi that was refused, and why. */
public record UnsuccessSme(Address address, CommandStatus errorStatus) {}
