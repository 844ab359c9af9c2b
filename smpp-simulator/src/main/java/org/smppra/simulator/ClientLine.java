package org.smppra.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.simulator.behaviour.Disturbances;
import org.smppra.simulator.behaviour.Line;
import org.smppra.text.LongMessages;

/** A connection as behaviours see it, and the places where they are asked that belong to no request. */
final class ClientLine implements Line {
    private final Smsc smsc;
    private final Connection connection;
    private final Disturbances disturbances;
    private volatile boolean silenced;

    ClientLine(Smsc smsc, Connection connection) {
        this.smsc = smsc;
        this.connection = connection;
        this.disturbances = smsc.disturbances();
    }

    /** Whether this connection shall get no octet; then it never will. */
    boolean isSilenced() {
        silenced = disturbances.any() && disturbances.silences(this);
        return silenced;
    }

    /** Whether octets that were read must wait, and no more be read. */
    boolean holdsReading() {
        return disturbances.any() && disturbances.holdsReading(this);
    }

    /** Whole PDUs, one batch at a time. */
    void write(PduOutput batch, OutputStream stream) throws IOException {
        if (disturbances.any() && disturbances.writes(this, batch, stream)) {
            return;
        }
        batch.writeTo(stream);
        stream.flush();
    }

    /** To be called many times a second. */
    void tick() {
        if (silenced && !disturbances.silences(this)) {
            // What the client said meanwhile is lost: it must begin again.
            connection.close("no longer silent");
        } else if (disturbances.any()) {
            disturbances.tick(this);
        }
    }

    /** A deliver_sm goes out that the account is owed, with the courier's next start. */
    void delivers(Envelope request, Runnable written) {
        if (!disturbances.any()) {
            connection.courier().add(new Posting(request, Octets.empty(), written));
            return;
        }
        connection.courier().add(new Posting(disturbances.altered(this, request), Octets.empty(), written));
        disturbances.delivered(this, (DeliverSm) request.body());
    }

    void gone() {
        disturbances.gone(this);
    }

    @Override
    public String host() {
        return connection.hostName();
    }

    @Override
    public String remote() {
        return connection.remote();
    }

    @Override
    public String systemId() {
        return connection.session().claimedSystemId();
    }

    @Override
    public String bindType() {
        BindType type = connection.session().claimedType();
        return type == null ? "" : type.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isBound() {
        return connection.binding() != null;
    }

    @Override
    public int nextSequenceNumber() {
        return connection.courier().nextSequenceNumber();
    }

    @Override
    public void send(Envelope pdu) {
        send(Posting.of(pdu));
    }

    @Override
    public void send(Octets octets, Runnable written) {
        send(new Posting(null, octets, written));
    }

    /** Also before a bind, or before its answer: who misbehaves may. */
    private void send(Posting posting) {
        connection.courier().post(posting);
        connection.courier().open();
    }

    @Override
    public void deliver(DeliverSm message) {
        connection.courier().post(Posting.of(Envelope.request(nextSequenceNumber(), message)));
    }

    @Override
    public void originate(Address from, Address to, String text, LongMessages how, boolean lastFirst) {
        smsc.originate(systemId(), from, to, text, how, lastFirst);
    }

    @Override
    public void later(Duration delay, Runnable work) {
        smsc.later(delay, work);
    }

    @Override
    public void unbind() {
        if (isBound() && !connection.isUnbinding()) {
            connection.requestUnbind();
        }
    }

    @Override
    public void close(String why) {
        connection.close(why);
    }

    @Override
    public void reset() {
        connection.reset("reset by a behaviour");
    }

    @Override
    public String toString() {
        return host() + " " + remote();
    }
}
