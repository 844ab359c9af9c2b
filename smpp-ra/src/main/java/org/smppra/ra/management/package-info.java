/** What an operator sees and does: the administered object, and JMX. */
@NullMarked
package org.smppra.ra.management;

import org.jspecify.annotations.NullMarked;
