package org.smppra.benchmark.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import org.smppra.benchmark.scenario.Sample;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

/** A socket that a peer takes for a bound session. */
record SocketBind(Socket socket, DataInputStream in, OutputStream out) {
    static SocketBind open(Bind bind, int port) throws IOException {
        Socket socket = Sockets.open(port, bind.tls());
        SocketBind bound =
                new SocketBind(socket, new DataInputStream(socket.getInputStream()), socket.getOutputStream());
        bound.out.write(Sample.octets(new BindTransceiver(bind.systemId(), Sample.PASSWORD, "", 0x34, 0, 0, "")));
        bound.in.readFully(new byte[bound.in.readInt() - Integer.BYTES]);
        return bound;
    }

    /** As many deliver_sm_resp in a row. */
    static byte[] acknowledgements(int count) {
        PduOutput out = new PduOutput(64);
        for (int i = 1; i <= count; i++) {
            Codec.encode(Envelope.answer(CommandId.DELIVER_SM, i, CommandStatus.ESME_ROK), out);
        }
        return out.toByteArray();
    }
}
