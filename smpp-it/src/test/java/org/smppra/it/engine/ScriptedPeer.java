package org.smppra.it.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduException;
import org.smppra.codec.PduOutput;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;

/** An SMSC that does what a test says: answers each PDU with what the script makes of it. */
final class ScriptedPeer implements AutoCloseable {
    private final ServerSocket listener;
    private final Function<Envelope, List<Envelope>> script;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Envelope> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

    ScriptedPeer(Function<Envelope, List<Envelope>> script) {
        this.script = script;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Grants binds, leaves everything else to the script. */
    static ScriptedPeer bound(Function<Envelope, List<Envelope>> script) {
        return new ScriptedPeer(envelope -> {
            Pdu granted =
                    switch (envelope.body().commandId()) {
                        case BIND_TRANSCEIVER -> new BindTransceiverResp("scripted", Tlvs.empty());
                        case BIND_TRANSMITTER -> new BindTransmitterResp("scripted", Tlvs.empty());
                        case BIND_RECEIVER -> new BindReceiverResp("scripted", Tlvs.empty());
                        default -> null;
                    };
            return granted == null ? script.apply(envelope) : List.of(answer(envelope, granted));
        });
    }

    static Envelope answer(Envelope request, Pdu body) {
        return new Envelope(CommandStatus.ESME_ROK, request.sequenceNumber(), body);
    }

    String address() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    List<Envelope> received() {
        return received;
    }

    /** What came of this kind. */
    long count(Class<? extends Pdu> type) {
        return received.stream()
                .filter(envelope -> type.isInstance(envelope.body()))
                .count();
    }

    /** Connections that were made so far. */
    int accepted() {
        return accepted.get();
    }

    /** Breaks all connections; new ones are taken. */
    void breakConnections() throws IOException {
        for (Socket socket : sockets) {
            try {
                socket.setSoLinger(true, 0);
            } catch (SocketException e) {
                // It is closed: the other end has gone.
            }
            socket.close();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted-peer");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                accepted.incrementAndGet();
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            byte[] header = in.readNBytes(4);
            while (header.length == 4) {
                int length = Frames.length(header, 0, 4, Frames.MAX_LENGTH);
                byte[] frame = new byte[length];
                System.arraycopy(header, 0, frame, 0, 4);
                in.readNBytes(frame, 4, length - 4);
                Envelope envelope = Codec.decode(frame, 0, length);
                received.add(envelope);
                PduOutput out = new PduOutput(256);
                script.apply(envelope).forEach(answer -> Codec.encode(answer, out));
                out.writeTo(socket.getOutputStream());
                header = in.readNBytes(4);
            }
        } catch (IOException | FramingException | PduException e) {
            // the test ended it, or will see that something is missing
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
            breakConnections();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
