package org.smppra.link;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduException;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.Envelope;
import org.smppra.session.Session;
import org.smppra.session.SessionEnd;
import org.smppra.session.SessionEnd.Cause;

/**
 * One session on one socket to one host: connects, binds, lives, ends; never twice. A reader thread connects and reads
 * and never writes; a writer thread writes what no caller does. The lock guards the session and is never held over I/O
 * or a callback.
 */
public final class Link {
    private final HostAddress host;
    private final LinkSettings settings;
    private final LinkListener listener;
    private final Counters<LinkCounter> counters;
    private final LongSupplier nanoTime;
    private final Runnable slotsFreed;
    private final ReentrantLock lock = new ReentrantLock();
    private final GroupWriter writer;
    private final LinkEvents events;
    private final Session<Call> session;
    private final Thread reader;
    private final ThreadFactory threads;
    private final Aftermath after = new Aftermath();
    private volatile BindRequest bind;
    private volatile int free;
    private volatile int outstanding;
    private volatile @Nullable Socket socket;
    private @Nullable SessionEnd end;
    private boolean connected;
    private long openedAt;
    private long finishBy;

    /** @param counters outlive the link: those of its bind */
    public Link(
            HostAddress host,
            LinkSettings settings,
            LinkListener listener,
            Counters<LinkCounter> counters,
            ThreadFactory threads,
            LongSupplier nanoTime) {
        this.host = host;
        this.settings = settings;
        this.listener = listener;
        this.counters = counters;
        this.nanoTime = nanoTime;
        this.slotsFreed = listener::slotsFreed;
        this.bind = settings.bind().get();
        this.writer = new GroupWriter(lock, nanoTime);
        this.events = new LinkEvents(this, writer, listener, counters, after);
        this.session = new Session<>(settings.session(), events);
        this.reader = threads.newThread(this::read);
        this.threads = threads;
        reader.setName(reader.getName() + " " + host + " reader");
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
        counters.count(LinkCounter.ATTEMPTS);
        reader.start();
    }

    /**
     * Takes a request, to be written as {@code flush} says.
     *
     * @return false if there is no free slot, or no request is taken any more
     * @throws IllegalArgumentException if a field does not fit into the PDU
     */
    public boolean submit(Call call, Flush flush) {
        boolean others;
        lock.lock();
        try {
            int sequenceNumber = session.open(call, nanoTime.getAsLong());
            if (sequenceNumber == 0) {
                return false;
            }
            try {
                call.placed(writer.appendRequest(sequenceNumber, call.request()));
            } catch (RuntimeException e) {
                session.withdraw(sequenceNumber);
                throw e;
            }
            counters.count(LinkCounter.REQUESTS);
            others = session.outstanding() > 1;
            if (flush == Flush.SOON) {
                writer.wake();
            }
            publish();
        } finally {
            lock.unlock();
        }
        if (flush == Flush.NOW) {
            flush(call.startsAt(), others);
        }
        return true;
    }

    /** Writes what {@link #submit} only appended. */
    public void flush() {
        flush(0, false);
    }

    /** Lets the writer thread write what {@link #submit} only appended; never blocks. */
    public void flushSoon() {
        lock.lock();
        try {
            if (writer.hasRequests()) {
                writer.wake();
            }
        } finally {
            lock.unlock();
        }
    }

    private void flush(long startsAt, boolean others) {
        try {
            writer.flush(startsAt, others);
        } catch (IOException e) {
            lost("cannot write: " + reasonOf(e));
        }
    }

    /** Answers a delivered message; the writer thread writes it. Ignored when the link is gone. */
    public void answer(Envelope message, CommandStatus status) {
        if (Thread.currentThread() == reader && events.answersLater(message, status)) {
            return;
        }
        lock.lock();
        try {
            session.answer(message, status);
        } finally {
            unlock();
        }
    }

    /** Time passes: to be called a few times a second. Never blocks. */
    public void tick(long now) {
        locked(() -> {
            session.tick(now);
            writer.release(); // a listener that blocks holds up its reader, but not what others answered
            if (writer.isStalled(now, settings.writeTimeout())) {
                counters.count(LinkCounter.WRITE_STALLED);
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

    /** The same without haste: every request under way has the time that any has for its answer. */
    public void drainPatiently() {
        locked(() -> session.drainPatiently(nanoTime.getAsLong()));
    }

    /** Closes at once, without unbind. */
    public void lost(String reason) {
        locked(() -> fail(new SessionEnd(Cause.LOST, reason, null)));
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            unlock();
        }
    }

    /** Gives the lock back, then tells everybody what happened under it. */
    private void unlock() {
        boolean freed = publish();
        Call calls = after.takeCalls();
        List<Runnable> steps = after.takeSteps();
        lock.unlock();
        if (freed) {
            Aftermath.tell(slotsFreed);
        }
        Aftermath.tell(calls);
        Aftermath.tell(steps);
    }

    /** Under the lock: the hints that callers read without it. @return whether slots came free */
    private boolean publish() {
        int taken = session.outstanding();
        int left = session.state().maySubmit() ? settings.session().windowSize() - taken : 0;
        int before = free;
        if (taken != outstanding || left != before) { // a write that others see costs more than a look
            outstanding = taken;
            free = left;
        }
        return left > before;
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
            Thread writerThread = threads.newThread(this::write);
            writerThread.setName(writerThread.getName() + " " + host + " writer");
            writerThread.start();
            listener.binding(this);
            begin(connection);
            FrameReader frames = new FrameReader(connection.input(), settings.maxPduLength());
            try {
                frames.run(this::received);
            } catch (FramingException e) {
                counters.count(LinkCounter.FRAMING_LOST);
                locked(() -> session.lostPlace(e));
                frames.skipAll();
            }
            lost("the host closed the connection");
        } catch (IOException e) {
            lost(reasonOf(e));
        } catch (RuntimeException | Error e) {
            lost("failed: " + e);
            throw e;
        } finally {
            finished();
        }
    }

    private void begin(Connection connection) {
        locked(() -> {
            writer.connected(connection);
            connected = true;
            if (end == null) {
                bind = settings.bind().get(); // to connect may have taken long, and something else be wanted now
                session.bind(bind, nanoTime.getAsLong());
            }
        });
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

    /** What was read together: one turn of the lock for all, then the messages, whose answers are written together. */
    private void received(Batch batch) {
        boolean full;
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            for (int i = 0; i < batch.size(); i++) {
                events.at(batch, i);
                received(batch.envelope(i), batch.problem(i), now);
            }
            if (events.hasDelivered()) {
                writer.hold();
            }
            full = writer.isFull();
        } finally {
            unlock();
        }
        if (events.hasDelivered()) {
            full = deliver();
        }
        if (full) {
            counters.count(LinkCounter.READING_HELD);
            writer.awaitRoom();
        }
    }

    /** @return whether the peer reads too little of its answers */
    private boolean deliver() {
        events.deliver();
        lock.lock();
        try {
            events.answer(session);
            writer.release();
            return writer.isFull();
        } finally {
            unlock();
        }
    }

    private void received(@Nullable Envelope envelope, @Nullable PduException problem, long now) {
        if (envelope != null) {
            session.received(envelope, now);
        } else if (problem != null) {
            counters.count(LinkCounter.UNREADABLE);
            session.unreadable(problem, now);
        }
    }

    private void finished() {
        locked(() -> {
            if (end == null) {
                end = new SessionEnd(Cause.LOST, "closed", null);
            }
            abort();
            SessionEnd why = end;
            session.lost(call -> events.settle(
                    call, writer.isUnsent(call.startsAt()) ? Call.Fate.UNSENT : Call.Fate.UNANSWERED, why.text()));
            after.add(() -> listener.ended(this, why));
        });
    }

    /** Under the lock: what was not handed to the socket may go elsewhere. */
    void withdrawUnsent(String reason) {
        session.withdrawIf(
                call -> writer.isUnsent(call.startsAt()), call -> events.settle(call, Call.Fate.UNSENT, reason));
        writer.dropRequests();
    }

    /** Under the lock: the session is over; what it sent is still written. */
    void ended(SessionEnd why) {
        end = why;
        finishBy = nanoTime.getAsLong() + settings.session().closeTimeout() / 2;
        if (connected) {
            writer.finish();
        } else {
            abort();
        }
    }
}
