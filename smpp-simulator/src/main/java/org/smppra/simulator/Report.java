package org.smppra.simulator;

import org.smppra.pdu.DeliverSm;

/** A deliver_sm that is kept until it is acknowledged. */
record Report(long number, String systemId, DeliverSm message) {}
