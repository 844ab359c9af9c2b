package org.smppra.codec;

/**
 * Cuts a stream of octets into frames.
 *
 * <p>SMPP 3.4 section 3.2 (command_length).
 */
public final class Frames {
    /** The octets of a header: command_length, command_id, command_status, sequence_number. */
    public static final int HEADER = 16;
    /** The longest PDU accepted by default: a full message_payload and everything around it. */
    public static final int MAX_LENGTH = 70_000;

    private Frames() {}

    /**
     * The length of the frame that begins at {@code from}.
     *
     * @param available octets that are there from {@code from} on
     * @return 0 if the four octets of the length are not there yet; else the length, which may exceed what is there
     * @throws FramingException if no PDU can be of that length, before anything is allocated for it
     */
    public static int length(byte[] octets, int from, int available, int maxLength) throws FramingException {
        if (available < 4) {
            return 0;
        }
        int length = (octets[from] & 0xFF) << 24
                | (octets[from + 1] & 0xFF) << 16
                | (octets[from + 2] & 0xFF) << 8
                | (octets[from + 3] & 0xFF);
        if (length < HEADER || length > maxLength) {
            throw new FramingException("command_length " + Integer.toUnsignedString(length) + " is outside " + HEADER
                    + " to " + maxLength);
        }
        return length;
    }
}
