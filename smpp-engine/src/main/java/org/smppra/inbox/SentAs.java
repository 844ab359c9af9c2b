package org.smppra.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What was sent under a messageId.
 *
 * @param reference the application's own; null if it gave none
 * @param partNumber from 1
 */
public record SentAs(String submissionId, @Nullable String reference, int partNumber, int partCount) {}
