package org.smppra.simulator.behaviour;

import java.io.IOException;
import java.io.OutputStream;
import org.smppra.codec.PduOutput;

/** One octet a write. */
final class Split implements Fault {
    private final Strikes strikes;

    Split(Behaviour settings, Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public boolean writes(Line line, PduOutput batch, OutputStream stream) throws IOException {
        if (batch.isEmpty() || !strikes.strike(line)) {
            return false;
        }
        for (byte octet : batch.toByteArray()) {
            stream.write(octet);
            stream.flush();
        }
        return true;
    }
}
