package org.smppra.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A session's account and type, from its bind on.
 *
 * @param receiving null for a transmitter
 * @param ids how its message ids are written
 * @param origin what the stores call it
 */
record Binding(BindView view, Mailbox mailbox, @Nullable ReceivingBind receiving, IdForm ids, int origin) {}
