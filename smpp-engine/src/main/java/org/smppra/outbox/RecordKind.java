package org.smppra.outbox;

/** What a record of the journal is. The codes stay as they are: they are on disks. */
enum RecordKind {
    MESSAGE(1),
    RESULT(2),
    BRANCH(3),
    FLIGHT(4),
    PAUSE(5);

    /** Of the format of all records. */
    static final int VERSION = 1;

    private final int code;

    RecordKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static RecordKind of(int code) throws RecordException {
        for (RecordKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new RecordException("a record of kind " + code + " is not known");
    }
}
