/** Cells of many rounds become tables and targets. */
@NullMarked
package org.smppra.benchmark.report;

import org.jspecify.annotations.NullMarked;
