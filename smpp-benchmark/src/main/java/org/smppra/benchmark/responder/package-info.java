/** The one peer of all contestants: it costs as little as a peer can. */
@NullMarked
package org.smppra.benchmark.responder;

import org.jspecify.annotations.NullMarked;
