package org.smppra.it.wire;

import org.smppra.message.Octets;

/** Octets that one read of a socket gave. */
record Chunk(int connection, boolean fromClient, Octets octets) {}
