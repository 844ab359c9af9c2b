package org.smppra.ra.container;

/** How one call of a bean ends. */
public enum DeliveryEnd {
    COMMIT(true),
    /** The container rolls back. */
    BEAN_FAILS(false),
    /** As BEAN_FAILS, with an Error. */
    BEAN_ERROR(false),
    /** An exception that is the application's: it does not roll back by itself. */
    APPLICATION_EXCEPTION(true),
    /** As APPLICATION_EXCEPTION, unchecked and annotated. */
    ANNOTATED_EXCEPTION(true),
    /** The bean is shut down: the container throws in its place, and commits the transaction in which nothing was done. */
    BEAN_GONE(false),
    /** The application asked for it; nobody else is told. */
    SILENT_ROLLBACK(false),
    /** afterDelivery throws. */
    COMMIT_FAILS(false),
    /** afterDelivery does not even throw. */
    COMMIT_FAILS_SILENTLY(false),
    /** What afterDelivery throws is about something else. */
    COMMIT_AND_COMPLAINT(true),
    /** There is no delivery. */
    BEFORE_FAILS(false),
    BEFORE_ERROR(false),
    /** beforeDelivery leaves a transaction that can only roll back. */
    BEFORE_MARKS_ROLLBACK(false);

    private final boolean commits;

    DeliveryEnd(boolean commits) {
        this.commits = commits;
    }

    public boolean commits() {
        return commits;
    }
}
