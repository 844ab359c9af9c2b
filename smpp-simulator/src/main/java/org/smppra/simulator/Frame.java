package org.smppra.simulator;

/** Where the PDU stands that a session handles now; one for all its PDUs. */
final class Frame {
    private byte[] octets = {};
    private int from;
    private int length;

    void set(byte[] read, int begin, int size) {
        octets = read;
        from = begin;
        length = size;
    }

    byte[] octets() {
        return octets;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }
}
