package org.smppra.benchmark;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** What a reader of the tables must know first. */
final class Preface {
    private Preface() {}

    static String text(int rounds, double seconds, double load) throws IOException {
        return String.format(
                Locale.ROOT,
                """
                # Performance

                Written by `mvn -Pbench -pl smpp-benchmark -am verify`; `-Dbench.rounds` and `-Dbench.seconds` change its \
                length. Absolute figures are those of one machine on one day; the ratios travel better.

                - Date: %s. smpp-ra %s, jSMPP %s (TCP_NODELAY set).
                - Machine: %s; %s; %s. Load average before the run: %.2f.
                - Rounds: %d, of %.1f s a cell after one that does not count, engines in turn, forth and back.

                Every engine and the responder is a process of its own, on the loopback, with a heap of 256 MiB. The \
                responder does nothing but answer: one write a read. Every message is the same 153 octets, every answer \
                has an id of ten digits. Rates, latencies, CPU and octets are medians of the rounds; a ratio is the median \
                of the rounds' own ratios, with its least and its most. CPU and octets are those of the engine's process \
                with all its threads, not the responder's. The latency of a batch is that of the whole batch.

                "account.submit" is what an application calls: text encoded, rules checked, a result made. The "gateway \
                floor" gets a request that is ready, as jSMPP does. jSMPP sends no batches: there it has 100 callers. The \
                socket limit has no protocol: N requests in one write, N answers read, the same number under way.

                The processes share the cores with each other and with whatever else runs there; at a load average above \
                the number of cores the ratios spread, and those of many callers come out lower than on a quiet machine. \
                Receipts coming in and TLS are not measured yet.

                """,
                LocalDate.now(Clock.systemUTC()),
                System.getProperty("bench.version", "?"),
                System.getProperty("bench.jsmpp", "?"),
                Machine.cpu(),
                Machine.jdk(),
                Machine.system(),
                load,
                rounds,
                seconds);
    }
}
