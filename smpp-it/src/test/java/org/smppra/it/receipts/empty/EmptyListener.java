package org.smppra.it.receipts.empty;

/** Nobody calls it. */
public interface EmptyListener {
    void onNothing();
}
