package org.smppra.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smppra.DeliveryReceipt;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.Engine;
import org.smppra.message.Tlvs;
import org.smppra.ra.inbound.EndpointActivation;
import org.smppra.ra.inbound.ResultFeeds;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.inbound.WorkScheduler;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.Simulator;

/** A bean that follows a name, in a time that the test drives. */
class ActiveBeanTest {
    private final AtomicLong now = new AtomicLong();
    private final Engine engine = new Engine("following");
    private final AccountLeases leases = new AccountLeases(engine, 2, now::get);
    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final WorkScheduler scheduler =
            new WorkScheduler(new ThreadedServer(endpoint).getWorkManager(), "following");
    private final ActiveBean bean = ActiveBean.following("news", this::activation);
    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().freePorts().start();
        bean.start();
        look();
    }

    @AfterEach
    void stop() {
        bean.end();
        bean.awaitIdle(Duration.ofSeconds(30).toMillis());
        scheduler.close();
        engine.close();
        simulator.close();
    }

    private EndpointActivation activation(Account account) {
        return new EndpointActivation(
                account, endpoint, new SmppActivationSpec(), scheduler, new ResultFeeds(scheduler), () -> endpoint);
    }

    private AccountSettings news(String systemId) {
        AccountProperties properties = new AccountProperties();
        properties.setAccount("news");
        properties.setHosts(simulator.host("a").address());
        properties.setSystemId(systemId);
        properties.setCloseTimeoutMillis(500);
        return properties.settings(new AccountProperties());
    }

    /** What the adapter does now and then. */
    private void look() {
        List<Account> idle = leases.takeIdle();
        bean.follow(leases.follow("news", bean.account()));
        idle.forEach(engine::releaseLater);
    }

    private void await(String what, BooleanSupplier condition) {
        assertThat(simulator.await(condition, Duration.ofSeconds(60))).as(what).isTrue();
    }

    private void receives(String systemId, String messageId) {
        simulator.sendReport(systemId, "id:" + messageId + " stat:DELIVRD err:000 text:any", Tlvs.empty());
        await(messageId, () -> endpoint.received.stream()
                .map(DeliveryReceipt::messageId)
                .anyMatch(id -> id.value().equals(messageId)));
    }

    @Test
    void it_keeps_no_account_and_waits_again_after_the_end_of_its_own() {
        Object factory = new Object();
        leases.supply(news("shop"), factory);
        look();
        receives("shop", "1");
        Reference.reachabilityFence(factory);
        factory = null;
        await("nobody supplies it", () -> {
            System.gc();
            return leases.follow("news", null) == null;
        });

        look();
        now.addAndGet(AccountLeases.LINGER.minusSeconds(1).toNanos());
        look();
        receives("shop", "2");
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        look();
        assertThat(bean.account()).isNull();
        await("unbound", () -> simulator.host("a").binds().isEmpty());

        Object another = new Object();
        leases.supply(news("market"), another);
        look();
        receives("market", "3");
        assertThat(endpoint.received).hasSize(3);
        Reference.reachabilityFence(another);
    }

    @Test
    void it_goes_to_no_account_that_only_another_activation_has() {
        Account other = leases.activate(news("shop"), opened -> {});
        look();
        assertThat(bean.account()).isNull();
        Account supplied = leases.supply(news("shop"), this);
        look();
        assertThat(bean.account()).isSameAs(supplied).isSameAs(other);
    }

    @Test
    void one_that_was_ended_follows_nobody() {
        bean.end();
        leases.supply(news("shop"), this);
        look();
        assertThat(bean.account()).isNull();
    }
}
