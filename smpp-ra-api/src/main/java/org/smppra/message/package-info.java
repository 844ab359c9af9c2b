/** The protocol's words as values: addresses, ids, data codings, statuses, optional parameters, octets. */
@NullMarked
package org.smppra.message;

import org.jspecify.annotations.NullMarked;
