/** {@code mvn -Pdemo}: WildFly, the simulator and the sample application, until Ctrl-C. */
@NullMarked
package org.smppra.demo;

import org.jspecify.annotations.NullMarked;
