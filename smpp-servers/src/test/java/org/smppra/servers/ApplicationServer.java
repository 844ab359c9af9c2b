package org.smppra.servers;

import java.net.URI;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/**
 * One of the servers, in a directory and on ports of its own, set up with the files of the kit. It may be killed and
 * started again with what it wrote.
 */
public interface ApplicationServer extends AutoCloseable {
    /**
     * Configures the server as its page says, for an adapter that is deployed by itself. Ports are free ones. The adapter
     * has hosts, account and directory; its password is in the server's own store. Three factories: {@code smpp/gateway}
     * (OUTBOX), {@code smpp/direct} (DIRECT, as {@link #directAccount} of the store, if the server can), and {@code smpp/secure}, an account of this name for {@code secure}, by TLS.
     * The data source is {@code jdbc/orders}. Recovery is what the page says it should be, with its shortest period.
     */
    void configure() throws Exception;

    /** Who signs on through {@code smpp/direct}: the adapter's account, unless the server's own store names another. */
    default String directAccount() {
        return Provider.ACCOUNT;
    }

    /**
     * Where the adapter in an EAR has one factory only, makes that {@code smpp/direct}, or again {@code smpp/gateway};
     * elsewhere both are there.
     */
    default void becomeDirect(boolean direct) throws Exception {}

    /** Two branches are prepared in the order in which a transaction has come to them, or in the opposite one. */
    default boolean preparesInOrder() {
        return true;
    }

    /** Returns when it runs what is deployed. */
    void start() throws Exception;

    /** Stops it in good order, as an administrator would; returns when the process has ended. */
    void stop() throws Exception;

    /** SIGKILL; returns when the process has ended. */
    void kill() throws Exception;

    /** Of the server's JVM that runs now. */
    long pid();

    /** Where it answers HTTP. */
    URI address();

    /** Deploys the adapter alone, with the settings of {@link #configure}. */
    void deployAdapter() throws Exception;

    void undeployAdapter() throws Exception;

    /**
     * What stands in {@code lookup-name} of a reference to a connection factory or the data source of this name, as
     * {@code smpp/gateway} or {@code jdbc/orders}.
     */
    String lookup(String name, Packaging packaging);

    /** Puts the server's own descriptors into an application, and whatever its packaging wants of the server. */
    void describe(Application application) throws Exception;

    /** Returns when the application runs. */
    void deploy(EnterpriseArchive application) throws Exception;

    /** @param name of the archive, as {@code check.ear} */
    void undeploy(String name) throws Exception;

    /** What it wrote to its log and console, in all its runs. */
    String log() throws Exception;

    /** Ends the process if there is one; what was written stays for whoever looks for a failure. */
    @Override
    void close() throws Exception;
}
