package org.smppra.benchmark.client;

import java.io.IOException;
import org.smppra.benchmark.scenario.Sample;

/** What the machine allows for receipts that come in: the octets of one read are counted and acknowledged in one write. */
final class SocketReceiver implements Client {
    private final Bind bind;
    private final SocketBind socket;
    private final int receipt = Sample.octets(Sample.receipt()).length;
    private final byte[] read = new byte[64 * 1024];
    private final byte[] acknowledgements = SocketBind.acknowledgements(read.length / receipt + 1);

    SocketReceiver(Bind bind) throws IOException {
        this.bind = bind;
        socket = SocketBind.open(bind, bind.ports().get(0));
        socket.out().write(Sample.octets(Sample.request(false)));
        socket.in().readFully(new byte[Sample.ANSWER]);
        Threads.daemon(this::run).start();
    }

    private void run() {
        int left = 0;
        int size = acknowledgements.length / (read.length / receipt + 1);
        try {
            for (int n = socket.in().read(read); n >= 0; n = socket.in().read(read)) {
                int whole = (left + n) / receipt;
                left = (left + n) % receipt;
                for (int i = 0; i < whole; i++) {
                    bind.received().run();
                }
                socket.out().write(acknowledgements, 0, whole * size);
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        socket.socket().close();
    }
}
