/** The PDUs of SMPP 3.4 as values: a sealed family of bodies, and the envelope around each. */
@NullMarked
package org.smppra.pdu;

import org.jspecify.annotations.NullMarked;
