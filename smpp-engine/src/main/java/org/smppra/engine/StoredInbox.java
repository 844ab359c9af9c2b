package org.smppra.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.inbox.InboxSettings;
import org.smppra.inbox.JournalInbox;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;

/** An inbox in a directory, and its upkeep. */
final class StoredInbox {
    /** Inside the outbox's directory: who owns that owns this one too. */
    static final String PLACE = "inbox";

    private StoredInbox() {}

    static JournalInbox open(Path outbox, InboxSettings settings, Duration eraseWithin, GatewayRuntime runtime)
            throws JournalException, IOException {
        DirectoryFiles files = DirectoryFiles.of(outbox.resolve(PLACE));
        JournalRuntime time = new JournalRuntime(runtime.threads(), runtime.nanoTime(), runtime.clock());
        JournalSettings journal = JournalSettings.defaults().withEraseWithin(eraseWithin);
        JournalInbox inbox = JournalInbox.open(
                settings, runtime.clock(), visitor -> JournalStore.open(journal, files, time, visitor));
        Upkeep upkeep = new Upkeep(
                PLACE, inbox::tick, "SMPP-363 the inbox could not look after what is old; it tries again", runtime);
        inbox.whenClosed(upkeep::end);
        upkeep.start();
        return inbox;
    }
}
