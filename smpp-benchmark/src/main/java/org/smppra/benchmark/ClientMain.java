package org.smppra.benchmark;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The process of one engine: reads {@code <scenario> <millis>} lines, answers each with a {@link Cell}. */
final class ClientMain {
    private ClientMain() {}

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Client client = Contestant.valueOf(args[0]).connect(Integer.parseInt(args[1]))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", -1);
                Shape shape = client.fit(Scenario.valueOf(words[0]).shape());
                System.out.println(
                        Load.run(client, shape, Long.parseLong(words[1])).line());
            }
        }
    }
}
