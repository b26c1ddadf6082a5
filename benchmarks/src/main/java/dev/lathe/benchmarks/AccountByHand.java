package dev.lathe.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/** What somebody writes who has one table to read and wants it fast: fields, a switch, own parsing of ids and dates. */
final class AccountByHand {

    private static final JsonFactory JSON = new JsonFactory();

    @Nullable
    UUID accountid;

    @Nullable
    String name;

    @Nullable
    String accountnumber;

    @Nullable
    Integer statecode;

    @Nullable
    Integer statuscode;

    @Nullable
    Integer accountcategorycode;

    @Nullable
    Integer industrycode;

    @Nullable
    UUID owneridValue;

    @Nullable
    UUID owningbusinessunitValue;

    @Nullable
    UUID owninguserValue;

    @Nullable
    UUID transactioncurrencyidValue;

    @Nullable
    String telephone1;

    @Nullable
    String telephone2;

    @Nullable
    String fax;

    @Nullable
    String emailaddress1;

    @Nullable
    String emailaddress2;

    @Nullable
    String websiteurl;

    @Nullable
    String tickersymbol;

    @Nullable
    BigDecimal revenue;

    @Nullable
    BigDecimal revenueBase;

    @Nullable
    BigDecimal creditlimit;

    @Nullable
    BigDecimal creditlimitBase;

    @Nullable
    BigDecimal marketcap;

    @Nullable
    BigDecimal marketcapBase;

    @Nullable
    BigDecimal exchangerate;

    @Nullable
    Integer ownershipcode;

    @Nullable
    Integer customertypecode;

    @Nullable
    Integer accountratingcode;

    @Nullable
    Integer preferredcontactmethodcode;

    @Nullable
    Integer paymenttermscode;

    @Nullable
    Integer numberofemployees;

    @Nullable
    Integer timezoneruleversionnumber;

    @Nullable
    Long versionnumber;

    @Nullable
    OffsetDateTime createdon;

    @Nullable
    OffsetDateTime modifiedon;

    @Nullable
    OffsetDateTime overriddencreatedon;

    @Nullable
    OffsetDateTime lastusedincampaign;

    @Nullable
    UUID createdbyValue;

    @Nullable
    UUID modifiedbyValue;

    @Nullable
    UUID primarycontactidValue;

    @Nullable
    UUID parentaccountidValue;

    @Nullable
    Boolean donotphone;

    @Nullable
    Boolean donotemail;

    @Nullable
    Boolean donotfax;

    @Nullable
    Boolean donotpostalmail;

    @Nullable
    Boolean creditonhold;

    @Nullable
    Boolean followemail;

    @Nullable
    UUID address1Addressid;

    @Nullable
    String address1Name;

    @Nullable
    String address1Line1;

    @Nullable
    String address1Line2;

    @Nullable
    String address1City;

    @Nullable
    String address1County;

    @Nullable
    String address1Stateorprovince;

    @Nullable
    String address1Postalcode;

    @Nullable
    String address1Country;

    @Nullable
    String address1Composite;

    @Nullable
    Double address1Latitude;

    @Nullable
    Double address1Longitude;

    @Nullable
    String description;

    @Nullable
    Map<String, String> annotations;

    /** The rows of a page. */
    static List<AccountByHand> page(byte[] text, boolean annotations) {
        List<AccountByHand> rows = new ArrayList<>();
        try (JsonParser in = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            in.nextToken();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                boolean isRows = in.currentName().equals("value");
                in.nextToken();
                if (!isRows) {
                    in.skipChildren();
                    continue;
                }
                while (in.nextToken() == JsonToken.START_OBJECT) {
                    rows.add(new AccountByHand().read(in, annotations));
                }
            }
        }
        return rows;
    }

    AccountByHand read(JsonParser in, boolean kept) {
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (name.indexOf('@') >= 0) {
                if (kept) {
                    if (annotations == null) {
                        annotations = new HashMap<>();
                    }
                    annotations.put(name, in.getString());
                }
            } else if (value != JsonToken.VALUE_NULL) {
                column(name, in);
            }
        }
        return this;
    }

    private void column(String name, JsonParser in) {
        switch (name) {
            case "accountid" -> accountid = guid(in);
            case "name" -> name = in.getString();
            case "accountnumber" -> accountnumber = in.getString();
            case "statecode" -> statecode = in.getIntValue();
            case "statuscode" -> statuscode = in.getIntValue();
            case "accountcategorycode" -> accountcategorycode = in.getIntValue();
            case "industrycode" -> industrycode = in.getIntValue();
            case "_ownerid_value" -> owneridValue = guid(in);
            case "_owningbusinessunit_value" -> owningbusinessunitValue = guid(in);
            case "_owninguser_value" -> owninguserValue = guid(in);
            case "_transactioncurrencyid_value" -> transactioncurrencyidValue = guid(in);
            case "telephone1" -> telephone1 = in.getString();
            case "telephone2" -> telephone2 = in.getString();
            case "fax" -> fax = in.getString();
            case "emailaddress1" -> emailaddress1 = in.getString();
            case "emailaddress2" -> emailaddress2 = in.getString();
            case "websiteurl" -> websiteurl = in.getString();
            case "tickersymbol" -> tickersymbol = in.getString();
            case "revenue" -> revenue = in.getDecimalValue();
            case "revenue_base" -> revenueBase = in.getDecimalValue();
            case "creditlimit" -> creditlimit = in.getDecimalValue();
            case "creditlimit_base" -> creditlimitBase = in.getDecimalValue();
            case "marketcap" -> marketcap = in.getDecimalValue();
            case "marketcap_base" -> marketcapBase = in.getDecimalValue();
            case "exchangerate" -> exchangerate = in.getDecimalValue();
            case "ownershipcode" -> ownershipcode = in.getIntValue();
            case "customertypecode" -> customertypecode = in.getIntValue();
            case "accountratingcode" -> accountratingcode = in.getIntValue();
            case "preferredcontactmethodcode" -> preferredcontactmethodcode = in.getIntValue();
            case "paymenttermscode" -> paymenttermscode = in.getIntValue();
            case "numberofemployees" -> numberofemployees = in.getIntValue();
            case "timezoneruleversionnumber" -> timezoneruleversionnumber = in.getIntValue();
            case "versionnumber" -> versionnumber = in.getLongValue();
            case "createdon" -> createdon = dateTime(in);
            case "modifiedon" -> modifiedon = dateTime(in);
            case "overriddencreatedon" -> overriddencreatedon = dateTime(in);
            case "lastusedincampaign" -> lastusedincampaign = dateTime(in);
            case "_createdby_value" -> createdbyValue = guid(in);
            case "_modifiedby_value" -> modifiedbyValue = guid(in);
            case "_primarycontactid_value" -> primarycontactidValue = guid(in);
            case "_parentaccountid_value" -> parentaccountidValue = guid(in);
            case "donotphone" -> donotphone = in.getBooleanValue();
            case "donotemail" -> donotemail = in.getBooleanValue();
            case "donotfax" -> donotfax = in.getBooleanValue();
            case "donotpostalmail" -> donotpostalmail = in.getBooleanValue();
            case "creditonhold" -> creditonhold = in.getBooleanValue();
            case "followemail" -> followemail = in.getBooleanValue();
            case "address1_addressid" -> address1Addressid = guid(in);
            case "address1_name" -> address1Name = in.getString();
            case "address1_line1" -> address1Line1 = in.getString();
            case "address1_line2" -> address1Line2 = in.getString();
            case "address1_city" -> address1City = in.getString();
            case "address1_county" -> address1County = in.getString();
            case "address1_stateorprovince" -> address1Stateorprovince = in.getString();
            case "address1_postalcode" -> address1Postalcode = in.getString();
            case "address1_country" -> address1Country = in.getString();
            case "address1_composite" -> address1Composite = in.getString();
            case "address1_latitude" -> address1Latitude = in.getDoubleValue();
            case "address1_longitude" -> address1Longitude = in.getDoubleValue();
            case "description" -> description = in.getString();
            default -> in.skipChildren();
        }
    }

    private static UUID guid(JsonParser in) {
        char[] text = in.getStringCharacters();
        int at = in.getStringOffset();
        long high = hex(text, at, 8) << 32 | hex(text, at + 9, 4) << 16 | hex(text, at + 14, 4);
        long low = hex(text, at + 19, 4) << 48 | hex(text, at + 24, 12);
        return new UUID(high, low);
    }

    private static long hex(char[] text, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << 4 | Character.digit(text[i], 16);
        }
        return value;
    }

    private static OffsetDateTime dateTime(JsonParser in) {
        char[] text = in.getStringCharacters();
        int at = in.getStringOffset();
        if (in.getStringLength() != 20 || text[at + 19] != 'Z') {
            return OffsetDateTime.parse(in.getString());
        }
        return OffsetDateTime.of(
                LocalDateTime.of(
                        decimal(text, at, 4),
                        decimal(text, at + 5, 2),
                        decimal(text, at + 8, 2),
                        decimal(text, at + 11, 2),
                        decimal(text, at + 14, 2),
                        decimal(text, at + 17, 2)),
                ZoneOffset.UTC);
    }

    private static int decimal(char[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * 10 + text[i] - '0';
        }
        return value;
    }
}
