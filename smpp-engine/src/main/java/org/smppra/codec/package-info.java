/** Octets to PDU and back: frames are cut and bounded before anything is allocated for them. */
@NullMarked
package org.smppra.codec;

import org.jspecify.annotations.NullMarked;
