package dev.lathe.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "account, Account, account, ACCOUNT",
        "msdyn_aibfile, MsdynAibfile, msdynAibfile, MSDYN_AIBFILE",
        "PrimaryContactId, PrimaryContactId, primaryContactId, PRIMARY_CONTACT_ID",
        "_slaid_value, SlaidValue, slaidValue, SLAID_VALUE",
        "WhoAmI, WhoAmI, whoAmI, WHO_AM_I",
        "URLPath, URLPath, urlPath, URL_PATH",
        "URL, URL, url, URL",
        "find pet by id, FindPetById, findPetById, FIND_PET_BY_ID",
        "123Number, _123Number, _123Number, _123_NUMBER",
        "import, Import, import_, IMPORT",
        "Credit_x0020_Memo, CreditMemo, creditMemo, CREDIT_MEMO",
        "Sell_x002D_to_x0020_No_x002E_, SellToNo, sellToNo, SELL_TO_NO",
        "_x0031_0, _10, _10, _10",
        "Num\u00e9ro, Numero, numero, NUMERO",
        "Nume\u0301ro, Numero, numero, NUMERO",
        "\u00dcbergr\u00f6\u00dfe, Ubergrosse, ubergrosse, UBERGROSSE",
        "\u00d8re \u0141\u00f3d\u017a, OreLodz, oreLodz, ORE_LODZ",
        "\u5ba2, U5ba2, u5ba2, U5BA2",
        "$special[property.name], SpecialPropertyName, specialPropertyName, SPECIAL_PROPERTY_NAME",
    })
    void wireNamesReadLikeJava(String wireName, String pascal, String camel, String constant) {
        assertThat(Identifiers.pascal(wireName)).isEqualTo(pascal);
        assertThat(Identifiers.camel(wireName)).isEqualTo(camel);
        assertThat(Identifiers.constant(wireName)).isEqualTo(constant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "_", "-1", "+1", "$", "@", "é", "名前", "😀", "a*/b", "\\u000a", "class", "\0", "enum"})
    void anyNameBecomesAnAsciiIdentifier(String wireName) {
        assertThat(new String[] {
                    Identifiers.pascal(wireName), Identifiers.camel(wireName), Identifiers.constant(wireName)
                })
                .allMatch(name -> SourceVersion.isName(name, SourceVersion.RELEASE_17))
                .allMatch(name -> name.chars().allMatch(c -> c < 128));
    }

    @Test
    void aLongNameIsCutAndStaysDistinct() {
        String first = Identifiers.pascal("a".repeat(200) + "1");
        String second = Identifiers.pascal("a".repeat(200) + "2");

        assertThat(first).hasSizeLessThanOrEqualTo(100).isNotEqualTo(second);
    }
}
