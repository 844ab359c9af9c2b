package org.smppra.servers.liberty;

/** What is of the tests alone, and no matter of the kit. */
final class LibertySettings {
    private LibertySettings() {}

    static String of(int port) {
        return """
                <server>
                  <featureManager>
                    <feature>servlet-6.0</feature>
                  </featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d"/>
                  <transaction heuristicRetryInterval="1"/>
                </server>
                """
                .formatted(port);
    }
}
