/** The status page and the JSON API, on a port of their own. */
@NullMarked
package org.smppra.simulator.tool.http;

import org.jspecify.annotations.NullMarked;
