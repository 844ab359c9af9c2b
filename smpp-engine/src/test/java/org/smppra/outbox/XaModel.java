package org.smppra.outbox;

import java.util.HashMap;
import java.util.Map;
import org.smppra.outbox.XaCalls.Call;

/** What X/Open's tables say of one branch, written down anew: no lock, no disk, no messages but their number. */
final class XaModel {
    private boolean exists;
    private boolean prepared;
    private String heuristic;
    private boolean rollbackOnly;
    private int work;
    private int committed;
    /** By resource: true if it is suspended. */
    private final Map<String, Boolean> associations = new HashMap<>();

    int committed() {
        return committed;
    }

    boolean isRecovered() {
        return exists && prepared;
    }

    String make(Call call) {
        String who = call.name().startsWith("OTHER") ? "other" : "first";
        return switch (call) {
            case START, OTHER_START -> start(who);
            case JOIN, OTHER_JOIN -> join(who);
            case RESUME, OTHER_RESUME -> resume(who);
            case END, OTHER_END -> end(who, "end");
            case FAIL, OTHER_FAIL -> end(who, "fail");
            case SUSPEND, OTHER_SUSPEND -> end(who, "suspend");
            case PREPARE -> prepare();
            case COMMIT -> commit(false);
            case COMMIT_ONE_PHASE -> commit(true);
            case ROLLBACK -> rollback();
            case FORGET -> forget();
            case WORK -> {
                if (!associations.containsValue(false)) {
                    yield "SMPP-TRANSACTION-OVER";
                }
                work++;
                yield "OK";
            }
            case OPERATOR_COMMITS -> decide("HEURCOM");
            case OPERATOR_ROLLS_BACK -> decide("HEURRB");
            case REOPEN -> {
                if (!prepared) {
                    gone();
                }
                associations.clear();
                yield "OK";
            }
        };
    }

    private void gone() {
        exists = false;
        prepared = false;
        heuristic = null;
        rollbackOnly = false;
        work = 0;
        associations.clear();
    }

    private String gone(String answer) {
        gone();
        return answer;
    }

    private String start(String who) {
        if (exists) {
            return "DUPID";
        }
        exists = true;
        associations.put(who, false);
        return "OK";
    }

    private String join(String who) {
        if (!exists) {
            return "NOTA";
        }
        if (associations.containsKey(who) || prepared) {
            return "PROTO";
        }
        if (rollbackOnly) {
            return "RB";
        }
        associations.put(who, false);
        return "OK";
    }

    private String resume(String who) {
        if (!exists) {
            return "NOTA";
        }
        if (!Boolean.TRUE.equals(associations.get(who))) {
            return "PROTO";
        }
        if (rollbackOnly) {
            associations.remove(who);
            return "RB";
        }
        associations.put(who, false);
        return "OK";
    }

    private String end(String who, String how) {
        if (!exists) {
            return "NOTA";
        }
        if (!associations.containsKey(who) || how.equals("suspend") && associations.get(who)) {
            return "PROTO";
        }
        if (how.equals("suspend") && !rollbackOnly) {
            associations.put(who, true);
            return "OK";
        }
        associations.remove(who);
        boolean was = rollbackOnly;
        rollbackOnly |= how.equals("fail");
        return was && !how.equals("fail") ? "RB" : "OK";
    }

    private String prepare() {
        if (!exists) {
            return "NOTA";
        }
        if (!associations.isEmpty() || prepared) {
            return "PROTO";
        }
        if (rollbackOnly) {
            return gone("RB");
        }
        if (work == 0) {
            return gone("RDONLY");
        }
        prepared = true;
        return "OK";
    }

    private String commit(boolean onePhase) {
        if (!exists) {
            return "NOTA";
        }
        if (heuristic != null) {
            return heuristic;
        }
        if (!associations.isEmpty() || prepared == onePhase) {
            return "PROTO";
        }
        if (rollbackOnly) {
            return gone("RB");
        }
        committed += work;
        return gone("OK");
    }

    private String rollback() {
        if (!exists) {
            return "NOTA";
        }
        if (heuristic != null) {
            return heuristic;
        }
        return associations.isEmpty() ? gone("OK") : "PROTO";
    }

    private String forget() {
        if (!exists) {
            return "NOTA";
        }
        return heuristic == null ? "PROTO" : gone("OK");
    }

    private String decide(String how) {
        if (!prepared || heuristic != null) {
            return "NOT";
        }
        heuristic = how;
        if (how.equals("HEURCOM")) {
            committed += work;
        }
        return "OK";
    }
}
