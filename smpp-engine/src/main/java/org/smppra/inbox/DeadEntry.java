package org.smppra.inbox;

/** What memory holds of a dead letter. */
record DeadEntry(long key, int octets) {}
