package org.smppra.inbox;

/** What a record of the inbox's journal is. The codes stay as they are: they are on disks. */
enum RecordKind {
    STORED(1),
    DEAD_LETTER(2),
    MEMORY(3),
    STATE(4);

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
