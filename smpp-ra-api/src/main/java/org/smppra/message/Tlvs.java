package org.smppra.message;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The optional parameters of a PDU in wire order. Unknown and repeated ones are kept.
 *
 * <p>SMPP 3.4 section 3.2.4.
 */
public final class Tlvs implements Iterable<Tlv>, Serializable {
    private static final long serialVersionUID = 1L;
    private static final Tlvs EMPTY = new Tlvs(List.of());

    private final List<Tlv> list;

    private Tlvs(List<Tlv> list) {
        this.list = list;
    }

    public static Tlvs empty() {
        return EMPTY;
    }

    public static Tlvs of(List<Tlv> tlvs) {
        return tlvs.isEmpty() ? EMPTY : new Tlvs(List.copyOf(tlvs));
    }

    /** These and one more behind them. */
    public Tlvs with(int tag, Octets value) {
        List<Tlv> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(Tlv.of(tag, value));
        return new Tlvs(List.copyOf(longer));
    }

    /**
     * These and one more behind them.
     *
     * @throws IllegalArgumentException if the value does not fit
     */
    public <T> Tlvs with(TlvKey<T> key, T value) {
        return with(key.tag(), key.write(value));
    }

    /** The value of the first parameter of this key; empty as well if its octets are not of the key's shape. */
    public <T> Optional<T> get(TlvKey<T> key) {
        return first(key).flatMap(key::read);
    }

    /** The values of all parameters of this key whose octets are of its shape, in wire order. */
    public <T> List<T> all(TlvKey<T> key) {
        return list.stream()
                .filter(tlv -> tlv.is(key))
                .flatMap(tlv -> key.read(tlv.value()).stream())
                .toList();
    }

    /** The octets of the first parameter of this key, whatever their shape. */
    public Optional<Octets> first(TlvKey<?> key) {
        return first(key.tag());
    }

    /** The octets of the first parameter with this tag. */
    public Optional<Octets> first(int tag) {
        for (Tlv tlv : list) {
            if (tlv.tag() == tag) {
                return Optional.of(tlv.value());
            }
        }
        return Optional.empty();
    }

    public boolean contains(TlvKey<?> key) {
        return contains(key.tag());
    }

    public boolean contains(int tag) {
        return first(tag).isPresent();
    }

    public int size() {
        return list.size();
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    @Override
    public Iterator<Tlv> iterator() {
        return list.iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tlvs that && list.equals(that.list);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
