package org.smppra.it.plain;

/** A program with nothing on its class path but the API and the engine. */
final class PlainJava {
    private PlainJava() {}

    public static void main(String[] args) throws Exception {
        try {
            Class.forName("jakarta.resource.ResourceException");
            System.exit(3);
        } catch (ClassNotFoundException e) {
            System.out.println("no Jakarta here");
        }
        TenLines.run();
        long left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("smpp-"))
                .count();
        System.out.println(left + " threads left");
    }
}
