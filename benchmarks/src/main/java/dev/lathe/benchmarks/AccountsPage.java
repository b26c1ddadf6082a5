package dev.lathe.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A page of accounts as Dataverse answers it to {@code Prefer: odata.include-annotations="*"}: 60 columns and 55
 * annotations a row, some 6.4 KB. The same number of rows gives the same bytes.
 */
final class AccountsPage {

    private static final String SHOWN = "@OData.Community.Display.V1.FormattedValue";
    private static final String TARGET = "@Microsoft.Dynamics.CRM.lookuplogicalname";
    private static final String NAVIGATION = "@Microsoft.Dynamics.CRM.associatednavigationproperty";

    private static final String[] WORDS =
            "amber birch cedar delta ember fjord grove heron island juniper kestrel lagoon meadow north".split(" ");

    private final SplittableRandom random = new SplittableRandom(20260101);
    private final StringBuilder out = new StringBuilder();

    private AccountsPage() {}

    static byte[] of(int rows) {
        AccountsPage page = new AccountsPage();
        page.out.append("{\"@odata.context\":\"https://org.example/api/data/v9.2/$metadata#accounts\",\"value\":[");
        for (int i = 0; i < rows; i++) {
            page.out.append(i == 0 ? "" : ",");
            page.row();
        }
        return page.out.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row() {
        long version = random.nextInt(1_000_000, 9_999_999);
        out.append("{\"@odata.etag\":\"W/\\\"").append(version).append("\\\"\"");
        guid("accountid");
        text("name", words(3) + " Ltd.");
        text("accountnumber", "ACC-" + random.nextInt(1_000_000, 9_999_999));
        choices("statecode", "statuscode", "accountcategorycode", "industrycode");
        lookup("_ownerid_value", "systemuser", "ownerid");
        lookup("_owningbusinessunit_value", "businessunit", "owningbusinessunit");
        lookup("_owninguser_value", "systemuser", "");
        lookup("_transactioncurrencyid_value", "transactioncurrency", "transactioncurrencyid");
        optional("telephone1", phone());
        optional("telephone2", phone());
        optional("fax", phone());
        optional("emailaddress1", "info@" + words(1) + ".example");
        optional("emailaddress2", "sales@" + words(1) + ".example");
        optional("websiteurl", "https://www." + words(1) + ".example/");
        optional("tickersymbol", words(1).substring(0, 4));
        money("revenue", 90_000_000);
        money("creditlimit", 500_000);
        money("marketcap", 900_000_000);
        shown("exchangerate", "1.0000000000", "1.000000000000");
        choices("ownershipcode", "customertypecode", "accountratingcode");
        choices("preferredcontactmethodcode", "paymenttermscode");
        number("numberofemployees", random.nextInt(20_000));
        number("timezoneruleversionnumber", random.nextInt(5));
        number("versionnumber", version);
        date("createdon");
        date("modifiedon");
        date("overriddencreatedon");
        date("lastusedincampaign");
        lookup("_createdby_value", "systemuser", "createdby");
        lookup("_modifiedby_value", "systemuser", "modifiedby");
        lookup("_primarycontactid_value", "contact", "primarycontactid");
        lookup("_parentaccountid_value", "account", "parentaccountid");
        flags("donotphone", "donotemail", "donotfax", "donotpostalmail", "creditonhold", "followemail");
        guid("address1_addressid");
        boolean foreign = random.nextInt(12) == 0;
        String city = foreign ? "Zürich" : "Springfield";
        String street = random.nextInt(1, 9999) + (foreign ? " Königsallee" : " Main Street");
        optional("address1_name", "HQ " + city);
        optional("address1_line1", street);
        optional("address1_line2", "Suite " + random.nextInt(900));
        optional("address1_city", city);
        optional("address1_county", words(1) + " County");
        optional("address1_stateorprovince", "WA");
        optional("address1_postalcode", String.valueOf(random.nextInt(10_000, 99_999)));
        optional("address1_country", "United States");
        optional("address1_composite", street + "\\r\\n" + city + ", WA\\r\\nUnited States");
        degrees("address1_latitude", 90);
        degrees("address1_longitude", 180);
        String words = words(8 + random.nextInt(24));
        optional("description", random.nextInt(4) == 0 ? "Note:\\n\\\"" + words + "\\\"" : words);
        out.append('}');
    }

    private void raw(String name, String value) {
        out.append(",\"").append(name).append("\":").append(value);
    }

    /** @param value without what JSON would escape, or escaped */
    private void text(String name, String value) {
        raw(name, '"' + value + '"');
    }

    private void optional(String name, String value) {
        if (random.nextInt(100) < 6) {
            raw(name, "null");
        } else {
            text(name, value);
        }
    }

    private void shown(String name, String shown, String value) {
        text(name + SHOWN, shown);
        raw(name, value);
    }

    private void guid(String name) {
        text(name, new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private void lookup(String name, String target, String navigation) {
        text(name + SHOWN, words(2));
        if (!navigation.isEmpty()) {
            text(name + NAVIGATION, navigation);
        }
        text(name + TARGET, target);
        guid(name);
    }

    private void choices(String... names) {
        for (String name : names) {
            shown(name, words(2), String.valueOf(random.nextInt(1, 8)));
        }
    }

    private void flags(String... names) {
        for (String name : names) {
            boolean flag = random.nextBoolean();
            shown(name, flag ? "Do Not Allow" : "Allow", String.valueOf(flag));
        }
    }

    private void number(String name, long value) {
        shown(name, String.valueOf(value), String.valueOf(value));
    }

    private void money(String name, int most) {
        String value = random.nextInt(most) + "." + random.nextInt(10, 99);
        shown(name, "$" + value, value + "00000000");
        shown(name + "_base", "$" + value, value + "00000000");
    }

    private void degrees(String name, int most) {
        String value = random.nextInt(-most, most) + "." + random.nextInt(10_000, 99_999);
        shown(name, value, value);
    }

    private void date(String name) {
        int month = random.nextInt(1, 13);
        int day = random.nextInt(1, 29);
        int hour = random.nextInt(24);
        String value =
                "%d-%02d-%02dT%02d:%02d:00Z".formatted(2015 + random.nextInt(10), month, day, hour, random.nextInt(60));
        shown(name, month + "/" + day + " " + hour + ":00", '"' + value + '"');
    }

    private String phone() {
        return "+1 (" + random.nextInt(200, 999) + ") 555-" + random.nextInt(1000, 9999);
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
