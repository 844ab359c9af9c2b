/** Loads one client as a scenario says and takes down what it did and what it used. */
@NullMarked
package org.smppra.benchmark.load;

import org.jspecify.annotations.NullMarked;
