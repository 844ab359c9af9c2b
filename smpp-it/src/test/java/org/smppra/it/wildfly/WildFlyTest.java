package org.smppra.it.wildfly;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;

/** What the tests in WildFly have in common: the sample in a real server, a gateway of their own for each test. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WildFlyTest {
    @ArquillianResource
    private Deployer deployer;

    AdapterServer server;
    SampleClient sample;
    Simulator simulator;
    private boolean deployed;

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
            if (deployed) {
                undeploy();
            }
        } finally {
            simulator.close();
            server.close();
        }
    }

    /** What a test wants of its gateway. */
    Simulator.Builder configure(Simulator.Builder builder) {
        return builder;
    }

    /** Deploys adapter and sample for the simulator's plain ports. */
    void deploy(Map<String, String> properties) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "hosts",
                simulator.hosts().stream().map(SimulatedHost::address).collect(Collectors.joining(",")),
                "systemId",
                "shop",
                "password",
                "secret",
                "reconnectMaxDelayMillis",
                "2000"));
        all.putAll(properties);
        deployed = true;
        server.deploy(all);
    }

    void undeploy() throws Exception {
        deployed = false;
        server.undeploy();
    }

    void awaitBound(SimulatedHost... hosts) throws Exception {
        for (SimulatedHost host : hosts) {
            Waiting.until(host.address() + " is bound", java.time.Duration.ofSeconds(30), () -> sample.get(
                            "api/gateway")
                    .body()
                    .toString()
                    .matches(".*\"[^\"]*:" + host.address().replaceAll(".*:", "") + "\":\\{\"phase\":\"BOUND\".*"));
        }
    }
}
