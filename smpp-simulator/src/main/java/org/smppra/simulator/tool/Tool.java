package org.smppra.simulator.tool;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.CannotListenException;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorBuilder;
import org.smppra.simulator.tool.http.HttpService;
import org.smppra.simulator.tool.http.Subject;
import org.smppra.simulator.tool.log.MessageLog;
import org.smppra.simulator.tool.log.Output;
import org.smppra.simulator.tool.log.PduLog;
import org.smppra.simulator.tool.traffic.Load;
import org.smppra.simulator.tool.traffic.LoadOrder;
import org.smppra.simulator.tool.traffic.Rates;
import org.smppra.simulator.tool.traffic.Traffic;

/** The simulator with all that the tool puts around it. */
final class Tool implements AutoCloseable {
    private static final long GOODBYE_MILLIS = 2_000;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> daemon(work, "timer"));
    private final @Nullable PduLog pduLog;
    private final Subject subject;
    private @Nullable HttpService http;

    private Tool(ToolOptions options, Output output) throws CannotStartException {
        Traffic traffic = new Traffic();
        MessageLog log =
                new MessageLog(output, options.show().content(), options.show().isQuiet());
        this.pduLog = openPduLog(options.show());
        Simulator simulator = open(options, new Listeners(List.of(traffic, log)), pduLog);
        Rates rates = new Rates(traffic);
        rates.follow(timer);
        this.subject = new Subject(
                simulator,
                traffic,
                rates,
                new Load(simulator, timer),
                output,
                options.show().content(),
                Instant.now());
    }

    static Tool start(ToolOptions options, Output output) throws CannotStartException {
        LoadOrder load = options.load().order();
        Tool tool = new Tool(options, output);
        try {
            TrustFiles.write(tool.simulator(), options.hosts(), output);
            tool.serve(options.http());
            tool.subject.load().set(load);
        } catch (CannotStartException | RuntimeException e) {
            tool.close();
            throw e;
        }
        return tool;
    }

    Simulator simulator() {
        return subject.simulator();
    }

    Commands commands() {
        return new Commands(subject);
    }

    private static @Nullable PduLog openPduLog(ShowOptions options) throws CannotStartException {
        try {
            return options.openPduLog(System.out);
        } catch (IOException e) {
            throw new CannotStartException("--pdu-log: the file cannot be written: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Simulator open(ToolOptions options, Listeners listeners, @Nullable PduLog pduLog)
            throws CannotStartException {
        try {
            SimulatorBuilder builder = Simulator.builder().listener(listeners);
            options.hosts().applyTo(builder);
            options.outcomes().applyTo(builder);
            options.behaviours().applyTo(builder);
            if (pduLog != null) {
                builder.wireListener(pduLog);
            }
            return builder.start();
        } catch (CannotListenException e) {
            throw new CannotStartException(
                    "port " + e.port() + " of host " + e.host() + " cannot be used (" + reason(e.getCause())
                            + "); choose another one with " + HostOptions.nameOfPort(e.host(), e.isTls()),
                    e);
        } catch (RuntimeException e) {
            throw new CannotStartException(String.valueOf(e.getMessage()), e);
        }
    }

    private void serve(HttpOptions options) throws CannotStartException {
        if (options.port() < 0) {
            return;
        }
        try {
            http = HttpService.start(options.address(), options.port(), options.names(), subject);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStartException(
                    "port " + options.port() + " of the status page cannot be used (" + reason(e)
                            + "); choose another one with --http-port, or -1 for none",
                    e);
        }
        subject.output().say("status page and API: " + http.url());
    }

    private static String reason(@Nullable Throwable cause) {
        String words = cause == null ? "" : String.valueOf(cause.getMessage());
        return words.startsWith("Address already in use") ? "another program uses it" : words;
    }

    /** Both hosts say goodbye at the same time; it must not take long, somebody pressed Ctrl-C. */
    @Override
    public void close() {
        timer.shutdownNow();
        if (http != null) {
            http.close();
        }
        List<Thread> goodbyes = simulator().hosts().stream().map(Tool::goodbye).toList();
        try {
            for (Thread goodbye : goodbyes) {
                goodbye.join(GOODBYE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        simulator().close();
        if (pduLog != null) {
            pduLog.close();
        }
    }

    private static Thread goodbye(SimulatedHost host) {
        Thread thread = daemon(host::stop, "end-" + host.name());
        thread.start();
        return thread;
    }

    private static Thread daemon(Runnable work, String task) {
        Thread thread = new Thread(work, "sim-" + task);
        thread.setDaemon(true);
        return thread;
    }
}
