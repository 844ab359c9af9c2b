package org.smppra.journal;

/**
 * A part of the log that cannot be read.
 *
 * @param segment the name of the file
 * @param position of its first octet in the file
 * @param length octets
 * @param what in words
 */
public record Damage(String segment, long position, long length, String what) {
    @Override
    public String toString() {
        return segment + " at " + position + ", " + length + " octets: " + what;
    }
}
