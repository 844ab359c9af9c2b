/** The properties that adapter, factory and activation have in common, and how they become an account. */
@NullMarked
package org.smppra.ra.settings;

import org.jspecify.annotations.NullMarked;
