/**
 * A durable log of entries under long keys: what was forced is there after any crash, whole batches only. It knows octets
 * and keys, not messages.
 */
@NullMarked
package org.smppra.journal;

import org.jspecify.annotations.NullMarked;
