package org.smppra.benchmark;

/** The process of the responder: says its port, lives until its input ends. */
final class ResponderMain {
    private ResponderMain() {}

    public static void main(String[] args) throws Exception {
        try (Responder responder = new Responder()) {
            System.out.println(responder.port());
            while (System.in.read() >= 0) {
                // until the controller is gone
            }
        }
    }
}
