package org.smppra.servers.tomee;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.smppra.servers.Environment;
import org.smppra.servers.Operator;

/** The directory that {@code CATALINA_BASE} names, which the commands of the page make beside the distribution. */
record TomeeBase(Path path, Operator operator) {
    static TomeeBase of(Environment environment) throws IOException {
        Path base = environment.directory().resolve("base");
        Operator operator = new Operator(
                environment,
                "tomee",
                Map.of(
                        "/opt/tomee",
                        environment.home().toString(),
                        "/opt/shop",
                        base.toString(),
                        "shipping",
                        "check",
                        "db.example",
                        "127.0.0.1",
                        "= 5432",
                        "= " + environment.database()));
        operator.set("JRE_HOME", environment.javaHome().toString());
        operator.set("CATALINA_OPTS", "-Xmx512m");
        Files.copy(environment.driver(), operator.file("postgresql.jar"));
        return new TomeeBase(base, operator);
    }

    Path apps() {
        return path.resolve("apps");
    }

    /** With the adapter; on a port of its own, and with a short period. */
    void create(int http) throws IOException, InterruptedException {
        operator.follow("install");
        operator.keepPasswords("passwords");
        operator.follow("driver");
        Path server = path.resolve("conf/server.xml");
        Files.writeString(
                server,
                Files.readString(server)
                        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
                        .replace("<Connector port=\"8080\"", "<Connector address=\"127.0.0.1\" port=\"" + http + "\""));
        Files.writeString(
                path.resolve("conf/system.properties"),
                "openejb.autodeploy.interval = 250 milliseconds\n",
                StandardOpenOption.APPEND);
    }

    /** The mode of the factory in an EAR, among the properties of the kit; for the next start. */
    void becomeDirect(boolean direct) throws IOException, InterruptedException {
        Path properties = operator.file("tomee/nested.properties");
        String mode = Files.readString(operator.file("tomee/nested-direct.properties"));
        String text = Files.readString(properties).replace(mode, "");
        Files.writeString(properties, direct ? text + mode : text);
        install("install-ear");
    }

    /** Over what is there, with a jar of an older version among it. */
    void install(String block) throws IOException, InterruptedException {
        Path older = Files.createFile(path.resolve("lib/smpp-ra-0.0.0.jar"));
        operator.follow(block);
        if (Files.exists(older)) {
            throw new IOException(older + " is left");
        }
    }

    /** The shell becomes the script, and that the JVM. */
    Process start(Path console) throws IOException {
        return operator.start("exec env " + operator.commands("start"), Redirect.appendTo(console.toFile()));
    }
}
