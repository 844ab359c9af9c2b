package org.smppra.gateway;

/** Takes what the SMSC delivers. Called on a reader thread: must not block. */
public interface ReceivedListener {
    void received(Received received);
}
