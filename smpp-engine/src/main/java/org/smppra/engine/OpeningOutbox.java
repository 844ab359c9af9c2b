package org.smppra.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.outbox.Outbox;

/** An outbox that opens while the engine runs already: a full one takes seconds. */
final class OpeningOutbox {
    private static final Logger LOG = System.getLogger(OpeningOutbox.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CompletableFuture<Outbox> opened = new CompletableFuture<>();
    private final Duration maxAge;
    private final OpeningInbox inbox = new OpeningInbox();

    OpeningOutbox(OutboxOpener opener, GatewayRuntime runtime) {
        this.maxAge = opener.maxAge();
        Thread thread = runtime.threads().newThread(() -> open(opener, runtime));
        thread.setName(thread.getName() + " outbox opener");
        thread.start();
    }

    private void open(OutboxOpener opener, GatewayRuntime runtime) {
        try {
            opened.complete(opener.open(runtime));
            inbox.open(opener, runtime);
        } catch (SmppException | RuntimeException | Error e) {
            LOG.log(Level.ERROR, "SMPP-320 the outbox cannot be opened: {0}", String.valueOf(e.getMessage()));
            opened.completeExceptionally(e);
            inbox.none();
        }
    }

    /** The outbox, once it is open. @throws SmppException if there is none, or none in time */
    static Outbox get(@Nullable OpeningOutbox outbox) throws SmppException {
        if (outbox == null) {
            throw failure("SMPP-NO-OUTBOX", "there is no outbox: set outboxDirectory", false, null);
        }
        return outbox.await(PATIENCE);
    }

    private Outbox await(Duration patience) throws SmppException {
        try {
            return opened.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("SMPP-OUTBOX-OPENING", "interrupted while the outbox opens", true, e);
        } catch (TimeoutException e) {
            throw failure("SMPP-OUTBOX-OPENING", "the outbox is not open yet; try again", true, e);
        } catch (ExecutionException e) {
            // Anew, with the caller's stack; the words are those of the first.
            throw e.getCause() instanceof SmppException why
                    ? failure(why.code(), withoutCode(why), why.retryable(), why)
                    : failure("SMPP-NO-OUTBOX", "the outbox cannot be opened: " + e.getCause(), false, e.getCause());
        }
    }

    /** Null while it is not open. */
    @Nullable
    Outbox now() {
        return opened.isDone() && !opened.isCompletedExceptionally() ? opened.getNow(null) : null;
    }

    /** What is received is stored there. */
    OpeningInbox inbox() {
        return inbox;
    }

    /** After which a submission that was not sent is settled as expired. */
    Duration maxAge() {
        return maxAge;
    }

    /** Told once it is open, or cannot be opened: then with null. On the thread that opened it, or at once. */
    void whenDone(Consumer<@Nullable Outbox> next) {
        opened.handle((outbox, failure) -> outbox).thenAccept(next);
    }

    /** Waits for it if it still opens, so that nothing of it is left. */
    void close() {
        inbox.close();
        whenDone(outbox -> {
            if (outbox != null) {
                outbox.close();
            }
        });
        try {
            await(PATIENCE);
        } catch (SmppException e) {
            // said when it was opened, or it closes when it is open
        }
    }

    private static String withoutCode(SmppException e) {
        return String.valueOf(e.getMessage()).substring(e.code().length() + 2);
    }

    private static SmppException failure(String code, String words, boolean retryable, @Nullable Throwable cause) {
        return new SmppException(code, words, Sent.NOTHING, retryable, cause);
    }
}
