package org.smppra.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Servers that are no children of this JVM any more: a tool began them, or a run that was killed. */
public final class Processes {
    private Processes() {}

    /** Ends each JVM whose command line names something in this directory. */
    public static void endThoseOf(Path directory) {
        List<ProcessHandle> servers = ProcessHandle.allProcesses()
                .filter(process -> isJvm(process) && commandLine(process).contains(directory.toAbsolutePath() + "/"))
                .toList();
        servers.forEach(ProcessHandle::destroyForcibly);
        servers.forEach(process -> process.onExit().join());
    }

    private static boolean isJvm(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/java"))
                .isPresent();
    }

    /** Whole: that of a server is longer than what the JDK tells of it. */
    private static String commandLine(ProcessHandle process) {
        try {
            return new String(
                    Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), "cmdline")),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            return process.info().commandLine().orElse(""); // no Linux, or it has just ended
        }
    }
}
