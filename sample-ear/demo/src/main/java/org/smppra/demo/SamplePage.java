package org.smppra.demo;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The page of the sample: the demo runs when it answers. */
final class SamplePage {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long ROUND_MILLIS = 500;
    private static final int ROUNDS_OF_SILENCE = 30;
    private static final int LONGEST_REASON = 1000;

    private final int port;

    SamplePage(int port) {
        this.port = port;
    }

    String address() {
        return "http://localhost:" + port + "/sample/";
    }

    /** Ends with an error as soon as it cannot answer any more: a child died, or a deployment failed. */
    void await(List<Child> children, ServerDirectory directory, Console console)
            throws DemoException, InterruptedException, IOException {
        long startedAt = System.nanoTime();
        Child server = children.get(children.size() - 1);
        for (int round = 1; !answers(); round++) {
            server.endsWithin(ROUND_MILLIS);
            for (Child child : children) {
                if (!child.isAlive()) {
                    throw new DemoException(
                            "the " + child.name() + " ended while it started, with exit code " + child.exitCode());
                }
            }
            failIfUndeployed(directory);
            long waited = System.nanoTime() - startedAt;
            if (waited > PATIENCE_NANOS) {
                throw new DemoException(address() + " does not answer");
            }
            if (round % ROUNDS_OF_SILENCE == 0) {
                console.say("still waiting for " + address() + " (" + TimeUnit.NANOSECONDS.toSeconds(waited) + " s)");
            }
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection page = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/sample/").toURL().openConnection(Proxy.NO_PROXY);
            page.setConnectTimeout(2000);
            page.setReadTimeout(5000);
            return page.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** WildFly's deployment scanner leaves a file that says why. */
    private static void failIfUndeployed(ServerDirectory directory) throws DemoException, IOException {
        for (String archive : List.of("smpp-ra.rar", "sample-ear.ear")) {
            Path marker = directory.deployments().resolve(archive + ".failed");
            if (Files.exists(marker)) {
                String reason = Files.readString(marker).strip();
                throw new DemoException(archive + " was not deployed: "
                        + (reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + " …" : reason));
            }
        }
    }
}
