/** Connection factory, managed connection and handle: Jakarta Connectors chapter "Connection Management". */
@NullMarked
package org.smppra.ra.outbound;

import org.jspecify.annotations.NullMarked;
