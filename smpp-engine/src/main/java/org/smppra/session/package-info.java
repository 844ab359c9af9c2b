/** One SMPP session as a pure machine: octets, sockets, threads and clocks are elsewhere. */
@NullMarked
package org.smppra.session;

import org.jspecify.annotations.NullMarked;
