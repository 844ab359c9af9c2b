package org.smppra.journal;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that runs a program of these tests. */
final class Fork {
    private Fork() {}

    static Process start(Class<?> program, List<String> options, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(location(JournalStore.class) + System.getProperty("path.separator") + location(program));
        command.add(program.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String location(Class<?> type) {
        URL url = type.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(url.toString())).toString();
    }
}
