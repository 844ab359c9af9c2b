package org.smppra.benchmark;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.smppra.benchmark.responder.Certificate;
import org.smppra.benchmark.responder.Responder;

/** The process of the responder: two hosts. Says where they are, lives until its input ends. */
final class ResponderMain {
    private ResponderMain() {}

    public static void main(String[] args) throws Exception {
        Path certificate = Certificate.make();
        SSLContext tls = Certificate.context(certificate);
        try (Responder first = new Responder(null);
                Responder second = new Responder(null);
                Responder firstTls = new Responder(tls);
                Responder secondTls = new Responder(tls)) {
            System.out.println(
                    new Hosts(first.port(), second.port(), firstTls.port(), secondTls.port(), certificate.toString())
                            .line());
            while (System.in.read() >= 0) {
                // until the controller is gone
            }
        }
    }
}
