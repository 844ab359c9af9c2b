package org.smppra.inbox;

import org.smppra.outbox.AccountKey;

/** Items of a {@link Page} on disk. */
final class PageRecord {
    private final AccountKey account;
    private final MemoryKind kind;
    private final Page page;

    private PageRecord(AccountKey account, MemoryKind kind, Page page) {
        this.account = account;
        this.kind = kind;
        this.page = page;
    }

    AccountKey account() {
        return account;
    }

    MemoryKind kind() {
        return kind;
    }

    Page page() {
        return page;
    }

    static byte[] encoded(AccountKey account, MemoryKind kind, byte[] items) {
        return new RecordOutput(RecordKind.MEMORY)
                .account(account)
                .number8(kind.ordinal())
                .bytes(items)
                .toByteArray();
    }

    static PageRecord decoded(RecordInput in, long key) throws RecordException {
        AccountKey account = in.account();
        int kind = in.number8();
        if (kind >= MemoryKind.values().length) {
            throw new RecordException(kind + " is no kind of memory");
        }
        return new PageRecord(account, MemoryKind.values()[kind], Page.restored(in.bytes(), key));
    }
}
