package org.smppra.outbox;

import java.time.Instant;

/**
 * A transaction branch that waits for its transaction manager, or was decided by an operator and is not forgotten yet.
 *
 * @param id names it here
 * @param xid format identifier, global transaction id and branch qualifier, as hexadecimal digits
 * @param state PREPARED, HEURISTIC_COMMIT or HEURISTIC_ROLLBACK
 * @param preparedAt since when
 * @param messages in it
 */
public record InDoubt(String id, String xid, String state, Instant preparedAt, int messages) {}
