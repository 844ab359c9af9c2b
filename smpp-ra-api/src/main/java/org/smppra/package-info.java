/** What applications call and implement: submit short messages, receive delivery receipts and messages. */
@NullMarked
package org.smppra;

import org.jspecify.annotations.NullMarked;
