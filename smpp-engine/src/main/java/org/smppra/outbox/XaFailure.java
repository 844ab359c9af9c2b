package org.smppra.outbox;

import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** Makes exceptions that have a code and words: transaction managers look at the one, people at the other. */
final class XaFailure {
    private XaFailure() {}

    static XAException of(int code, String words) {
        return of(code, words, null);
    }

    static XAException of(int code, String words, @Nullable Throwable cause) {
        XAException failure = new XAException(words);
        failure.errorCode = code;
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    static XAException inval(String words) {
        return of(XAException.XAER_INVAL, words);
    }

    static XAException notA() {
        return of(XAException.XAER_NOTA, "no such branch");
    }

    static XAException proto(String words) {
        return of(XAException.XAER_PROTO, words);
    }

    static XAException rolledBack(String words) {
        return of(XAException.XA_RBROLLBACK, words);
    }
}
