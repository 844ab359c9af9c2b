package org.smppra.simulator;

/**
 * Where a host listens.
 *
 * @param plain 0: a free one, -1: none
 * @param tls 0: a free one, -1: none
 */
record HostPorts(String name, int plain, int tls) {
    static final int NONE = -1;
    static final int ANY_FREE = 0;
}
