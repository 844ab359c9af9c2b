package org.smppra.servers.liberty;

import org.smppra.servers.Environment;

/** What is the operator's own in a {@code server.xml}, and no matter of the kit: ports, and the data source. */
final class LibertySettings {
    private LibertySettings() {}

    static String of(Environment environment, int port) {
        return """
                <server>
                  <featureManager>
                    <feature>cdi-4.0</feature>
                    <feature>jdbc-4.2</feature>
                    <feature>jsonp-2.1</feature>
                    <feature>persistence-3.1</feature>
                    <feature>restfulWS-3.1</feature>
                    <feature>servlet-6.0</feature>
                  </featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                  <transaction heuristicRetryInterval="1"/>
                  <library id="postgresql"><file name="%s"/></library>
                  <dataSource id="DefaultDataSource" jndiName="jdbc/orders" type="javax.sql.XADataSource">
                    <jdbcDriver libraryRef="postgresql"/>
                    <properties.postgresql serverName="127.0.0.1" portNumber="%d" databaseName="postgres"
                                           user="postgres" password="postgres"/>
                  </dataSource>
                </server>
                """
                .formatted(port, environment.driver(), environment.database());
    }
}
