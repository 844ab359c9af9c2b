package org.smppra.message;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The status in the header of an answer. Any 32-bit number is a value: providers have their own.
 *
 * <p>SMPP 3.4 section 5.1.3 (command_status).
 */
public final class CommandStatus implements Serializable {
    private static final long serialVersionUID = 1L;
    /** By value; without boxing, for every answer asks. */
    private static final CommandStatus[] NAMED = new CommandStatus[0x105];

    public static final CommandStatus ESME_ROK = named(0x00, "ESME_ROK");
    public static final CommandStatus ESME_RINVMSGLEN = named(0x01, "ESME_RINVMSGLEN");
    public static final CommandStatus ESME_RINVCMDLEN = named(0x02, "ESME_RINVCMDLEN");
    public static final CommandStatus ESME_RINVCMDID = named(0x03, "ESME_RINVCMDID");
    public static final CommandStatus ESME_RINVBNDSTS = named(0x04, "ESME_RINVBNDSTS");
    public static final CommandStatus ESME_RALYBND = named(0x05, "ESME_RALYBND");
    public static final CommandStatus ESME_RINVPRTFLG = named(0x06, "ESME_RINVPRTFLG");
    public static final CommandStatus ESME_RINVREGDLVFLG = named(0x07, "ESME_RINVREGDLVFLG");
    public static final CommandStatus ESME_RSYSERR = named(0x08, "ESME_RSYSERR");
    public static final CommandStatus ESME_RINVSRCADR = named(0x0A, "ESME_RINVSRCADR");
    public static final CommandStatus ESME_RINVDSTADR = named(0x0B, "ESME_RINVDSTADR");
    public static final CommandStatus ESME_RINVMSGID = named(0x0C, "ESME_RINVMSGID");
    public static final CommandStatus ESME_RBINDFAIL = named(0x0D, "ESME_RBINDFAIL");
    public static final CommandStatus ESME_RINVPASWD = named(0x0E, "ESME_RINVPASWD");
    public static final CommandStatus ESME_RINVSYSID = named(0x0F, "ESME_RINVSYSID");
    public static final CommandStatus ESME_RCANCELFAIL = named(0x11, "ESME_RCANCELFAIL");
    public static final CommandStatus ESME_RREPLACEFAIL = named(0x13, "ESME_RREPLACEFAIL");
    public static final CommandStatus ESME_RMSGQFUL = named(0x14, "ESME_RMSGQFUL");
    public static final CommandStatus ESME_RINVSERTYP = named(0x15, "ESME_RINVSERTYP");
    public static final CommandStatus ESME_RINVNUMDESTS = named(0x33, "ESME_RINVNUMDESTS");
    public static final CommandStatus ESME_RINVDLNAME = named(0x34, "ESME_RINVDLNAME");
    public static final CommandStatus ESME_RINVDESTFLAG = named(0x40, "ESME_RINVDESTFLAG");
    public static final CommandStatus ESME_RINVSUBREP = named(0x42, "ESME_RINVSUBREP");
    public static final CommandStatus ESME_RINVESMCLASS = named(0x43, "ESME_RINVESMCLASS");
    public static final CommandStatus ESME_RCNTSUBDL = named(0x44, "ESME_RCNTSUBDL");
    public static final CommandStatus ESME_RSUBMITFAIL = named(0x45, "ESME_RSUBMITFAIL");
    public static final CommandStatus ESME_RINVSRCTON = named(0x48, "ESME_RINVSRCTON");
    public static final CommandStatus ESME_RINVSRCNPI = named(0x49, "ESME_RINVSRCNPI");
    public static final CommandStatus ESME_RINVDSTTON = named(0x50, "ESME_RINVDSTTON");
    public static final CommandStatus ESME_RINVDSTNPI = named(0x51, "ESME_RINVDSTNPI");
    public static final CommandStatus ESME_RINVSYSTYP = named(0x53, "ESME_RINVSYSTYP");
    public static final CommandStatus ESME_RINVREPFLAG = named(0x54, "ESME_RINVREPFLAG");
    public static final CommandStatus ESME_RINVNUMMSGS = named(0x55, "ESME_RINVNUMMSGS");
    public static final CommandStatus ESME_RTHROTTLED = named(0x58, "ESME_RTHROTTLED");
    public static final CommandStatus ESME_RINVSCHED = named(0x61, "ESME_RINVSCHED");
    public static final CommandStatus ESME_RINVEXPIRY = named(0x62, "ESME_RINVEXPIRY");
    public static final CommandStatus ESME_RINVDFTMSGID = named(0x63, "ESME_RINVDFTMSGID");
    public static final CommandStatus ESME_RX_T_APPN = named(0x64, "ESME_RX_T_APPN");
    public static final CommandStatus ESME_RX_P_APPN = named(0x65, "ESME_RX_P_APPN");
    public static final CommandStatus ESME_RX_R_APPN = named(0x66, "ESME_RX_R_APPN");
    public static final CommandStatus ESME_RQUERYFAIL = named(0x67, "ESME_RQUERYFAIL");
    public static final CommandStatus ESME_RINVOPTPARSTREAM = named(0xC0, "ESME_RINVOPTPARSTREAM");
    public static final CommandStatus ESME_ROPTPARNOTALLWD = named(0xC1, "ESME_ROPTPARNOTALLWD");
    public static final CommandStatus ESME_RINVPARLEN = named(0xC2, "ESME_RINVPARLEN");
    public static final CommandStatus ESME_RMISSINGOPTPARAM = named(0xC3, "ESME_RMISSINGOPTPARAM");
    public static final CommandStatus ESME_RINVOPTPARAMVAL = named(0xC4, "ESME_RINVOPTPARAMVAL");
    public static final CommandStatus ESME_RDELIVERYFAILURE = named(0xFE, "ESME_RDELIVERYFAILURE");
    public static final CommandStatus ESME_RUNKNOWNERR = named(0xFF, "ESME_RUNKNOWNERR");
    /** SMPP 5.0; 3.4 has no status for a data coding that is not accepted. */
    public static final CommandStatus ESME_RINVDCS = named(0x104, "ESME_RINVDCS");

    private final int value;
    private final @Nullable String name;

    private CommandStatus(int value, @Nullable String name) {
        this.value = value;
        this.name = name;
    }

    private static CommandStatus named(int value, String name) {
        CommandStatus status = new CommandStatus(value, name);
        NAMED[value] = status;
        return status;
    }

    /** The status of this number, known or not. */
    public static CommandStatus of(int value) {
        CommandStatus known = value >= 0 && value < NAMED.length ? NAMED[value] : null;
        return known != null ? known : new CommandStatus(value, null);
    }

    public int value() {
        return value;
    }

    public boolean isOk() {
        return value == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommandStatus that && value == that.value;
    }

    @Override
    public int hashCode() {
        return value;
    }

    /** Such as {@code ESME_RTHROTTLED (0x58)}, or {@code 0x042E} for one that has no name. */
    @Override
    public String toString() {
        return name == null ? String.format("0x%04X", value) : String.format("%s (0x%02X)", name, value);
    }
}
