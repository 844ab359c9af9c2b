package org.smppra.servers.glassfish;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.smppra.servers.Environment;

/** Runs a command of the kit that calls the JDK's keytool, where the domain is. */
final class Keytool {
    private Keytool() {}

    static void run(Environment environment, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(environment.directory().toFile())
                .redirectErrorStream(true);
        builder.environment()
                .merge(
                        "PATH",
                        environment.javaHome().resolve("bin").toString(),
                        (path, own) -> own + File.pathSeparator + path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + output);
        }
    }
}
