package org.smppra.engine;

import java.io.IOException;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.journal.DirectoryFiles;
import org.smppra.journal.JournalException;
import org.smppra.journal.JournalRuntime;
import org.smppra.journal.JournalSettings;
import org.smppra.journal.JournalStore;
import org.smppra.outbox.JournalOutbox;
import org.smppra.outbox.OutboxSettings;

/** An outbox in a directory, and its upkeep. */
final class StoredOutbox {
    private StoredOutbox() {}

    static JournalOutbox open(OutboxSettings settings, GatewayRuntime runtime) throws JournalException, IOException {
        DirectoryFiles files = DirectoryFiles.of(settings.directory());
        JournalRuntime time = new JournalRuntime(runtime.threads(), runtime.nanoTime(), runtime.clock());
        JournalSettings journal = JournalSettings.defaults().withEraseWithin(settings.eraseWithin());
        JournalOutbox outbox = JournalOutbox.open(
                settings, runtime.clock(), visitor -> JournalStore.open(journal, files, time, visitor));
        Upkeep upkeep = new Upkeep(
                "outbox",
                outbox::tick,
                "SMPP-316 the outbox could not look after what is old; it tries again",
                runtime);
        outbox.whenClosed(upkeep::end);
        upkeep.start();
        return outbox;
    }
}
