/** A session tied to a socket: the only package with sockets and TLS. */
@NullMarked
package org.smppra.link;

import org.jspecify.annotations.NullMarked;
