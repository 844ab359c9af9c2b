package org.smppra.link;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.FramingException;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.session.Session;
import org.smppra.session.SessionEnd;
import org.smppra.session.SessionEnd.Cause;
import org.smppra.session.SessionListener;

/**
 * One session on one socket to one host: connects, binds, lives, ends; never twice. A reader thread connects and reads
 * and never writes; a writer thread writes what no caller does. The lock guards the session and is never held over I/O.
 */
public final class Link {
    private static final Logger LOG = System.getLogger(Link.class.getName());

    private final HostAddress host;
    private final LinkSettings settings;
    private final LinkListener listener;
    private final LongSupplier nanoTime;
    private final BindRequest bind;
    private final ReentrantLock lock = new ReentrantLock();
    private final GroupWriter writer;
    private final Session<Call> session;
    private final Thread reader;
    private final Thread writerThread;
    private final List<Runnable> after = new ArrayList<>();
    private volatile int free;
    private volatile int outstanding;
    private volatile @Nullable Socket socket;
    private @Nullable SessionEnd end;
    private boolean connected;
    private long openedAt;
    private long finishBy;

    public Link(
            HostAddress host,
            LinkSettings settings,
            LinkListener listener,
            ThreadFactory threads,
            LongSupplier nanoTime) {
        this.host = host;
        this.settings = settings;
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.bind = settings.bind().get();
        this.writer = new GroupWriter(lock, nanoTime);
        this.session = new Session<>(settings.session(), new Events());
        this.reader = threads.newThread(this::read);
        this.writerThread = threads.newThread(this::write);
        reader.setName(reader.getName() + " " + host + " reader");
        writerThread.setName(writerThread.getName() + " " + host + " writer");
    }

    public HostAddress host() {
        return host;
    }

    public boolean canReceive() {
        return !(bind instanceof BindTransmitter);
    }

    public boolean canSubmit() {
        return !(bind instanceof BindReceiver);
    }

    /** Slots of the window that are free; 0 while it may not submit. A hint: others may take them first. */
    public int free() {
        return free;
    }

    /** Requests without an answer. A hint. */
    public int outstanding() {
        return outstanding;
    }

    /** Connects and binds, without waiting for it. */
    public void start() {
        reader.start();
    }

    /**
     * Takes a request and writes it, unless {@code flush} is false: then {@link #flush} does.
     *
     * @return false if there is no free slot, or no request is taken any more
     * @throws IllegalArgumentException if a field does not fit into the PDU
     */
    public boolean submit(Call call, boolean flush) {
        boolean others;
        lock.lock();
        try {
            int sequenceNumber = session.open(call, nanoTime.getAsLong());
            if (sequenceNumber == 0) {
                return false;
            }
            try {
                call.placed(sequenceNumber, writer.appendRequest(Envelope.request(sequenceNumber, call.request())));
            } catch (RuntimeException e) {
                session.withdraw(sequenceNumber);
                throw e;
            }
            others = session.outstanding() > 1;
            publish();
        } finally {
            lock.unlock();
        }
        if (flush) {
            flush(call.startsAt(), others);
        }
        return true;
    }

    /** Writes what {@link #submit} only appended. */
    public void flush() {
        flush(0, false);
    }

    private void flush(long startsAt, boolean others) {
        try {
            writer.flush(startsAt, others);
        } catch (IOException e) {
            lost("cannot write: " + e.getMessage());
        }
    }

    /** Answers a delivered message; the writer thread writes it. Ignored when the link is gone. */
    public void answer(int sequenceNumber, CommandStatus status) {
        locked(() -> session.answer(sequenceNumber, status));
    }

    /** Time passes: to be called a few times a second. Never blocks. */
    public void tick(long now) {
        locked(() -> {
            session.tick(now);
            if (writer.isStalled(now, settings.writeTimeout())) {
                fail(new SessionEnd(Cause.LOST, "a write was stuck for too long", null));
            } else if (!connected && socket != null && now - openedAt >= 2 * settings.connectTimeout()) {
                // A read's timeout does not end a handshake in which an octet comes now and then.
                fail(new SessionEnd(Cause.LOST, "the TLS handshake took too long", null));
            } else if (end != null && now - finishBy >= 0) {
                abort();
            }
        });
    }

    /** Finishes what is under way, unbinds and closes, in bounded time; does not wait for it. */
    public void drain() {
        locked(() -> session.drain(nanoTime.getAsLong()));
    }

    /** Closes at once, without unbind. */
    public void lost(String reason) {
        locked(() -> fail(new SessionEnd(Cause.LOST, reason, null)));
    }

    private void locked(Runnable step) {
        List<Runnable> then;
        boolean freed;
        lock.lock();
        try {
            int before = free;
            step.run();
            publish();
            freed = free > before;
            then = after.isEmpty() ? List.of() : List.copyOf(after);
            after.clear();
        } finally {
            lock.unlock();
        }
        then.forEach(Link::safely);
        if (freed) {
            safely(listener::slotsFreed);
        }
    }

    /** One callback that fails must not cost the others theirs: a caller would wait for its answer for ever. */
    private static void safely(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "SMPP-002 a callback failed; the link goes on", e);
        }
    }

    /** Under the lock: the hints that callers read without it. */
    private void publish() {
        outstanding = session.outstanding();
        free = session.state().maySubmit() ? settings.session().windowSize() - outstanding : 0;
    }

    /** Under the lock. */
    private void fail(SessionEnd why) {
        if (end == null) {
            end = why;
        }
        abort();
    }

    private void abort() {
        writer.stop();
        Socket open = socket;
        if (open != null) {
            Connection.abort(open);
        }
        finishBy = nanoTime.getAsLong();
    }

    private void read() {
        try {
            Connection connection =
                    Connection.open(host, settings.tls(), (int) (settings.connectTimeout() / 1_000_000), this::opened);
            writerThread.start();
            listener.binding(this);
            locked(() -> {
                writer.connected(connection);
                connected = true;
                if (end == null) {
                    session.bind(bind, nanoTime.getAsLong());
                }
            });
            new FrameReader(connection.input(), settings.maxPduLength()).run(this::received);
            lost("the host closed the connection");
        } catch (IOException e) {
            lost(reasonOf(e));
        } catch (FramingException e) {
            lost("lost the place in the stream: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            lost("failed: " + e);
            throw e;
        } finally {
            finished();
        }
    }

    private void opened(Socket connecting) {
        locked(() -> {
            openedAt = nanoTime.getAsLong();
            socket = connecting;
            if (end != null) {
                abort();
            }
        });
    }

    private static String reasonOf(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private void write() {
        try {
            writer.run();
        } catch (IOException e) {
            lost("cannot write: " + reasonOf(e));
        }
    }

    /** One batch of frames that were read together. */
    private void received(List<FrameReader.Frame> batch) {
        locked(() -> {
            long now = nanoTime.getAsLong();
            for (FrameReader.Frame frame : batch) {
                if (frame.envelope() != null) {
                    session.received(frame.envelope(), now);
                } else if (frame.problem() != null) {
                    session.unreadable(frame.problem());
                }
            }
        });
        writer.awaitRoom();
    }

    private void finished() {
        locked(() -> {
            if (end == null) {
                end = new SessionEnd(Cause.LOST, "closed", null);
            }
            abort();
            SessionEnd why = end;
            session.lost(call -> {
                Call.Fate fate = writer.isUnsent(call.startsAt()) ? Call.Fate.UNSENT : Call.Fate.UNANSWERED;
                after.add(() -> call.failed(fate, why.text()));
            });
            after.add(() -> listener.ended(this, why));
        });
    }

    /** What the session wants: octets at once, everything that leaves the lock afterwards. */
    private final class Events implements SessionListener<Call> {
        @Override
        public void send(Envelope envelope) {
            writer.appendControl(envelope);
        }

        @Override
        public void bound() {
            after.add(() -> listener.bound(Link.this));
        }

        @Override
        public void answered(Call call, Envelope answer) {
            after.add(() -> call.answered(answer));
        }

        @Override
        public void unanswered(Call call, String reason) {
            after.add(() -> call.failed(Call.Fate.UNANSWERED, reason));
        }

        @Override
        public void delivered(int sequenceNumber, DeliverSm message) {
            after.add(() -> listener.delivered(Link.this, sequenceNumber, message));
        }

        @Override
        public void draining(String reason) {
            session.withdrawIf(
                    call -> writer.isUnsent(call.startsAt()),
                    call -> after.add(() -> call.failed(Call.Fate.UNSENT, reason)));
            writer.dropRequests();
            after.add(() -> listener.draining(Link.this));
        }

        @Override
        public void ended(SessionEnd why) {
            end = why;
            finishBy = nanoTime.getAsLong() + settings.session().closeTimeout() / 2;
            if (connected) {
                writer.finish();
            } else {
                abort();
            }
        }
    }
}
