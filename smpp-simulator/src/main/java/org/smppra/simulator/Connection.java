package org.smppra.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduException;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Unbind;

/** One client's connection: a reader that handles all PDUs of what it read, a writer that writes all answers at once. */
final class Connection implements Reports.Peer {
    private static final int PIECE = 64 * 1024;
    private static final long INIT_TIMEOUT = 10_000_000_000L;
    private static final long WRITE_TIMEOUT = 10_000_000_000L;

    private final Socket socket;
    private final SimulatedHost host;
    private final Conversation conversation;
    private final Outgoing outgoing = new Outgoing();
    private final AtomicInteger sequenceNumbers = new AtomicInteger();
    private final long openedAt = System.nanoTime();
    private final Thread reader;
    private final Thread writer;
    private volatile boolean delivering = true;

    Connection(Socket socket, SimulatedHost host, Gateway gateway) {
        this.socket = socket;
        this.host = host;
        this.conversation = new Conversation(this, host, gateway);
        this.reader = gateway.thread("reader " + host.name(), this::read);
        this.writer = gateway.thread("writer " + host.name(), this::write);
    }

    void start() {
        reader.start();
        writer.start();
    }

    String remoteAddress() {
        return String.valueOf(socket.getRemoteSocketAddress()).replaceFirst("^/", "");
    }

    @Override
    public String systemId() {
        return conversation.systemId();
    }

    /** The bind, or null while there is none. */
    @Nullable
    CommandId bind() {
        return conversation.bind();
    }

    void send(Envelope envelope) {
        outgoing.append(envelope);
    }

    @Override
    public int deliver(DeliverSm message) {
        int sequenceNumber = nextSequenceNumber();
        return delivering && outgoing.append(Envelope.request(sequenceNumber, message)) ? sequenceNumber : 0;
    }

    private int nextSequenceNumber() {
        return sequenceNumbers.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
    }

    /** Asks the client to unbind; answers go on until it does. */
    void unbind() {
        delivering = false;
        outgoing.append(Envelope.request(nextSequenceNumber(), new Unbind()));
    }

    /** Writes what is due, then closes. */
    void finish() {
        delivering = false;
        outgoing.finish();
    }

    /** Closes at once; with a reset instead of an orderly end if wanted. */
    void abort(boolean reset) {
        try {
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
        outgoing.stop();
    }

    void tick(long now) {
        boolean idle = conversation.bind() == null && now - openedAt > INIT_TIMEOUT;
        if (idle || outgoing.isStalled(now, WRITE_TIMEOUT)) {
            abort(false);
        }
    }

    private void write() {
        try {
            outgoing.run(socket.getOutputStream());
            socket.shutdownOutput();
        } catch (IOException e) {
            abort(false);
        }
    }

    private void read() {
        try {
            readAll(socket.getInputStream());
        } catch (FramingException e) {
            send(new Envelope(CommandStatus.ESME_RINVCMDLEN, 0, new org.smppra.pdu.GenericNack()));
            finish();
            awaitWriter();
        } catch (IOException e) {
            // the client is gone, or we closed
        } finally {
            abort(false);
            conversation.ended();
            host.closed(this);
        }
    }

    private void awaitWriter() {
        try {
            writer.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(InputStream in) throws IOException, FramingException {
        byte[] buffer = new byte[PIECE];
        int filled = 0;
        int read = in.read(buffer);
        while (read >= 0) {
            filled += read;
            int from = 0;
            int length = Frames.length(buffer, from, filled, Frames.MAX_LENGTH);
            while (length != 0 && length <= filled - from) {
                handle(buffer, from, length);
                from += length;
                length = Frames.length(buffer, from, filled - from, Frames.MAX_LENGTH);
            }
            filled -= from;
            byte[] next = length > buffer.length ? new byte[length] : buffer;
            System.arraycopy(buffer, from, next, 0, filled);
            buffer = next;
            outgoing.awaitRoom();
            read = in.read(buffer, filled, buffer.length - filled);
        }
    }

    private void handle(byte[] buffer, int from, int length) {
        try {
            conversation.received(Codec.decode(buffer, from, length));
        } catch (PduException e) {
            conversation.unreadable(e);
        }
    }
}
