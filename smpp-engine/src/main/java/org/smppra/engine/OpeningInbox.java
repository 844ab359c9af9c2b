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
import org.smppra.SmppException;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.inbox.Inbox;

/** The inbox beside an outbox, which opens behind it. Where it cannot be opened there is none. */
final class OpeningInbox {
    private static final Logger LOG = System.getLogger(OpeningInbox.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CompletableFuture<@Nullable Inbox> opened = new CompletableFuture<>();

    /** On the thread that opened the outbox. */
    void open(OutboxOpener opener, GatewayRuntime runtime) {
        Inbox inbox = null;
        try {
            inbox = opener.openInbox(runtime);
        } catch (SmppException | RuntimeException | Error e) {
            LOG.log(
                    Level.ERROR,
                    "SMPP-361 the inbox cannot be opened, so nothing received is stored: {0}",
                    String.valueOf(e.getMessage()));
        }
        opened.complete(inbox);
    }

    /** There is no outbox, so there is no inbox. */
    void none() {
        opened.complete(null);
    }

    /** Null while it is not open, or if there is none. */
    @Nullable
    Inbox now() {
        return opened.getNow(null);
    }

    /** Waits until it is open; null if there is none, or none in time. */
    @Nullable
    Inbox await() {
        try {
            return opened.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // still opening: as if there was none
        }
        return null;
    }

    /** Told once it is open, or cannot be opened: then with null. On the thread that opened it, or at once. */
    void whenDone(Consumer<@Nullable Inbox> next) {
        opened.thenAccept(next);
    }

    /** Waits for it if it still opens, so that nothing of it is left. */
    void close() {
        opened.thenAccept(inbox -> {
            if (inbox != null) {
                inbox.close();
            }
        });
        await();
    }
}
