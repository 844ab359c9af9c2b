/** Measures what a journal commits beside what the same disk forces with nothing around it. */
@NullMarked
package org.smppra.benchmark.journal;

import org.jspecify.annotations.NullMarked;
