package org.smppra.simulator;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSm;

/** A raw SMPP client: says what a test wants, and reads what comes. */
final class TestClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final DataInputStream in;
    private final List<Envelope> skipped = new ArrayList<>();
    private int sequenceNumber;

    TestClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(socket.getInputStream());
    }

    static TestClient connect(SimulatedHost host) throws IOException {
        return new TestClient(new Socket("127.0.0.1", host.port()));
    }

    static TestClient transceiver(SimulatedHost host, String systemId) throws IOException {
        return connect(host).bound(new BindTransceiver(systemId, "secret", "", 0x34, 0, 0, ""));
    }

    static TestClient receiver(SimulatedHost host, String systemId) throws IOException {
        return connect(host).bound(new BindReceiver(systemId, "secret", "", 0x34, 0, 0, ""));
    }

    static TestClient transmitter(SimulatedHost host, String systemId) throws IOException {
        return connect(host).bound(new BindTransmitter(systemId, "secret", "", 0x34, 0, 0, ""));
    }

    TestClient bound(BindRequest bind) throws IOException {
        Envelope answer = ask(bind);
        if (!answer.status().isOk()) {
            throw new IOException("not bound: " + answer);
        }
        return this;
    }

    /** Sends a request and reads its answer. */
    Envelope ask(Pdu request) throws IOException {
        int number = send(request);
        Envelope next = read();
        while (next.sequenceNumber() != number || !next.body().commandId().isResponse()) {
            skipped.add(next);
            next = read();
        }
        return next;
    }

    int send(Pdu request) throws IOException {
        sequenceNumber++;
        write(Envelope.request(sequenceNumber, request));
        return sequenceNumber;
    }

    void write(Envelope... envelopes) throws IOException {
        PduOutput out = new PduOutput(256);
        for (Envelope envelope : envelopes) {
            Codec.encode(envelope, out);
        }
        writeRaw(out.toByteArray());
    }

    void writeRaw(byte[] octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    void writeHex(String hex) throws IOException {
        writeRaw(Octets.ofHex(hex.replace(" ", "")).toByteArray());
    }

    Envelope read() throws IOException {
        byte[] frame = readFrame();
        try {
            return Codec.decode(frame, 0, frame.length);
        } catch (PduException e) {
            throw new IOException(e);
        }
    }

    /** The octets of the next PDU, whatever it is. */
    byte[] readFrame() throws IOException {
        int length = in.readInt();
        byte[] frame = ByteBuffer.allocate(length).putInt(length).array();
        in.readFully(frame, 4, length - 4);
        return frame;
    }

    /** So many octets, which need be no PDU. */
    byte[] readOctets(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** What one read gives. */
    int readSome(byte[] into) throws IOException {
        return in.read(into);
    }

    /** As the list of binds shows this client. */
    String remote() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The next report or message; it is not acknowledged by this. */
    Envelope delivery() throws IOException {
        for (Envelope earlier : skipped) {
            if (earlier.body() instanceof DeliverSm) {
                skipped.remove(earlier);
                return earlier;
            }
        }
        Envelope next = read();
        while (!(next.body() instanceof DeliverSm)) {
            next = read();
        }
        return next;
    }

    /** The next report's text, acknowledged. */
    String acknowledgedReport() throws IOException {
        Envelope report = delivery();
        acknowledge(report);
        return text(report);
    }

    void acknowledge(Envelope delivery) throws IOException {
        answer(delivery, CommandStatus.ESME_ROK);
    }

    void answer(Envelope delivery, CommandStatus status) throws IOException {
        write(new Envelope(status, delivery.sequenceNumber(), new DeliverSmResp("", Tlvs.empty())));
    }

    static String text(Envelope delivery) {
        return ((DeliverSm) delivery.body()).userData().toLatin1();
    }

    /** Reads until the simulator closes. */
    boolean isClosedByPeer() throws IOException {
        try {
            while (true) {
                read();
            }
        } catch (EOFException | SocketException e) {
            return true;
        }
    }

    /** All octets until the simulator closes. */
    byte[] readToEnd() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        in.transferTo(all);
        return all.toByteArray();
    }

    /** A message that asks for no report. */
    static SubmitSm unreported() {
        return message(Address.international("4512345678"), 0, 0, null);
    }

    /** What {@link #message} was given as reference. */
    static String reference(SubmitSm message) {
        return message.tlvs().first(Tlv.USER_MESSAGE_REFERENCE).orElseThrow().toLatin1();
    }

    static SubmitSm message(String to, String reference) {
        return message(Address.international(to), 1, 0, reference);
    }

    static SubmitSm message(Address to, int registeredDelivery, int dataCoding, String reference) {
        return new SubmitSm(
                "",
                Address.alphanumeric("Shop"),
                to,
                0,
                0,
                0,
                "",
                "",
                registeredDelivery,
                0,
                dataCoding,
                0,
                Octets.ofLatin1("hello"),
                reference == null
                        ? Tlvs.empty()
                        : Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(reference)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
