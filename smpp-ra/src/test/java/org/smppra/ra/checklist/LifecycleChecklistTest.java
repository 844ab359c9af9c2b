package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.ra.SmppResourceAdapter;
import org.smppra.ra.StartedAdapter;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.management.AdapterOperations;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.SimulatedHost;

/** What a correct adapter does, by the number of our checklist: Jakarta Connectors "Lifecycle Management". */
class LifecycleChecklistTest {
    private static final List<Class<?>> BEANS = List.of(
            SmppResourceAdapter.class,
            SmppManagedConnectionFactory.class,
            SmppActivationSpec.class,
            AdapterOperations.class);

    @TempDir
    private Path directory;

    private ServedAdapter server;

    @BeforeEach
    void prepare() {
        server = new ServedAdapter(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("smpp-default"))
                .toList();
    }

    /** The server of these tests has no doWork and no startWork: they would wait. */
    @Test
    void item_1_start_waits_for_no_host_and_for_no_work() throws Exception {
        server.simulator().hosts().forEach(SimulatedHost::stop);
        server.start();
        try (SmppConnection connection = server.connections("DIRECT").getConnection()) {
            assertThat(connection.gatewayState().isUsable()).isFalse();
        }
    }

    @Test
    void item_1_the_adapters_own_account_starts_with_it_and_sends_what_waits_before_anybody_asks() throws Exception {
        server.start();
        server.simulator().hosts().forEach(SimulatedHost::stop);
        server.connections("OUTBOX").getConnection().submit(message("waits"));
        server.startAgain();
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("waits"); // no factory was made of the new adapter
    }

    @Test
    void item_2_stop_ends_all_and_keeps_what_was_committed() throws Exception {
        server.start();
        server.awaitBound();
        SmppConnection open = server.connections("OUTBOX").getConnection();
        server.simulator().hosts().forEach(SimulatedHost::stop);
        open.submit(message("committed"));
        server.stop();
        server.stop(); // a second call does nothing
        assertThatThrownBy(() -> open.submit(message("too late"))).isInstanceOf(SmppException.class);
        assertThatThrownBy(() -> open.submitNow(message("too late"))).isInstanceOf(SmppException.class);
        server.startAgain();
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("committed");
    }

    @Test
    void item_3_two_adapters_live_in_one_server(@TempDir Path elsewhere) throws Exception {
        server.start();
        try (ServedAdapter other = new ServedAdapter(elsewhere).start()) {
            other.connections("OUTBOX").getConnection().submit(message("other"));
            server.connections("OUTBOX").getConnection().submit(message("own"));
            other.awaitTexts("other");
            server.awaitTexts("own");
        }
        server.connections("OUTBOX").getConnection().submit(message("goes on"));
        server.awaitTexts("own", "goes on");
    }

    @Test
    void item_3_a_second_user_of_the_directory_hears_whose_it_is_and_the_first_goes_on() throws Exception {
        server.start();
        server.connections("OUTBOX").getConnection().submit(message("first"));
        SmppResourceAdapter second = server.configured();
        StartedAdapter.start(second);
        try {
            SmppManagedConnectionFactory factory = new SmppManagedConnectionFactory();
            factory.setResourceAdapter(second);
            SmppConnectionFactory smpp = (SmppConnectionFactory) factory.createConnectionFactory();
            assertThatThrownBy(() -> smpp.getConnection().submit(message("second")))
                    .isInstanceOf(SmppException.class)
                    .hasMessageContaining(directory.toString());
        } finally {
            second.stop();
        }
        server.connections("OUTBOX").getConnection().submit(message("still first"));
        server.awaitTexts("first", "still first");
    }

    @Test
    void item_4_adapters_are_equal_by_their_properties_also_when_none_is_set() {
        SmppResourceAdapter one = new SmppResourceAdapter();
        SmppResourceAdapter other = new SmppResourceAdapter();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        one.setHosts("a.example");
        assertThat(one).isNotEqualTo(other);
        other.setHosts("a.example");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(new SmppManagedConnectionFactory());
    }

    @Test
    void item_5_getters_and_validation_work_before_there_is_an_adapter() throws Exception {
        SmppActivationSpec spec = new SmppActivationSpec();
        spec.validate();
        assertThat(spec.getResourceAdapter()).isNull();
        spec.setMaxConcurrency(0);
        assertThatThrownBy(spec::validate)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessage("maxConcurrency: 0 is less than 1");
        SmppManagedConnectionFactory factory = new SmppManagedConnectionFactory();
        assertThat(factory.getResourceAdapter()).isNull();
        assertThat(factory.getTransactionSupport()).isNotNull();
        assertThatThrownBy(() -> factory.createManagedConnection(null, null))
                .hasMessageContaining("no resource adapter");
        assertThatThrownBy(new AdapterOperations()::state).hasMessageContaining("no resource adapter");
    }

    @Test
    void item_6_sockets_threads_and_the_bean_in_jmx_are_the_adapters_and_end_with_it() throws Exception {
        ObjectName ours = new ObjectName("org.smppra:type=Adapter,*");
        server.start();
        server.awaitBound();
        assertThat(ourThreads()).isNotEmpty();
        assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(ours, null))
                .isNotEmpty();
        server.stop();
        server.await("no socket is left", () -> server.simulator().hosts().stream()
                .allMatch(host -> host.connections() == 0));
        server.await("no thread is left", () -> ourThreads().isEmpty());
        assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(ours, null))
                .isEmpty();
    }

    @Test
    void item_7_beans_have_a_public_constructor_and_only_text_and_wrapper_types() throws Exception {
        for (Class<?> bean : BEANS) {
            assertThat(bean.getConstructor().newInstance()).isNotNull();
            for (PropertyDescriptor each :
                    Introspector.getBeanInfo(bean, Object.class).getPropertyDescriptors()) {
                if (each.getWriteMethod() != null && each.getWriteMethod().isAnnotationPresent(ConfigProperty.class)) {
                    assertThat(each.getReadMethod()).as(each.getName()).isNotNull();
                    assertThat(Set.<Class<?>>of(String.class, Integer.class, Boolean.class))
                            .as(each.getName())
                            .contains(each.getPropertyType());
                }
            }
        }
    }

    @Test
    void item_8_what_cannot_be_is_named_wherever_it_is_set() throws Exception {
        SmppResourceAdapter adapter = server.adapter();
        adapter.setOutboxCapacity(0);
        assertThatThrownBy(() -> server.start())
                .isInstanceOf(ResourceAdapterInternalException.class)
                .hasMessageStartingWith("outboxCapacity: 0 is outside");
        adapter.setOutboxCapacity(null);
        adapter.setSystemId("longer than fifteen");
        assertThatThrownBy(() -> server.start()).hasMessageStartingWith("systemId: 19 characters, at most 15");
        adapter.setSystemId("shop");
        server.start();
        SmppManagedConnectionFactory factory = server.factory("OUTBOX");
        factory.setUnansweredPolicy("MAYBE");
        assertThatThrownBy(factory::createConnectionFactory)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageStartingWith("unansweredPolicy: 'MAYBE' is not one of");
        factory.setUnansweredPolicy("HOLD");
        factory.setBindType("SIDEWAYS");
        assertThatThrownBy(factory::createConnectionFactory).hasMessageStartingWith("bindType: 'SIDEWAYS'");
    }

    @Test
    void item_8_missing_hosts_are_named_at_deployment() throws Exception {
        server.adapter().setHosts(null);
        server.start();
        assertThatThrownBy(() -> server.connections("OUTBOX"))
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageStartingWith("hosts: not set");
    }

    @Test
    void item_9_every_password_is_confidential_and_nothing_else() throws Exception {
        for (Class<?> bean : BEANS) {
            Arrays.stream(Introspector.getBeanInfo(bean, Object.class).getPropertyDescriptors())
                    .filter(each -> each.getWriteMethod() != null)
                    .filter(each -> each.getWriteMethod().isAnnotationPresent(ConfigProperty.class))
                    .forEach(each -> assertThat(each.getWriteMethod()
                                    .getAnnotation(ConfigProperty.class)
                                    .confidential())
                            .as(each.getName())
                            .isEqualTo(each.getName().toLowerCase(Locale.ROOT).endsWith("password")));
        }
    }

    @Test
    void a_factory_that_a_server_makes_before_the_start_runs_from_the_start_on() throws Exception {
        server.adapter().setHosts(null); // only the factory names them
        SmppManagedConnectionFactory factory = server.factory("OUTBOX");
        factory.setHosts(server.simulator().host("a").address());
        SmppConnectionFactory smpp = (SmppConnectionFactory) factory.createConnectionFactory(server.container());
        assertThat(server.simulator().await(() -> server.simulator().bindAttempts() > 0, Duration.ofMillis(200)))
                .isFalse();
        server.start();
        server.await("bound", () -> !server.simulator().host("a").binds().isEmpty());
        smpp.getConnection().submit(message("early"));
        server.awaitTexts("early");
    }
}
