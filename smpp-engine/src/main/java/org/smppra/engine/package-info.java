/** The composition root: settings in, running accounts out. The only place that makes threads and clocks. */
@NullMarked
package org.smppra.engine;

import org.jspecify.annotations.NullMarked;
