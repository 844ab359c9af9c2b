/** The way up: a deliver_sm becomes a receipt or a message, reaches a sink, and is answered when its fate is known. */
@NullMarked
package org.smppra.delivery;

import org.jspecify.annotations.NullMarked;
