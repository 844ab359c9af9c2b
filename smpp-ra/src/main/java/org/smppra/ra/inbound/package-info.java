/** Activations and the delivery to message endpoints: Jakarta Connectors chapter "Message Inflow". */
@NullMarked
package org.smppra.ra.inbound;

import org.jspecify.annotations.NullMarked;
