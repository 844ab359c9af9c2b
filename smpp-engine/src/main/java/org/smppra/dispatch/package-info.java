/** The way down: a message becomes requests, the gateway sends them, their answers become a result. */
@NullMarked
package org.smppra.dispatch;

import org.jspecify.annotations.NullMarked;
