package org.smppra.simulator;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A gateway of their own for JUnit 5 tests, on free ports. In a static field it lives as long as the test class, in an
 * instance field as long as one test:
 *
 * <pre>{@code
 * @RegisterExtension
 * final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.account("shop", "secret"));
 * }</pre>
 */
public final class SimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final UnaryOperator<SimulatorBuilder> settings;
    private @Nullable Simulator simulator;
    private @Nullable ExtensionContext owner;

    private SimulatorExtension(UnaryOperator<SimulatorBuilder> settings) {
        this.settings = settings;
    }

    /** Any account, no TLS. */
    public static SimulatorExtension onFreePorts() {
        return of(UnaryOperator.identity());
    }

    /** As the builder says, which has free ports already. */
    public static SimulatorExtension of(UnaryOperator<SimulatorBuilder> settings) {
        return new SimulatorExtension(settings);
    }

    /** @throws IllegalStateException outside of a test */
    public Simulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("no test runs");
        }
        return simulator;
    }

    /** See {@link Simulator#host}. */
    public SimulatedHost host(String name) {
        return simulator().host(name);
    }

    /** Called for a static field only. */
    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start(context);
    }

    /** Bad days of one test are not those of the next, which may use the same gateway. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (simulator != null) {
            simulator.behaviours().switchOffAll();
        }
        stop(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    private void start(ExtensionContext context) {
        if (simulator == null) {
            owner = context;
            simulator = settings.apply(Simulator.builder().freePorts()).start();
        }
    }

    /** Only where it was started: nested classes and tests use the one of their class. */
    private void stop(ExtensionContext context) {
        if (simulator != null && context.equals(owner)) {
            simulator.close();
            simulator = null;
            owner = null;
        }
    }
}
