package org.smppra;

/**
 * Where an application gets its connections: injected by a container, or made by the engine in plain Java.
 *
 * <p>Safe for use by many threads. It holds no network connection of its own: the binds to the SMSC belong to the
 * account behind it and outlive every connection.
 */
public interface SmppConnectionFactory {
    /**
     * A light lease on the account's binds; close it when the work is done.
     *
     * @throws SmppException if none can be had; where a container's pool is full, its exception is the cause
     */
    SmppConnection getConnection() throws SmppException;

    /** The same for another account at the same hosts. */
    SmppConnection getConnection(String systemId, String password) throws SmppException;

    /**
     * Makes all checks of {@link SmppConnection#submit} and sends nothing.
     *
     * @throws InvalidMessageException if the message could never be accepted; it names the field
     */
    MessagePlan plan(ShortMessage message) throws InvalidMessageException;
}
