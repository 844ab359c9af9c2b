/** Doubles for unit tests of applications: no server, no socket. */
@NullMarked
package org.smppra.testing;

import org.jspecify.annotations.NullMarked;
