package org.smppra.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs all, until Ctrl-C. */
public final class Demo {
    private static final long ROUND_MILLIS = 500;

    private final Options options;
    private final Path target;
    private final Path wildfly;
    private final Console console = new Console(System.out);

    private Demo(Options options, Path target, Path wildfly) {
        this.options = options;
        this.target = target;
        this.wildfly = wildfly;
    }

    /**
     * Called by Maven.
     *
     * @param arguments the build directory with all archives, the name of the server's directory in it
     */
    public static void main(String... arguments) throws DemoException, IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        Options options = Options.of(System.getProperties(), System.getenv());
        new Demo(options, target, target.resolve(arguments[1])).run();
    }

    private void run() throws DemoException, IOException, InterruptedException {
        boolean simulated = options.account() == null;
        Ports ports = new Ports(options.portOffset()).ofServer();
        (simulated ? ports.ofSimulator() : ports).mustBeFree();
        try (ServerLog log = new ServerLog(target.resolve("demo-server.log"), console);
                Children children = new Children(console)) {
            children.stopWithTheJvm();
            try {
                run(simulated, children, log);
            } catch (DemoException e) {
                children.joinTheJvmIfItEnds();
                log.showLast();
                throw new DemoException(e.getMessage() + " (the server's whole log: " + log.file() + ")");
            } catch (InterruptedException | IOException e) {
                children.joinTheJvmIfItEnds();
                throw e;
            }
        }
    }

    private void run(boolean simulated, Children children, ServerLog log)
            throws DemoException, IOException, InterruptedException {
        console.say("configuring the server (a fresh directory, a few seconds) …");
        ServerDirectory directory = ServerDirectory.fresh(target.resolve("demo-server"), wildfly);
        Server server = new Server(wildfly, directory);
        server.configure(options.hasTrustStore(), children, log);
        directory.deploy(target.resolve("smpp-ra.rar"));
        directory.deploy(target.resolve("sample-ear.ear"));

        Simulator simulator = new Simulator(directory.keep(target.resolve("smpp-simulator.jar")), options.portOffset());
        List<Child> started = new ArrayList<>();
        if (simulated) {
            console.say("starting the simulator …");
            started.add(simulator.start(children, console));
        } else {
            console.say("no simulator: the server talks to " + options.account());
        }
        console.say("starting the server; its whole log: " + log.file());
        Map<String, String> environment = options.serverEnvironment(simulator.hosts());
        started.add(server.start(environment, options.portOffset(), children, log));

        SamplePage page = new SamplePage(Ports.PAGE + options.portOffset());
        page.await(started, directory, console);
        console.banner(banner(page, simulated ? simulator : null, log));
        if (simulated) {
            Simulator.obeyCommands(started.get(0), System.in);
        }
        watch(started, children);
    }

    private static List<String> banner(SamplePage page, @Nullable Simulator simulator, ServerLog log) {
        List<String> lines = new ArrayList<>();
        lines.add("The sample runs    " + page.address());
        lines.add("The server's log   " + log.file());
        if (simulator != null) {
            lines.add("The simulator      " + simulator.page());
            lines.add(
                    "                   or type \"stop a\" or \"start a\" (or b) and Enter; \"help\" lists all commands");
        }
        lines.add("To stop            Ctrl-C");
        return lines;
    }

    /** Until the server ends; without the simulator it runs on, and its page shows what that means. */
    private void watch(List<Child> started, Children children) throws DemoException, InterruptedException {
        Child server = started.get(started.size() - 1);
        Child first = started.get(0);
        boolean complete = true;
        while (!server.endsWithin(ROUND_MILLIS)) {
            if (complete && first.endsWithin(0) && !server.endsWithin(ROUND_MILLIS)) {
                children.joinTheJvmIfItEnds();
                complete = false;
                console.say("the simulator ended; the server looks for its hosts until Ctrl-C");
            }
        }
        children.joinTheJvmIfItEnds();
        if (server.exitCode() != 0) {
            throw new DemoException("the server ended with exit code " + server.exitCode());
        }
        console.say("the server was stopped");
    }
}
