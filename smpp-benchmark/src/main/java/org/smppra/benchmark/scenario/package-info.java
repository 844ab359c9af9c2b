/** What is measured: the contestants, what is asked of them, and the octets that all of them send. */
@NullMarked
package org.smppra.benchmark.scenario;

import org.jspecify.annotations.NullMarked;
