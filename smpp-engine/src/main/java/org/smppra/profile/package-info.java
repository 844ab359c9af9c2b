/** How providers differ, as data, and the checks of a message against it. */
@NullMarked
package org.smppra.profile;

import org.jspecify.annotations.NullMarked;
