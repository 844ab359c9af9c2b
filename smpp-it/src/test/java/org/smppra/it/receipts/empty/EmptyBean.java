package org.smppra.it.receipts.empty;

import jakarta.ejb.MessageDriven;

/** Is never called. */
@MessageDriven
public class EmptyBean implements EmptyListener {
    @Override
    public void onNothing() {}
}
