/** A small application: it submits short messages and keeps the delivery reports that come back. */
@NullMarked
package org.smppra.sample;

import org.jspecify.annotations.NullMarked;
