package org.smppra.it.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.smppra.it.engine.ForkedJvm;
import org.smppra.simulator.Simulator;

/** A simulator in a JVM of its own: says both ports, then answers one question a line. */
final class StrengthProgram {
    static final String SHOP = "shop";

    private StrengthProgram() {}

    static ForkedJvm fork(String heap) throws IOException {
        return new ForkedJvm(List.of(heap, "-XX:+ExitOnOutOfMemoryError"), StrengthProgram.class);
    }

    /** Of both hosts; its first word. */
    static int[] ports(ForkedJvm jvm) {
        return Arrays.stream(jvm.reply().split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    static long ask(ForkedJvm jvm, String question) {
        return Long.parseLong(jvm.ask(question));
    }

    public static void main(String[] args) throws IOException {
        try (Simulator simulator = Simulator.builder()
                .freePorts()
                .reportDelay(Duration.ofMillis(1))
                .redeliveryDelay(Duration.ofMillis(1))
                .bindTimeout(Duration.ofMinutes(5))
                .start()) {
            ForkedJvm.reply(simulator.host("a").port() + " " + simulator.host("b").port());
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String question = in.readLine(); question != null; question = in.readLine()) {
                ForkedJvm.reply(String.valueOf(answer(simulator, question)));
            }
        }
    }

    private static long answer(Simulator simulator, String question) {
        return switch (question) {
            case "messages" -> simulator.messageCount();
            case "binds" ->
                simulator.hosts().stream()
                        .mapToLong(host -> host.binds().size())
                        .sum();
            case "connections" ->
                simulator.hosts().stream()
                        .mapToLong(host -> host.connections())
                        .sum();
            case "waiting" -> simulator.reportsWaiting(SHOP);
            case "dropped" -> simulator.reportsDropped(SHOP);
            case "threads" -> ManagementFactory.getThreadMXBean().getThreadCount();
            case "heap" -> {
                ManagementFactory.getMemoryMXBean().gc();
                yield ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            }
            default -> throw new IllegalArgumentException(question);
        };
    }
}
