package org.smppra.journal;

/** Where a live entry stands, and how long it is with its header. */
record Live(long place, int octets) {}
