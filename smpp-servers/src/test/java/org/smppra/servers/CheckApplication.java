package org.smppra.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.smppra.servers.application.Receipts;
import org.smppra.servers.application.Work;

/** Puts the suite's application together. Its own descriptors are those of Jakarta EE 9.1, which all servers read. */
final class CheckApplication {
    static final String NAME = "check.ear";
    private static final List<String> DEFINITIONS = List.of("SmppDefinition.java", "SmppDirectDefinition.java");

    private CheckApplication() {}

    static EnterpriseArchive of(Packaging packaging, ApplicationServer server, Environment environment)
            throws Exception {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "check.war")
                .addPackage(Work.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .setWebXML(new StringAsset(webXml(packaging, server)));
        Application application = new Application(
                ShrinkWrap.create(EnterpriseArchive.class, NAME)
                        .setApplicationXML(new StringAsset(applicationXml(packaging))),
                war,
                ShrinkWrap.createFromZipFile(
                        ResourceAdapterArchive.class, environment.rar().toFile()),
                packaging,
                environment.kit());
        if (packaging == Packaging.DEFINITION) {
            String beans = environment.kit().text("portable/ejb-jar.xml");
            war.addAsWebInfResource(
                    new StringAsset(beans.replace("com.example.Receipts", Receipts.class.getName())), "ejb-jar.xml");
            addDefinition(war, environment);
        }
        server.describe(application);
        application.ear().addAsModule(war);
        if (packaging != Packaging.STANDALONE) {
            application.ear().addAsModule(application.rar());
        }
        return application.ear();
    }

    /** The kit's sources, compiled as a user would: the values of an annotation are constants. */
    private static void addDefinition(WebArchive war, Environment environment) throws IOException {
        Path directory =
                environment.directory().resolveSibling(environment.directory().getFileName() + "-definition");
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString()));
        for (String name : DEFINITIONS) {
            arguments.add(environment
                    .kit()
                    .write("portable/" + name, directory.resolve(name))
                    .toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IOException(DEFINITIONS + " do not compile");
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                war.addAsWebInfResource(
                        file.toFile(),
                        "classes/" + directory.relativize(file).toString().replace(File.separatorChar, '/'));
            }
        }
    }

    private static String webXml(Packaging packaging, ApplicationServer server) {
        List<String> factories = packaging == Packaging.STANDALONE
                ? List.of("smpp/gateway", "smpp/direct", "smpp/secure")
                : List.of("smpp/gateway", "smpp/direct");
        String references = factories.stream()
                .map(name -> reference(
                        name,
                        "org.smppra.SmppConnectionFactory",
                        packaging == Packaging.DEFINITION ? "java:app/" + name : server.lookup(name, packaging)))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0">
                %s%s%s</web-app>
                """
                .formatted(
                        packaging == Packaging.STANDALONE
                                ? OPERATIONS.formatted(server.lookup("smpp/operations", packaging))
                                : "",
                        references,
                        reference("jdbc/orders", "javax.sql.DataSource", server.lookup("jdbc/orders", packaging)));
    }

    private static final String OPERATIONS =
            """
              <resource-env-ref>
                <resource-env-ref-name>smpp/operations</resource-env-ref-name>
                <resource-env-ref-type>org.smppra.SmppOperations</resource-env-ref-type>
                <lookup-name>%s</lookup-name>
              </resource-env-ref>
            """;

    private static String reference(String name, String type, String lookup) {
        return """
                  <resource-ref>
                    <res-ref-name>%s</res-ref-name>
                    <res-type>%s</res-type>
                    <res-auth>Container</res-auth>
                    <lookup-name>%s</lookup-name>
                  </resource-ref>
                """
                .formatted(name, type, lookup);
    }

    private static String applicationXml(Packaging packaging) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="9">
                  <application-name>check</application-name>
                %s  <module>
                    <web>
                      <web-uri>check.war</web-uri>
                      <context-root>/check</context-root>
                    </web>
                  </module>
                </application>
                """
                .formatted(
                        packaging == Packaging.STANDALONE
                                ? ""
                                : "  <module>\n    <connector>smpp-ra.rar</connector>\n  </module>\n");
    }
}
