/**
 * Measures the engine beside its peers and beside a bare socket. Every contestant and the responder live in processes
 * of their own; {@link org.smppra.benchmark.Benchmark} tells them what to do and compares.
 */
@NullMarked
package org.smppra.benchmark;

import org.jspecify.annotations.NullMarked;
