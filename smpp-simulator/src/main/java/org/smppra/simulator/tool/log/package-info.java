/** What the tool writes: lines on the console, the newest of them for the status page, PDUs in readable form. */
@NullMarked
package org.smppra.simulator.tool.log;

import org.jspecify.annotations.NullMarked;
