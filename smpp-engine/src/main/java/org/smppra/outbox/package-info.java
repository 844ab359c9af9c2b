/** Submissions that transactions decide on, kept until they are settled and somebody knows it: the resource manager. */
@NullMarked
package org.smppra.outbox;

import org.jspecify.annotations.NullMarked;
