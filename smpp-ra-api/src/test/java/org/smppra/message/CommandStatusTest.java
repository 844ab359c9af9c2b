package org.smppra.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandStatusTest {

    /** SMPP 3.4 table 5-2, and one of SMPP 5.0. */
    @ParameterizedTest
    @CsvSource({
        "00,ESME_ROK",
        "01,ESME_RINVMSGLEN",
        "02,ESME_RINVCMDLEN",
        "03,ESME_RINVCMDID",
        "04,ESME_RINVBNDSTS",
        "05,ESME_RALYBND",
        "06,ESME_RINVPRTFLG",
        "07,ESME_RINVREGDLVFLG",
        "08,ESME_RSYSERR",
        "0A,ESME_RINVSRCADR",
        "0B,ESME_RINVDSTADR",
        "0C,ESME_RINVMSGID",
        "0D,ESME_RBINDFAIL",
        "0E,ESME_RINVPASWD",
        "0F,ESME_RINVSYSID",
        "11,ESME_RCANCELFAIL",
        "13,ESME_RREPLACEFAIL",
        "14,ESME_RMSGQFUL",
        "15,ESME_RINVSERTYP",
        "33,ESME_RINVNUMDESTS",
        "34,ESME_RINVDLNAME",
        "40,ESME_RINVDESTFLAG",
        "42,ESME_RINVSUBREP",
        "43,ESME_RINVESMCLASS",
        "44,ESME_RCNTSUBDL",
        "45,ESME_RSUBMITFAIL",
        "48,ESME_RINVSRCTON",
        "49,ESME_RINVSRCNPI",
        "50,ESME_RINVDSTTON",
        "51,ESME_RINVDSTNPI",
        "53,ESME_RINVSYSTYP",
        "54,ESME_RINVREPFLAG",
        "55,ESME_RINVNUMMSGS",
        "58,ESME_RTHROTTLED",
        "61,ESME_RINVSCHED",
        "62,ESME_RINVEXPIRY",
        "63,ESME_RINVDFTMSGID",
        "64,ESME_RX_T_APPN",
        "65,ESME_RX_P_APPN",
        "66,ESME_RX_R_APPN",
        "67,ESME_RQUERYFAIL",
        "C0,ESME_RINVOPTPARSTREAM",
        "C1,ESME_ROPTPARNOTALLWD",
        "C2,ESME_RINVPARLEN",
        "C3,ESME_RMISSINGOPTPARAM",
        "C4,ESME_RINVOPTPARAMVAL",
        "FE,ESME_RDELIVERYFAILURE",
        "FF,ESME_RUNKNOWNERR",
        "104,ESME_RINVDCS"
    })
    void has_a_constant_of_each_name(String hex, String name) throws ReflectiveOperationException {
        int value = Integer.parseInt(hex, 16);
        Object constant = CommandStatus.class.getField(name).get(null);
        assertThat(CommandStatus.of(value)).isSameAs(constant);
        assertThat(CommandStatus.of(value).value()).isEqualTo(value);
        assertThat(constant).hasToString(String.format("%s (0x%02X)", name, value));
    }

    @Test
    void has_no_other_constant() {
        assertThat(Arrays.stream(CommandStatus.class.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers())))
                .hasSize(49);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x09, 0x22, 0x103, 0x105, 0x042E, 0x7FFFFFFF, -1, Integer.MIN_VALUE})
    void any_other_number_is_a_value(int value) {
        CommandStatus status = CommandStatus.of(value);
        assertThat(status.value()).isEqualTo(value);
        assertThat(status).isEqualTo(CommandStatus.of(value)).hasToString(String.format("0x%04X", value));
        assertThat(status.isOk()).isFalse();
    }
}
