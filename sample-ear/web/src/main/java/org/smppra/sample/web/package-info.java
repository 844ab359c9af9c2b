/** The JSON interface of the sample. */
@NullMarked
package org.smppra.sample.web;

import org.jspecify.annotations.NullMarked;
