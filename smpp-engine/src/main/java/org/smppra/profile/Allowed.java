package org.smppra.profile;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers that a provider takes in a field: some, or any. */
public final class Allowed {
    private static final Allowed ANY = new Allowed(null);

    private final @Nullable Set<Integer> numbers;

    private Allowed(@Nullable Set<Integer> numbers) {
        this.numbers = numbers;
    }

    public static Allowed any() {
        return ANY;
    }

    public static Allowed only(Integer... numbers) {
        return new Allowed(Set.of(numbers));
    }

    public boolean contains(int number) {
        return numbers == null || numbers.contains(number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Allowed that && Objects.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(numbers);
    }

    /** Whether there is no number at all. */
    public boolean isNone() {
        return numbers != null && numbers.isEmpty();
    }

    /** Such as {@code 0, 1}, in growing order; {@code any}; {@code none}. */
    @Override
    public String toString() {
        if (isNone()) {
            return "none";
        }
        return numbers == null
                ? "any"
                : new TreeSet<>(numbers).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
