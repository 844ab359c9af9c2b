package org.smppra.ra.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/** An SMSC for one client that sends as many receipts as it likes, waits for no answer, and asks in between. */
public final class AskingPeer implements AutoCloseable {
    private static final int FIRST_ENQUIRY = 1_000_000;

    private final ServerSocket listener;
    private final Map<Integer, CommandStatus> answers = new ConcurrentHashMap<>();
    private final List<Integer> enquired = new CopyOnWriteArrayList<>();
    private volatile Socket socket;
    private int enquiries;

    public AskingPeer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "asking peer");
        thread.setDaemon(true);
        thread.start();
    }

    public String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** As transceiver. */
    public boolean isBound() {
        return socket != null;
    }

    /** What came for each deliver_sm, by its sequence number. */
    public Map<Integer, CommandStatus> answers() {
        return answers;
    }

    public int enquiriesAnswered() {
        return enquired.size();
    }

    /** Receipts of different messages, with these sequence numbers. */
    public void deliver(int from, int to) throws IOException {
        PduOutput out = new PduOutput(1 << 16);
        for (int i = from; i <= to; i++) {
            Codec.encode(Envelope.request(i, receipt(i)), out);
        }
        write(out);
    }

    public void enquire() throws IOException {
        PduOutput out = new PduOutput(64);
        Codec.encode(Envelope.request(FIRST_ENQUIRY + enquiries++, new EnquireLink()), out);
        write(out);
    }

    private synchronized void write(PduOutput out) throws IOException {
        out.writeTo(socket.getOutputStream());
        socket.getOutputStream().flush();
    }

    private static DeliverSm receipt(int number) {
        Octets text = Octets.ofLatin1("id:" + number + " stat:DELIVRD err:000 text:any");
        Address handset = Address.international("4512345678");
        return new DeliverSm("", handset, Address.none(), 4, 0, 0, "", "", 0, 0, 0, 0, text, Tlvs.empty());
    }

    /** One client after the other: who is to receive may bind as transmitter first, and then anew. */
    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                while (true) {
                    take(read(client.getInputStream()), client);
                }
            } catch (IOException | PduException e) {
                // the client went, the test ended it, or will miss something
            }
        }
    }

    private void take(Envelope envelope, Socket client) throws IOException {
        Pdu body = envelope.body();
        if (body instanceof BindTransceiver) {
            answer(envelope, new BindTransceiverResp("asking", Tlvs.empty()), client);
            socket = client;
        } else if (body instanceof BindTransmitter) {
            answer(envelope, new BindTransmitterResp("asking", Tlvs.empty()), client);
        } else if (body instanceof Unbind) {
            answer(envelope, new UnbindResp(), client);
        } else if (body instanceof EnquireLink) {
            answer(envelope, new EnquireLinkResp(), client);
        } else if (body instanceof DeliverSmResp) {
            answers.put(envelope.sequenceNumber(), envelope.status());
        } else if (body instanceof EnquireLinkResp) {
            enquired.add(envelope.sequenceNumber());
        }
    }

    private synchronized void answer(Envelope request, Pdu body, Socket client) throws IOException {
        PduOutput out = new PduOutput(64);
        Codec.encode(new Envelope(CommandStatus.ESME_ROK, request.sequenceNumber(), body), out);
        out.writeTo(client.getOutputStream());
    }

    private static Envelope read(InputStream in) throws IOException, PduException {
        byte[] head = in.readNBytes(4);
        if (head.length < 4) {
            throw new EOFException();
        }
        byte[] frame = java.util.Arrays.copyOf(
                head, HexFormat.fromHexDigits(HexFormat.of().formatHex(head)));
        in.readNBytes(frame, 4, frame.length - 4);
        return Codec.decode(frame, 0, frame.length);
    }

    @Override
    public void close() {
        try {
            listener.close();
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
