package org.smppra.it.simulator;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;

/** A client that writes what it is told and reads PDU by PDU. */
final class RawEsme implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final DataInputStream in;
    private final PduOutput out = new PduOutput(1024);

    RawEsme(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 4 * 1024));
    }

    static BindTransceiver bind(String systemId) {
        return new BindTransceiver(systemId, "secret", "", 0x34, 0, 0, "");
    }

    /** One that asks for a report. */
    static SubmitSm message(String text) {
        return new SubmitSm(
                "",
                Address.alphanumeric("Shop"),
                Address.international("4512345678"),
                0,
                0,
                0,
                "",
                "",
                1,
                0,
                0,
                0,
                Octets.ofLatin1(text),
                Tlvs.empty());
    }

    /** Collects one for {@link #flush}. */
    void add(Envelope envelope) {
        Codec.encode(envelope, out);
    }

    void flush() throws IOException {
        out.writeTo(socket.getOutputStream());
        out.clear();
    }

    void write(Envelope envelope) throws IOException {
        add(envelope);
        flush();
    }

    void write(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    Envelope read() throws IOException {
        int length = in.readInt();
        byte[] frame = new byte[length];
        ByteBuffer.wrap(frame).putInt(length);
        in.readFully(frame, Integer.BYTES, length - Integer.BYTES);
        try {
            return Codec.decode(frame, 0, length);
        } catch (PduException e) {
            throw new IOException(e);
        }
    }

    boolean isAtEnd() throws IOException {
        try {
            read();
            return false;
        } catch (EOFException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
