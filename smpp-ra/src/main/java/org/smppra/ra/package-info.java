/** The ResourceAdapter bean: wires the server's contracts to the engine. */
@NullMarked
package org.smppra.ra;

import org.jspecify.annotations.NullMarked;
