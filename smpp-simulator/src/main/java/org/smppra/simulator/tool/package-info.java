/** The simulator as a tool: options, console, one line a message. */
@NullMarked
package org.smppra.simulator.tool;

import org.jspecify.annotations.NullMarked;
