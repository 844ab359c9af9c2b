package org.smppra.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.Engine;
import org.smppra.engine.OutboxDefaults;
import org.smppra.engine.OutboxOpener;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.Simulator;

/** How long an account runs, in a time that the test drives. */
class AccountLeasesTest {
    private final AtomicLong now = new AtomicLong();
    private final Engine engine = new Engine("leases");
    private AccountLeases leases = new AccountLeases(engine, 2, now::get);
    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().freePorts().start();
    }

    @AfterEach
    void stop() {
        engine.close();
        simulator.close();
    }

    private AccountSettings settings(String account, String systemId) {
        AccountProperties properties = new AccountProperties();
        properties.setAccount(account);
        properties.setHosts(simulator.host("a").address());
        properties.setSystemId(systemId);
        properties.setCloseTimeoutMillis(500);
        return properties.settings(new AccountProperties());
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
        leases.takeIdle().forEach(engine::releaseLater);
    }

    private void awaitBinds(int count) {
        assertThat(simulator.await(() -> simulator.host("a").binds().size() == count, Duration.ofSeconds(30)))
                .as(count + " binds")
                .isTrue();
    }

    @Test
    void an_activations_account_ends_a_linger_after_its_end() {
        Account account = leases.activate(settings("one", "shop"), opened -> {});
        awaitBinds(1);
        pass(AccountLeases.LINGER.multipliedBy(3));
        leases.release(account);
        pass(AccountLeases.LINGER.minusSeconds(1));
        assertThat(leases.running()).containsExactly(account);
        pass(Duration.ofSeconds(1));
        assertThat(leases.running()).isEmpty();
        awaitBinds(0);
    }

    @Test
    void one_that_stores_what_it_receives_goes_on_until_it_is_set_otherwise(@TempDir Path directory) {
        Engine storing = new Engine(
                "storing",
                OutboxOpener.in(OutboxDefaults.settings(Map.of("outboxDirectory", directory.toString()), null)));
        leases = new AccountLeases(storing, 3, now::get);
        try {
            AccountProperties properties = new AccountProperties();
            properties.setHosts(simulator.host("a").address());
            properties.setSystemId("shop");
            properties.setCloseTimeoutMillis(500);
            properties.setAcknowledge("STORED");
            Account account = leases.activate(properties.settings(new AccountProperties()), opened -> {});
            leases.release(account);
            pass(AccountLeases.LINGER.multipliedBy(10));
            assertThat(leases.running()).containsExactly(account);

            properties.setWindowSize(5);
            Account other = leases.activate(properties.settings(new AccountProperties()), opened -> {});
            pass(Duration.ZERO);
            pass(AccountLeases.LINGER);
            assertThat(leases.running()).containsExactly(other);
        } finally {
            storing.close();
        }
    }

    @Test
    void one_that_is_wanted_again_in_time_goes_on_with_its_links() {
        Account account = leases.activate(settings("one", "shop"), opened -> {});
        awaitBinds(1);
        leases.release(account);
        pass(Duration.ofSeconds(59));
        assertThat(leases.activate(settings("one", "shop"), opened -> {})).isSameAs(account);
        pass(AccountLeases.LINGER.multipliedBy(2));
        assertThat(simulator.bindAttempts()).isEqualTo(1);
    }

    @Test
    void the_adapters_own_lives_as_long_as_the_adapter() {
        leases.supply(settings("own", "shop"));
        pass(AccountLeases.LINGER.multipliedBy(10));
        assertThat(leases.running()).hasSize(1);
        assertThat(leases.follow("own", null)).isEqualTo(leases.find("own").orElseThrow());
    }

    @Test
    void a_factorys_lives_as_long_as_somebody_can_reach_the_factory() throws Exception {
        Object factory = new Object();
        Account account = leases.supply(settings("one", "shop"), factory);
        pass(AccountLeases.LINGER.multipliedBy(10));
        assertThat(leases.running()).containsExactly(account);
        java.lang.ref.Reference.reachabilityFence(factory);
        factory = null;
        assertThat(simulator.await(
                        () -> {
                            System.gc();
                            return leases.follow("one", null) == null;
                        },
                        Duration.ofSeconds(60)))
                .isTrue();
        pass(Duration.ZERO);
        pass(AccountLeases.LINGER);
        assertThat(leases.running()).isEmpty();
        awaitBinds(0);
    }

    @Test
    void accounts_by_name_and_password_are_bounded_and_others_are_not_counted() {
        leases.supply(settings("own", "own"));
        leases.activate(settings("activation", "activation"), opened -> {});
        Account one = leases.lease(settings("one", "one"));
        leases.lease(settings("two", "two"));
        assertThat(leases.lease(settings("one", "one"))).isSameAs(one);
        assertThatThrownBy(() -> leases.lease(settings("three", "three")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxAccounts: 2 accounts are in use by name and password; close connections, or allow more"
                        + " of them");
        leases.release(one);
        assertThatThrownBy(() -> leases.lease(settings("three", "three")))
                .as("somebody still uses it")
                .hasMessageContaining("maxAccounts");
        leases.release(one);
        leases.lease(settings("three", "three"));
        assertThat(leases.running()).hasSize(4);
        assertThat(leases.find("one")).isEmpty();
    }

    @Test
    void the_longest_idle_one_makes_room() {
        Account one = leases.lease(settings("one", "one"));
        Account two = leases.lease(settings("two", "two"));
        leases.release(two);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        leases.release(one);
        leases.lease(settings("three", "three"));
        assertThat(leases.find("two")).isEmpty();
        assertThat(leases.find("one")).isPresent();
    }

    @Test
    void a_name_that_several_share_means_the_supplied_one() {
        leases.lease(settings("default", "app"));
        Account own = leases.supply(settings("default", "shop"), this);
        assertThat(leases.find("default")).contains(own);
        assertThat(leases.follow("default", null)).isEqualTo(own);
        assertThat(leases.follow("other", null)).isNull();
    }
}
