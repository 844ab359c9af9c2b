/** How much goes through the simulator, and the load it makes itself. */
@NullMarked
package org.smppra.simulator.tool.traffic;

import org.jspecify.annotations.NullMarked;
