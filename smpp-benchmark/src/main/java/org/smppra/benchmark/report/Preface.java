package org.smppra.benchmark.report;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** What a reader of the tables must know first. */
public final class Preface {
    private Preface() {}

    /**
     * The text before the tables.
     *
     * @param jdk25 what the virtual callers ran on, or why they did not
     */
    public static String text(int rounds, double seconds, double load, String jdk25) throws IOException {
        return String.format(
                Locale.ROOT,
                """
                # Performance

                Written by `mvn -Pbench -pl smpp-benchmark -am verify`. `-Dbench.rounds` and `-Dbench.seconds` change its \
                length, `-Dbench.only=<pattern>` measures some scenarios; what they give is written only to a file that \
                `-Dbench.file` names. Absolute figures are those of \
                one machine on one day; the ratios travel better.

                - Date: %s. smpp-ra %s, jSMPP %s, Cloudhopper (com.fizzed:ch-smpp) %s with Netty %s.
                - Machine: %s; %s; %s. Load average before the run: %.2f.
                - Virtual callers: %s.
                - Rounds: %d, of %.1f s a cell after 0.15 s to settle and one round that does not count; contestants in \
                turn, forth and back.

                ## How to read it

                Each contestant and the responder is a process of its own, on the loopback, with a heap of 256 MiB and G1. \
                The responder does nothing but answer: one write a read. Every submit_sm is the same 153 octets, every \
                answer has an id of ten digits, which is checked; every cell has a session of its own. Rates, latencies, \
                CPU and octets are medians of the rounds; a ratio is the median of the rounds' own ratios, with its least \
                and its most. CPU and octets allocated are those of the contestant's process with all its threads, not \
                the responder's.

                - **smpp-ra, gateway floor** gets a request that is ready, as the peers do: the like-for-like row. In the \
                windows it is an asynchronous submit by one thread; **batch** is the same with the explicit flush.
                - **smpp-ra, account.submit** is what an application calls: text encoded, rules checked, a result made; in \
                the windows `submitAll` of as many.
                - **jSMPP** has no asynchronous submit: its window of N is N calling threads. TCP_NODELAY by a connection \
                factory, queue of 1,000.
                - **Cloudhopper** submits from one thread. TCP_NODELAY forced by reflection; logging of PDUs and counters \
                off.
                - **As shipped** is the peer with only what it must be given: address, credentials, window. Nagle's delay \
                stays on: it costs up to 40 ms where submits and acknowledgements share a bind, and gathers \
                acknowledgements where nothing else is sent.
                - **The socket limit** has no protocol: the octets of N requests in one write, N answers read, in one \
                thread. It is no engine, but what the machine and this responder allow.
                - **At the simulator** stands smpp-simulator, a JVM of its own, in the responder's place: every rule of the \
                provider checked, every message stored, a report made for each that wants one. It is no bottleneck where \
                the socket limit, which it serves as any client, is above every SMPP client.

                The latency is that of a submit from its call to its answer, a wait for the window included; of one in 31 \
                where submits are asynchronous, of the whole batch for `submitAll` and the limit. With receipts, rate, CPU \
                and octets count submits and receipts alike. At a steady pace a submit that is late because the one before \
                was late counts from when it was due.

                """,
                LocalDate.now(Clock.systemUTC()),
                System.getProperty("bench.version", "?"),
                System.getProperty("bench.jsmpp", "?"),
                System.getProperty("bench.cloudhopper", "?"),
                System.getProperty("bench.netty", "?"),
                Machine.cpu(),
                Machine.jdk(),
                Machine.system(),
                load,
                jdk25,
                rounds,
                seconds);
    }
}
