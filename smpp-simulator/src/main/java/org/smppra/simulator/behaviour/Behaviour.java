package org.smppra.simulator.behaviour;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bad day: a kind of misbehaviour, whom it strikes, how often, and for how long. As a text, the same for console, HTTP,
 * command line and API:
 *
 * <pre>{@code answer-status status=0x58 above=100 host=a systemId=shop count=50 for=30s}</pre>
 *
 * <p>A value with blanks stands in double quotes. What was not said has its default; without host, systemId, remote or
 * bindType all are struck.
 */
public final class Behaviour {
    private final BehaviourKind kind;
    private final Map<String, String> given;

    private Behaviour(BehaviourKind kind, Map<String, String> given) {
        this.kind = kind;
        this.given = given;
    }

    /** @throws InvalidBehaviourException naming the behaviour or the parameter, and what may be */
    public static Behaviour parse(String text) {
        return BehaviourText.parse(text);
    }

    /**
     * The same from a name and parameters as texts.
     *
     * @throws InvalidBehaviourException naming the behaviour or the parameter, and what may be
     */
    public static Behaviour of(String name, Map<String, String> parameters) {
        Behaviour made = new Behaviour(Catalogue.kind(name), Map.of());
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            made = made.with(each.getKey(), each.getValue());
        }
        return made;
    }

    /** With defaults only: strikes all, always, until it is switched off. */
    public static Behaviour named(String name) {
        return of(name, Map.of());
    }

    /**
     * This one with one parameter more, or another value for it.
     *
     * @throws InvalidBehaviourException if there is no such parameter, or it cannot have that value
     */
    public Behaviour with(String parameter, String value) {
        Parameter<?> known = kind.parameter(parameter)
                .orElseThrow(() -> new InvalidBehaviourException(kind.name() + " has no parameter " + parameter
                        + "; it has "
                        + kind.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "))));
        String stripped = value.strip();
        try {
            if (stripped.isEmpty()) {
                throw new IllegalArgumentException();
            }
            known.read(stripped);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidBehaviourException(
                    kind.name() + ": " + parameter + "=" + value + " must be " + known.form());
        }
        Map<String, String> more = new LinkedHashMap<>(given);
        more.put(parameter, stripped);
        return new Behaviour(kind, more);
    }

    /** Only on this host, a or b. */
    public Behaviour onHost(String host) {
        return with(CommonParameters.HOST.name(), host);
    }

    /** Only for binds of this account. */
    public Behaviour ofAccount(String systemId) {
        return with(CommonParameters.SYSTEM_ID.name(), systemId);
    }

    /** Strikes so often, then no more. */
    public Behaviour times(long count) {
        return with(CommonParameters.COUNT.name(), Long.toString(count));
    }

    /** Switched off after this time, by the simulator's clock; whole milliseconds. */
    public Behaviour lasting(Duration time) {
        return with(CommonParameters.FOR.name(), DurationText.write(time));
    }

    public BehaviourKind kind() {
        return kind;
    }

    /** Such as {@code answer-late}. */
    public String name() {
        return kind.name();
    }

    /** What was said, without defaults. */
    public Map<String, String> parameters() {
        return Map.copyOf(given);
    }

    /** What was said, or the default. */
    <T> T get(Parameter<T> parameter) {
        return parameter.read(given.getOrDefault(parameter.name(), parameter.byDefault()));
    }

    boolean says(Parameter<?> parameter) {
        return given.containsKey(parameter.name());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Behaviour that && kind == that.kind && given.equals(that.given);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, given);
    }

    /** A text that {@link #parse} reads. */
    @Override
    public String toString() {
        return BehaviourText.write(kind.name(), given);
    }
}
