package org.smppra.it.inbound;

import java.util.Locale;
import java.util.Map;

/** The results, as a page of the documentation. */
final class Page {
    private Page() {}

    static String of(double load, Map<Body, Rates> rates) {
        StringBuilder page = new StringBuilder(preface(load));
        rates.forEach((body, of) -> page.append(line(body, of)));
        return page.toString();
    }

    private static String preface(double load) {
        Runtime machine = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                """
                # Receipts into message-driven beans in WildFly

                Written by `mvn -Pbench-server -pl smpp-it -am verify -Dit.test=ReceiptsToBeanBench`; \
                `-Dbench.rounds` and `-Dbench.percent` (of the messages) change its length. Absolute figures are those of one \
                machine on one day.

                - Machine: %d cores, Java %s, %s %s; its load average was %.1f before the server started.
                - Rounds: %d, after %d that do not count; in each, all feeds in turn; of the messages of a cell the \
                middle eight tenths are measured.

                One server (a heap of 512 MiB), one bean at a time, 10 of it at work at most, whichever feed it has. All \
                messages are there before a bean begins: receipts wait at the simulator, a process of its own on the same \
                cores, which has 100 unacknowledged at each of its two hosts; messages of the same text wait in a queue of \
                the server's own Artemis, in memory, as WildFly configures it. A receipt is kept by the SMSC until it is \
                acknowledged, after the transaction: its like is the *persistent* message. The *non-persistent* one is lost \
                with the server, and stands beside it as what the same container does without a disk. With a row, \
                Artemis and PostgreSQL (fsync) commit in two phases, a receipt's transaction has the database alone: after \
                a crash between commit and acknowledgement a receipt comes once more, a queue's message does not.

                Medians of the rounds; ratios of each round, in brackets the least and the most. CPU is that of the \
                server's process, in seconds for 100,000 messages; for receipts the simulator's process needs some beside it, \
                on the same cores.

                | the bean (receipts, messages a cell) | receipts/s | persistent/s | ratio | non-persistent/s | ratio | CPU: receipts | and the simulator | \
                persistent | non-persistent |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """,
                machine.availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                load,
                ReceiptsToBeanBench.ROUNDS,
                ReceiptsToBeanBench.WARM_UPS);
    }

    private static String line(Body body, Rates rates) {
        return String.format(
                Locale.ROOT,
                "| %s (%,d, %,d) | %,.0f | %,.0f | %s | %,.0f | %s | %.1f | %.1f | %.1f | %.1f |%n",
                body.title(),
                body.calls(Feed.RECEIPTS),
                body.calls(Feed.PERSISTENT),
                rates.rate(Feed.RECEIPTS),
                rates.rate(Feed.PERSISTENT),
                ratio(rates.ratios(Feed.PERSISTENT)),
                rates.rate(Feed.NON_PERSISTENT),
                ratio(rates.ratios(Feed.NON_PERSISTENT)),
                rates.cpuSeconds(Feed.RECEIPTS),
                rates.providerCpuSeconds(),
                rates.cpuSeconds(Feed.PERSISTENT),
                rates.cpuSeconds(Feed.NON_PERSISTENT));
    }

    private static String ratio(double[] of) {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", of[1], of[0], of[2]);
    }
}
