package org.smppra;

import java.io.Serializable;
import java.util.Objects;
import org.smppra.message.DataCoding;

/** How a message would be sent. */
public final class MessagePlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DataCoding dataCoding;
    private final int parts;
    private final int pdus;
    private final int charactersLeft;

    private MessagePlan(DataCoding dataCoding, int parts, int pdus, int charactersLeft) {
        this.dataCoding = Objects.requireNonNull(dataCoding, "dataCoding");
        this.parts = parts;
        this.pdus = pdus;
        this.charactersLeft = charactersLeft;
    }

    /** For the engine and for tests. */
    public static MessagePlan of(DataCoding dataCoding, int parts, int pdus, int charactersLeft) {
        return new MessagePlan(dataCoding, parts, pdus, charactersLeft);
    }

    public DataCoding dataCoding() {
        return dataCoding;
    }

    /** The short messages a handset receives, and a provider bills. */
    public int parts() {
        return parts;
    }

    /** The submit_sm that are sent; fewer than parts where the provider cuts. */
    public int pdus() {
        return pdus;
    }

    /** Characters (octets for binary) that still fit in the last part. */
    public int charactersLeft() {
        return charactersLeft;
    }

    @Override
    public String toString() {
        return "MessagePlan[dataCoding=" + dataCoding + ", parts=" + parts + ", pdus=" + pdus + "]";
    }
}
