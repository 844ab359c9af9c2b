package org.smppra.it.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import org.smppra.HostState;
import org.smppra.SubmitResult;
import org.smppra.ra.settings.AccountProperties;

/** An engine in a JVM of its own: {@code submit REFERENCE}, {@code error}, {@code bound}. */
final class EngineProgram {
    private EngineProgram() {}

    /** @param settings the hosts; then trust store and password, for TLS */
    static ForkedJvm fork(List<String> options, String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"));
        all.addAll(options);
        return new ForkedJvm(all, EngineProgram.class, settings);
    }

    public static void main(String[] args) throws IOException {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        if (Boolean.getBoolean("weak.tls")) {
            Security.setProperty("jdk.tls.disabledAlgorithms", "");
        }
        try (RunningEngine engine = new RunningEngine(args[0], p -> settings(p, args))) {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                ForkedJvm.reply(answer(engine, line).replace('\n', ' '));
            }
        }
    }

    private static void settings(AccountProperties p, String[] args) {
        p.setReconnectMaxDelayMillis(20);
        p.setCloseTimeoutMillis(200);
        p.setConnectTimeoutMillis(1_000);
        if (args.length > 1) {
            p.setTls(true);
            p.setTlsTrustStore(args[1]);
            p.setTlsTrustStorePassword(args[2]);
        }
    }

    private static String answer(RunningEngine engine, String line) {
        String[] words = line.split(" ", 2);
        return switch (words[0]) {
            case "submit" -> {
                Object fate = Callers.submit(engine, RunningEngine.message(words[1]));
                yield fate instanceof SubmitResult result ? result.outcome().toString() : fate.toString();
            }
            case "error" ->
                engine.account().state().hosts().values().stream()
                        .map(HostState::toString)
                        .toList()
                        .toString();
            case "bound" ->
                String.valueOf(engine.account().state().hosts().values().stream()
                        .filter(host -> host.submitting() > 0)
                        .count());
            default -> "what is " + line + "?";
        };
    }
}
