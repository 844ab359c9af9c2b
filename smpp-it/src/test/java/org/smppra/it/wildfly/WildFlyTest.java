package org.smppra.it.wildfly;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorBuilder;

/** What the tests in WildFly have in common: the sample in a real server, a gateway of their own for each test. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WildFlyTest {
    @ArquillianResource
    private Deployer deployer;

    /** Of one test: what it leaves waiting is not the next one's. */
    @TempDir
    private Path outbox;

    AdapterServer server;
    SampleClient sample;
    Simulator simulator;
    private @Nullable String deployed;

    @Deployment(name = AdapterServer.ADAPTER, managed = false, testable = false)
    static ResourceAdapterArchive adapter() {
        return AdapterServer.rar();
    }

    @Deployment(name = AdapterServer.SAMPLE, managed = false, testable = false)
    static EnterpriseArchive sample() {
        return AdapterServer.ear();
    }

    @BeforeEach
    void start() throws Exception {
        server = new AdapterServer(deployer);
        sample = server.client();
        simulator = configure(Simulator.builder().freePorts()).start();
    }

    @AfterEach
    void stop() throws Exception {
        try {
            if (deployed != null) {
                undeploy();
            }
        } finally {
            simulator.close();
            server.close();
        }
    }

    /** What a test wants of its gateway. */
    SimulatorBuilder configure(SimulatorBuilder builder) {
        return builder;
    }

    /** Deploys adapter and sample for the simulator's plain ports. */
    void deploy(Map<String, String> properties) throws Exception {
        deploy(properties, AdapterServer.SAMPLE);
    }

    /** Deploys the adapter and another application. */
    void deploy(Map<String, String> properties, String application) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "hosts",
                simulator.hosts().stream().map(SimulatedHost::address).collect(Collectors.joining(",")),
                "systemId",
                "shop",
                "password",
                "secret",
                "outboxDirectory",
                outbox.toString(),
                "reconnectMaxDelayMillis",
                "2000"));
        all.putAll(properties);
        deployed = application;
        server.deploy(all, application);
    }

    void undeploy() throws Exception {
        String application = deployed;
        deployed = null;
        server.undeploy(application);
    }

    /** Waits until each of these hosts can submit and receive. */
    void awaitBound(SimulatedHost... hosts) throws Exception {
        for (SimulatedHost host : hosts) {
            Waiting.until(host.address() + " is bound", Duration.ofSeconds(30), () -> {
                JsonObject state =
                        sample.get("api/gateway").body().getJsonObject("hosts").getJsonObject(host.address());
                return state.getInt("submitting") > 0 && state.getInt("receiving") > 0;
            });
        }
    }
}
