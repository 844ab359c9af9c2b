package org.smppra.it.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/** One connection of a {@link RawPeer}, octet by octet or PDU by PDU. */
final class RawConnection {
    private final int number;
    private final Socket plain;
    private final Socket socket;
    private final CountDownLatch closed;

    RawConnection(int number, Socket plain, Socket socket, CountDownLatch closed) {
        this.number = number;
        this.plain = plain;
        this.socket = socket;
        this.closed = closed;
    }

    /** The first one is 1. */
    int number() {
        return number;
    }

    Socket socket() {
        return socket;
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    static byte[] octets(Envelope... envelopes) {
        PduOutput out = new PduOutput(256);
        for (Envelope envelope : envelopes) {
            Codec.encode(envelope, out);
        }
        return out.toByteArray();
    }

    static byte[] hex(String octets) {
        return HexFormat.of().parseHex(octets.replace(" ", ""));
    }

    static Envelope ok(Envelope request, Pdu body) {
        return ok(request.sequenceNumber(), body);
    }

    static Envelope ok(int sequenceNumber, Pdu body) {
        return new Envelope(CommandStatus.ESME_ROK, sequenceNumber, body);
    }

    static SubmitSmResp accepted(String messageId) {
        return new SubmitSmResp(messageId, Tlvs.empty());
    }

    /** A message from a mobile, of this text. */
    static DeliverSm message(String text) {
        return new DeliverSm(
                "",
                Address.of(1, 1, "4512345678"),
                Address.of(1, 1, "1204"),
                0,
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                0,
                Octets.ofLatin1(text),
                Tlvs.empty());
    }

    /** The next PDU; {@link EOFException} if the other side closed. */
    Envelope read() throws IOException {
        return readAfter(in().readNBytes(4));
    }

    /** The PDU whose first octets, four or more, were read before. */
    Envelope readAfter(byte[] begun) throws IOException {
        if (begun.length < 4) {
            throw new EOFException();
        }
        int length = HexFormat.fromHexDigits(HexFormat.of().formatHex(begun, 0, 4));
        byte[] frame = Arrays.copyOf(begun, length);
        int missing = length - begun.length;
        if (in().readNBytes(frame, begun.length, missing) < missing) {
            throw new EOFException();
        }
        try {
            return Codec.decode(frame, 0, length);
        } catch (PduException e) {
            throw new AssertionError("the engine wrote what cannot be read", e);
        }
    }

    /** The next PDU of this kind; others are skipped. */
    Envelope read(Class<? extends Pdu> type) throws IOException {
        Envelope envelope = read();
        while (!type.isInstance(envelope.body())) {
            envelope = read();
        }
        return envelope;
    }

    void write(Envelope... envelopes) throws IOException {
        write(octets(envelopes));
    }

    void write(byte[] octets) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(octets);
        out.flush();
    }

    /** Reads a bind. @return the answer that grants it, not yet written */
    Envelope readBind() throws IOException {
        Envelope bind = read();
        return ok(
                bind,
                switch (bind.body().commandId()) {
                    case BIND_TRANSMITTER -> new BindTransmitterResp("raw", Tlvs.empty());
                    case BIND_RECEIVER -> new BindReceiverResp("raw", Tlvs.empty());
                    default -> new BindTransceiverResp("raw", Tlvs.empty());
                });
    }

    void grantBind() throws IOException {
        write(readBind());
    }

    /** From here on a good SMSC, until the other side closes. Message ids are the references' sequence numbers. */
    void serve() throws IOException {
        while (true) {
            Envelope request = read();
            Pdu body = request.body();
            if (body instanceof SubmitSm) {
                write(ok(request, accepted("id-" + request.sequenceNumber())));
            } else if (body instanceof EnquireLink) {
                write(ok(request, new EnquireLinkResp()));
            } else if (body instanceof Unbind) {
                write(ok(request, new UnbindResp()));
                return;
            }
        }
    }

    /** Binds, and is a good SMSC. */
    void behave() throws IOException {
        grantBind();
        serve();
    }

    /** Reads nothing any more, until the test is over. */
    void stall() throws InterruptedException {
        closed.await();
    }

    /** Reads and forgets, until the other side closes. */
    void readToEnd() throws IOException {
        in().transferTo(OutputStream.nullOutputStream());
    }

    /** RST instead of FIN. */
    void reset() throws IOException {
        plain.setSoLinger(true, 0);
        plain.close();
    }
}
