/** What was received and must outlive the process: what was acknowledged and no listener has yet, dead letters, and what was heard of messages before. */
@NullMarked
package org.smppra.inbox;

import org.jspecify.annotations.NullMarked;
