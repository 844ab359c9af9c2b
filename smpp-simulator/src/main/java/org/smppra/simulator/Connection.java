package org.smppra.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.Codec;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduOutput;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Unbind;

/** One client's socket: a thread reads, handles all complete PDUs of a batch and writes all answers in one write. */
final class Connection {
    private static final Duration FOREVER = Duration.ofDays(10_000);

    private final Smsc smsc;
    private final SimulatedHost host;
    private final ClientSocket socket;
    private final Outgoing outgoing;
    private final Courier courier;
    private final ClientLine line;
    private final Session session;
    private final Deadline deadline = new Deadline();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile String reason = "the client closed the connection";
    private volatile boolean unbinding;
    private volatile boolean finishing;
    private @Nullable Binding released;

    Connection(Smsc smsc, SimulatedHost host, ClientSocket socket) throws IOException {
        this.smsc = smsc;
        this.host = host;
        this.socket = socket;
        this.line = new ClientLine(smsc, this);
        OutputStream stream = socket.layered().getOutputStream();
        this.outgoing = new Outgoing(batch -> line.write(batch, stream));
        this.courier = new Courier(this, smsc.couriers());
        this.session = new Session(smsc, this);
    }

    void start() {
        deadline.set(smsc.timing().bindTimeout(), "no bind came in time");
        Thread thread = new Thread(this::run, "sim-" + host.name() + "-reader-" + socket.remote());
        thread.setDaemon(true);
        thread.start();
    }

    String hostName() {
        return host.name();
    }

    String remote() {
        return socket.remote();
    }

    boolean isTls() {
        return socket.isTls();
    }

    Courier courier() {
        return courier;
    }

    ClientLine line() {
        return line;
    }

    Session session() {
        return session;
    }

    /** Null until a bind was accepted, and again when the session ended. */
    @Nullable
    Binding binding() {
        return finishing || closed.get() ? null : session.binding();
    }

    boolean isUnbinding() {
        return unbinding;
    }

    void bound() {
        deadline.clear();
    }

    void complain(String words) {
        smsc.listener().complaint(host.name(), socket.remote(), words);
    }

    void send(PduOutput batch) throws IOException {
        WireListener wire = smsc.wireListener();
        if (wire != null) {
            wire.sent(host.name(), socket.remote(), Octets.of(batch.toByteArray()));
        }
        outgoing.send(batch);
    }

    void delivered(DeliverSm message) {
        Binding bound = session.binding();
        if (bound != null) {
            smsc.listener().delivered(bound.view(), message);
        }
    }

    /** Asks the client to go; what still comes in is answered until it does. */
    void requestUnbind() {
        unbinding = true;
        Binding bound = session.binding();
        if (bound == null) {
            close("the host stops");
            return;
        }
        if (bound.receiving() != null) {
            bound.mailbox().retire(bound.receiving());
        }
        deadline.set(smsc.timing().unbindTimeout(), "no unbind_resp came in time");
        courier.post(Posting.of(Envelope.request(courier.nextSequenceNumber(), new Unbind())));
    }

    void reset(String why) {
        socket.resetOnClose();
        close(why);
    }

    void close(String why) {
        if (closed.compareAndSet(false, true)) {
            reason = why;
            outgoing.close();
            courier.close();
            socket.close();
        }
    }

    void writeFailed(Exception e) {
        if (!finishing) {
            close("cannot write: " + e.getMessage());
        }
    }

    void sweep(long nowNanos) {
        if (deadline.isOver(nowNanos)) {
            close(deadline.reason());
        } else if (outgoing.isStalled(nowNanos, smsc.timing().writeTimeout().toNanos())) {
            close("the client does not read");
        } else {
            line.tick();
        }
    }

    /** To the end of the connection. */
    void run() {
        try {
            if (line.isSilenced()) {
                keepSilent();
            } else {
                serve(socket.layered().getInputStream());
            }
        } catch (IOException e) {
            close(e instanceof SocketException ? "the connection was lost" : String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            complain("failed: " + e);
        } finally {
            end();
        }
    }

    /** What the client says goes nowhere; under TLS even the handshake. */
    private void keepSilent() throws IOException {
        deadline.clear();
        InputStream in = socket.plain().getInputStream();
        byte[] ignored = new byte[1024];
        while (in.read(ignored) >= 0) {
            // Until it goes, or is sent away.
        }
    }

    private void serve(InputStream in) throws IOException {
        FrameBuffer frames = new FrameBuffer();
        PduOutput answers = new PduOutput(1024);
        boolean readable = true;
        while (readable && !session.ended() && frames.read(in)) {
            waitWhileHeld();
            readable = handle(frames, answers);
            if (session.ended()) {
                // No report behind the unbind_resp.
                courier.close();
            }
            try {
                if (!answers.isEmpty()) {
                    send(answers);
                    answers.clear();
                }
            } finally {
                session.batchDone();
            }
        }
        if (!readable || session.ended()) {
            reason = readable ? "unbound" : "command_length was wrong";
            finish(in);
        }
    }

    private void waitWhileHeld() {
        if (line.holdsReading()) {
            smsc.changes().await(() -> closed.get() || !line.holdsReading(), FOREVER);
        }
    }

    /** @return false if the place where the next PDU begins is lost */
    private boolean handle(FrameBuffer frames, PduOutput answers) {
        try {
            int length = frames.frame();
            while (length > 0) {
                received(frames, length);
                session.receive(frames.octets(), frames.from(), length, answers);
                frames.skip(length);
                if (session.binding() != null) {
                    frames.grow();
                }
                // What stands behind the last word is not even looked at.
                length = isServing() ? frames.frame() : 0;
            }
            return true;
        } catch (FramingException e) {
            complain(String.valueOf(e.getMessage()));
            Codec.encode(Envelope.answer(CommandId.GENERIC_NACK, 0, CommandStatus.ESME_RINVCMDLEN), answers);
            return false;
        }
    }

    private void received(FrameBuffer frames, int length) {
        WireListener wire = smsc.wireListener();
        if (wire != null) {
            Octets pdu = Octets.of(frames.octets(), frames.from(), frames.from() + length);
            wire.received(host.name(), socket.remote(), pdu);
        }
    }

    private boolean isServing() {
        return !session.ended() && !closed.get();
    }

    /** Closes our side only, and waits for the client's: a reset could overtake the last answer. */
    private void finish(InputStream in) throws IOException {
        finishing = true;
        deadline.set(Timing.FINISH, reason);
        courier.close();
        outgoing.close();
        release();
        socket.layered().shutdownOutput();
        byte[] ignored = new byte[1024];
        while (in.read(ignored) >= 0) {
            // The session is over: nothing more is taken.
        }
    }

    private void release() {
        Binding bound = session.binding();
        if (bound == null || released != null) {
            return;
        }
        released = bound;
        if (bound.receiving() != null) {
            bound.mailbox().leave(bound.receiving());
        }
        smsc.changes().signal();
        smsc.listener().unbound(bound.view(), reason);
    }

    private void end() {
        close(reason);
        session.batchDone();
        release();
        try {
            courier.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.gone();
        host.ended(this);
    }
}
