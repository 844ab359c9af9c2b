package org.smppra;

/**
 * Implemented by a message-driven bean that takes mobile-originated messages. Acknowledged as
 * {@link DeliveryReceiptListener} says.
 */
public interface ShortMessageListener {
    void onShortMessage(ReceivedMessage message);
}
