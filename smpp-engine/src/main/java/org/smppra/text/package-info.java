/** Bodies of messages: alphabets, encoding, counting of parts, times, and the text of delivery receipts. */
@NullMarked
package org.smppra.text;

import org.jspecify.annotations.NullMarked;
