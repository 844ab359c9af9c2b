package org.smppra.it.wire;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.pdu.Envelope;

/** One direction of one recorded connection. */
record Recorded(List<Sent> pdus) {
    /** A PDU as our codec reads it, and its octets' number. */
    record Sent(Envelope envelope, int length) {}

    static Recorded of(List<Chunk> chunks, int connection, boolean fromClient) throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        chunks.stream()
                .filter(chunk -> chunk.connection() == connection && chunk.fromClient() == fromClient)
                .forEach(chunk -> stream.writeBytes(chunk.octets().toByteArray()));
        byte[] octets = stream.toByteArray();
        List<Sent> pdus = new ArrayList<>();
        for (int at = 0; at < octets.length; at += pdus.get(pdus.size() - 1).length()) {
            int length = Frames.length(octets, at, octets.length - at, Frames.MAX_LENGTH);
            pdus.add(new Sent(Codec.decode(octets, at, length), length));
        }
        return new Recorded(pdus);
    }

    List<Envelope> envelopes() {
        return pdus.stream().map(Sent::envelope).toList();
    }
}
