/** The properties that adapter, factory and activation have in common. */
@NullMarked
package org.smppra.ra.settings;

import org.jspecify.annotations.NullMarked;
