package org.smppra.it.receipts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.smppra.it.receipts.application.Messages;
import org.smppra.it.receipts.application.Receipts;

/** The application in the server: the same classes under any name, with any settings of its bean. */
record InboundApplication(String name, int port) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int OK = 200;

    private static final List<Class<?>> BEANS = List.of(Receipts.class, Messages.class);

    /**
     * @param bean the only one in it
     * @param settings its activation properties, added to those of all tests
     */
    static WebArchive war(String name, Class<?> bean, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("redeliveryDelayMillis", "50"));
        all.putAll(settings);
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war").addPackage(bean.getPackage());
        BEANS.stream().filter(other -> other != bean).forEach(war::deleteClass);
        return war.addAsWebInfResource(descriptor(bean, "smpp-ra.rar", all), "jboss-ejb3.xml")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .setManifest(new StringAsset("Dependencies: deployment.smpp-ra.rar\n"));
    }

    /** WildFly: which resource adapter serves the bean, and with which activation properties. */
    static StringAsset descriptor(Class<?> bean, String adapter, Map<String, String> settings) {
        String properties = settings.entrySet().stream()
                .map(each ->
                        """
                <activation-config-property>
                  <activation-config-property-name>%s</activation-config-property-name>
                  <activation-config-property-value>%s</activation-config-property-value>
                </activation-config-property>
                """
                                .formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        return new StringAsset(DESCRIPTOR.formatted(bean.getSimpleName(), properties, bean.getSimpleName(), adapter));
    }

    boolean answers() throws InterruptedException {
        try {
            hanging();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Calls of the bean that hang now. */
    int hanging() throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder());
    }

    /** Lets go all that hang, and all that would. */
    void release() throws IOException, InterruptedException {
        ask(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.noBody()));
    }

    private int ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(
                request.uri(URI.create("http://127.0.0.1:" + port + "/" + name + "/hanging"))
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        return Integer.parseInt(response.body());
    }

    private static final String DESCRIPTOR =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <jboss:ejb-jar xmlns:jboss="urn:jboss:jakartaee:1.0" xmlns="https://jakarta.ee/xml/ns/jakartaee"
                           xmlns:mdb="urn:resource-adapter-binding:2.0" version="4.0">
              <enterprise-beans>
                <message-driven>
                  <ejb-name>%s</ejb-name>
                  <activation-config>
                    %s
                  </activation-config>
                </message-driven>
              </enterprise-beans>
              <assembly-descriptor>
                <mdb:resource-adapter-binding>
                  <ejb-name>%s</ejb-name>
                  <mdb:resource-adapter-name>%s</mdb:resource-adapter-name>
                </mdb:resource-adapter-binding>
              </assembly-descriptor>
            </jboss:ejb-jar>
            """;
}
