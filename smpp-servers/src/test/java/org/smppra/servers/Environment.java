package org.smppra.servers;

import java.nio.file.Path;

/**
 * What the tests give a server.
 *
 * @param home of the unpacked distribution, which is never changed
 * @param directory for all that this server writes, new and empty
 * @param javaHome of the JDK that runs it
 * @param database port of the PostgreSQL on 127.0.0.1 (database, user and password {@code postgres}), through
 *     which the tests look: the data source's JNDI name is {@code jdbc/orders}
 * @param driver the file of its driver
 * @param kit unpacked as it is shipped
 */
public record Environment(Path home, Path directory, Path javaHome, int database, Path driver, Kit kit) {
    /** The file to deploy, {@code smpp-ra.rar}. */
    public Path rar() {
        return kit.file("smpp-ra.rar");
    }

    /** What an application compiles against, for a server where it must bring that itself. */
    public Path api() {
        return kit.file("smpp-ra-api.jar");
    }
}
