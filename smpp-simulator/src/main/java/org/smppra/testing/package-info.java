/** What stands in for the real thing in unit tests of an application. */
@NullMarked
package org.smppra.testing;

import org.jspecify.annotations.NullMarked;
