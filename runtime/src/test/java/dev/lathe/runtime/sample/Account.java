package dev.lathe.runtime.sample;

import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.ObjectType;
import dev.lathe.runtime.odata.ODataEntity;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An account as the emitters would emit it: 60 columns of the real table. */
public class Account extends ODataEntity {

    public static final ObjectType<Account> TYPE = ObjectType.<Account>of(
                    new Account(),
                    "Microsoft.Dynamics.CRM.account",
                    "accountid",
                    "name",
                    "accountnumber",
                    "statecode",
                    "statuscode",
                    "accountcategorycode",
                    "industrycode",
                    "_ownerid_value",
                    "_owningbusinessunit_value",
                    "_owninguser_value",
                    "_transactioncurrencyid_value",
                    "telephone1",
                    "telephone2",
                    "fax",
                    "emailaddress1",
                    "emailaddress2",
                    "websiteurl",
                    "tickersymbol",
                    "revenue",
                    "revenue_base",
                    "creditlimit",
                    "creditlimit_base",
                    "marketcap",
                    "marketcap_base",
                    "exchangerate",
                    "ownershipcode",
                    "customertypecode",
                    "accountratingcode",
                    "preferredcontactmethodcode",
                    "paymenttermscode",
                    "numberofemployees",
                    "timezoneruleversionnumber",
                    "versionnumber",
                    "createdon",
                    "modifiedon",
                    "overriddencreatedon",
                    "lastusedincampaign",
                    "_createdby_value",
                    "_modifiedby_value",
                    "_primarycontactid_value",
                    "_parentaccountid_value",
                    "donotphone",
                    "donotemail",
                    "donotfax",
                    "donotpostalmail",
                    "creditonhold",
                    "followemail",
                    "address1_addressid",
                    "address1_name",
                    "address1_line1",
                    "address1_line2",
                    "address1_city",
                    "address1_county",
                    "address1_stateorprovince",
                    "address1_postalcode",
                    "address1_country",
                    "address1_composite",
                    "address1_latitude",
                    "address1_longitude",
                    "description",
                    "primarycontactid",
                    "parentaccountid",
                    "account_tasks",
                    "contact_customer_accounts")
            .keys("accountid")
            .readOnly(
                    "_ownerid_value",
                    "_owningbusinessunit_value",
                    "_owninguser_value",
                    "_transactioncurrencyid_value",
                    "revenue_base",
                    "creditlimit_base",
                    "marketcap_base",
                    "exchangerate",
                    "versionnumber",
                    "createdon",
                    "modifiedon",
                    "_createdby_value",
                    "_modifiedby_value",
                    "_primarycontactid_value",
                    "_parentaccountid_value",
                    "address1_composite");

    private UUID accountid;

    private String name;

    private String accountnumber;

    private Integer statecode;

    private Integer statuscode;

    private Integer accountcategorycode;

    private Integer industrycode;

    private UUID owneridValue;

    private UUID owningbusinessunitValue;

    private UUID owninguserValue;

    private UUID transactioncurrencyidValue;

    private String telephone1;

    private String telephone2;

    private String fax;

    private String emailaddress1;

    private String emailaddress2;

    private String websiteurl;

    private String tickersymbol;

    private BigDecimal revenue;

    private BigDecimal revenueBase;

    private BigDecimal creditlimit;

    private BigDecimal creditlimitBase;

    private BigDecimal marketcap;

    private BigDecimal marketcapBase;

    private BigDecimal exchangerate;

    private Integer ownershipcode;

    private Integer customertypecode;

    private Integer accountratingcode;

    private Integer preferredcontactmethodcode;

    private Integer paymenttermscode;

    private Integer numberofemployees;

    private Integer timezoneruleversionnumber;

    private Long versionnumber;

    private OffsetDateTime createdon;

    private OffsetDateTime modifiedon;

    private OffsetDateTime overriddencreatedon;

    private OffsetDateTime lastusedincampaign;

    private UUID createdbyValue;

    private UUID modifiedbyValue;

    private UUID primarycontactidValue;

    private UUID parentaccountidValue;

    private Boolean donotphone;

    private Boolean donotemail;

    private Boolean donotfax;

    private Boolean donotpostalmail;

    private Boolean creditonhold;

    private Boolean followemail;

    private UUID address1Addressid;

    private String address1Name;

    private String address1Line1;

    private String address1Line2;

    private String address1City;

    private String address1County;

    private String address1Stateorprovince;

    private String address1Postalcode;

    private String address1Country;

    private String address1Composite;

    private Double address1Latitude;

    private Double address1Longitude;

    private String description;

    public Account() {}

    public UUID getAccountid() {
        return this.accountid;
    }

    public Account setAccountid(UUID accountid) {
        this.accountid = accountid;
        changed(0);
        return this;
    }

    public String getName() {
        return this.name;
    }

    public Account setName(String name) {
        this.name = name;
        changed(1);
        return this;
    }

    public String getAccountnumber() {
        return this.accountnumber;
    }

    public Account setAccountnumber(String accountnumber) {
        this.accountnumber = accountnumber;
        changed(2);
        return this;
    }

    public Integer getStatecode() {
        return this.statecode;
    }

    public Account setStatecode(Integer statecode) {
        this.statecode = statecode;
        changed(3);
        return this;
    }

    public Integer getStatuscode() {
        return this.statuscode;
    }

    public Account setStatuscode(Integer statuscode) {
        this.statuscode = statuscode;
        changed(4);
        return this;
    }

    public Integer getAccountcategorycode() {
        return this.accountcategorycode;
    }

    public Account setAccountcategorycode(Integer accountcategorycode) {
        this.accountcategorycode = accountcategorycode;
        changed(5);
        return this;
    }

    public Integer getIndustrycode() {
        return this.industrycode;
    }

    public Account setIndustrycode(Integer industrycode) {
        this.industrycode = industrycode;
        changed(6);
        return this;
    }

    public UUID getOwneridValue() {
        return this.owneridValue;
    }

    public UUID getOwningbusinessunitValue() {
        return this.owningbusinessunitValue;
    }

    public UUID getOwninguserValue() {
        return this.owninguserValue;
    }

    public UUID getTransactioncurrencyidValue() {
        return this.transactioncurrencyidValue;
    }

    public String getTelephone1() {
        return this.telephone1;
    }

    public Account setTelephone1(String telephone1) {
        this.telephone1 = telephone1;
        changed(11);
        return this;
    }

    public String getTelephone2() {
        return this.telephone2;
    }

    public Account setTelephone2(String telephone2) {
        this.telephone2 = telephone2;
        changed(12);
        return this;
    }

    public String getFax() {
        return this.fax;
    }

    public Account setFax(String fax) {
        this.fax = fax;
        changed(13);
        return this;
    }

    public String getEmailaddress1() {
        return this.emailaddress1;
    }

    public Account setEmailaddress1(String emailaddress1) {
        this.emailaddress1 = emailaddress1;
        changed(14);
        return this;
    }

    public String getEmailaddress2() {
        return this.emailaddress2;
    }

    public Account setEmailaddress2(String emailaddress2) {
        this.emailaddress2 = emailaddress2;
        changed(15);
        return this;
    }

    public String getWebsiteurl() {
        return this.websiteurl;
    }

    public Account setWebsiteurl(String websiteurl) {
        this.websiteurl = websiteurl;
        changed(16);
        return this;
    }

    public String getTickersymbol() {
        return this.tickersymbol;
    }

    public Account setTickersymbol(String tickersymbol) {
        this.tickersymbol = tickersymbol;
        changed(17);
        return this;
    }

    public BigDecimal getRevenue() {
        return this.revenue;
    }

    public Account setRevenue(BigDecimal revenue) {
        this.revenue = revenue;
        changed(18);
        return this;
    }

    public BigDecimal getRevenueBase() {
        return this.revenueBase;
    }

    public BigDecimal getCreditlimit() {
        return this.creditlimit;
    }

    public Account setCreditlimit(BigDecimal creditlimit) {
        this.creditlimit = creditlimit;
        changed(20);
        return this;
    }

    public BigDecimal getCreditlimitBase() {
        return this.creditlimitBase;
    }

    public BigDecimal getMarketcap() {
        return this.marketcap;
    }

    public Account setMarketcap(BigDecimal marketcap) {
        this.marketcap = marketcap;
        changed(22);
        return this;
    }

    public BigDecimal getMarketcapBase() {
        return this.marketcapBase;
    }

    public BigDecimal getExchangerate() {
        return this.exchangerate;
    }

    public Integer getOwnershipcode() {
        return this.ownershipcode;
    }

    public Account setOwnershipcode(Integer ownershipcode) {
        this.ownershipcode = ownershipcode;
        changed(25);
        return this;
    }

    public Integer getCustomertypecode() {
        return this.customertypecode;
    }

    public Account setCustomertypecode(Integer customertypecode) {
        this.customertypecode = customertypecode;
        changed(26);
        return this;
    }

    public Integer getAccountratingcode() {
        return this.accountratingcode;
    }

    public Account setAccountratingcode(Integer accountratingcode) {
        this.accountratingcode = accountratingcode;
        changed(27);
        return this;
    }

    public Integer getPreferredcontactmethodcode() {
        return this.preferredcontactmethodcode;
    }

    public Account setPreferredcontactmethodcode(Integer preferredcontactmethodcode) {
        this.preferredcontactmethodcode = preferredcontactmethodcode;
        changed(28);
        return this;
    }

    public Integer getPaymenttermscode() {
        return this.paymenttermscode;
    }

    public Account setPaymenttermscode(Integer paymenttermscode) {
        this.paymenttermscode = paymenttermscode;
        changed(29);
        return this;
    }

    public Integer getNumberofemployees() {
        return this.numberofemployees;
    }

    public Account setNumberofemployees(Integer numberofemployees) {
        this.numberofemployees = numberofemployees;
        changed(30);
        return this;
    }

    public Integer getTimezoneruleversionnumber() {
        return this.timezoneruleversionnumber;
    }

    public Account setTimezoneruleversionnumber(Integer timezoneruleversionnumber) {
        this.timezoneruleversionnumber = timezoneruleversionnumber;
        changed(31);
        return this;
    }

    public Long getVersionnumber() {
        return this.versionnumber;
    }

    public OffsetDateTime getCreatedon() {
        return this.createdon;
    }

    public OffsetDateTime getModifiedon() {
        return this.modifiedon;
    }

    public OffsetDateTime getOverriddencreatedon() {
        return this.overriddencreatedon;
    }

    public Account setOverriddencreatedon(OffsetDateTime overriddencreatedon) {
        this.overriddencreatedon = overriddencreatedon;
        changed(35);
        return this;
    }

    public OffsetDateTime getLastusedincampaign() {
        return this.lastusedincampaign;
    }

    public Account setLastusedincampaign(OffsetDateTime lastusedincampaign) {
        this.lastusedincampaign = lastusedincampaign;
        changed(36);
        return this;
    }

    public UUID getCreatedbyValue() {
        return this.createdbyValue;
    }

    public UUID getModifiedbyValue() {
        return this.modifiedbyValue;
    }

    public UUID getPrimarycontactidValue() {
        return this.primarycontactidValue;
    }

    public UUID getParentaccountidValue() {
        return this.parentaccountidValue;
    }

    public Boolean getDonotphone() {
        return this.donotphone;
    }

    public Account setDonotphone(Boolean donotphone) {
        this.donotphone = donotphone;
        changed(41);
        return this;
    }

    public Boolean getDonotemail() {
        return this.donotemail;
    }

    public Account setDonotemail(Boolean donotemail) {
        this.donotemail = donotemail;
        changed(42);
        return this;
    }

    public Boolean getDonotfax() {
        return this.donotfax;
    }

    public Account setDonotfax(Boolean donotfax) {
        this.donotfax = donotfax;
        changed(43);
        return this;
    }

    public Boolean getDonotpostalmail() {
        return this.donotpostalmail;
    }

    public Account setDonotpostalmail(Boolean donotpostalmail) {
        this.donotpostalmail = donotpostalmail;
        changed(44);
        return this;
    }

    public Boolean getCreditonhold() {
        return this.creditonhold;
    }

    public Account setCreditonhold(Boolean creditonhold) {
        this.creditonhold = creditonhold;
        changed(45);
        return this;
    }

    public Boolean getFollowemail() {
        return this.followemail;
    }

    public Account setFollowemail(Boolean followemail) {
        this.followemail = followemail;
        changed(46);
        return this;
    }

    public UUID getAddress1Addressid() {
        return this.address1Addressid;
    }

    public Account setAddress1Addressid(UUID address1Addressid) {
        this.address1Addressid = address1Addressid;
        changed(47);
        return this;
    }

    public String getAddress1Name() {
        return this.address1Name;
    }

    public Account setAddress1Name(String address1Name) {
        this.address1Name = address1Name;
        changed(48);
        return this;
    }

    public String getAddress1Line1() {
        return this.address1Line1;
    }

    public Account setAddress1Line1(String address1Line1) {
        this.address1Line1 = address1Line1;
        changed(49);
        return this;
    }

    public String getAddress1Line2() {
        return this.address1Line2;
    }

    public Account setAddress1Line2(String address1Line2) {
        this.address1Line2 = address1Line2;
        changed(50);
        return this;
    }

    public String getAddress1City() {
        return this.address1City;
    }

    public Account setAddress1City(String address1City) {
        this.address1City = address1City;
        changed(51);
        return this;
    }

    public String getAddress1County() {
        return this.address1County;
    }

    public Account setAddress1County(String address1County) {
        this.address1County = address1County;
        changed(52);
        return this;
    }

    public String getAddress1Stateorprovince() {
        return this.address1Stateorprovince;
    }

    public Account setAddress1Stateorprovince(String address1Stateorprovince) {
        this.address1Stateorprovince = address1Stateorprovince;
        changed(53);
        return this;
    }

    public String getAddress1Postalcode() {
        return this.address1Postalcode;
    }

    public Account setAddress1Postalcode(String address1Postalcode) {
        this.address1Postalcode = address1Postalcode;
        changed(54);
        return this;
    }

    public String getAddress1Country() {
        return this.address1Country;
    }

    public Account setAddress1Country(String address1Country) {
        this.address1Country = address1Country;
        changed(55);
        return this;
    }

    public String getAddress1Composite() {
        return this.address1Composite;
    }

    public Double getAddress1Latitude() {
        return this.address1Latitude;
    }

    public Account setAddress1Latitude(Double address1Latitude) {
        this.address1Latitude = address1Latitude;
        changed(57);
        return this;
    }

    public Double getAddress1Longitude() {
        return this.address1Longitude;
    }

    public Account setAddress1Longitude(Double address1Longitude) {
        this.address1Longitude = address1Longitude;
        changed(58);
        return this;
    }

    public String getDescription() {
        return this.description;
    }

    public Account setDescription(String description) {
        this.description = description;
        changed(59);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new Account();
    }

    @Override
    protected JsonType<?> navigation(int member) {
        return switch (member) {
            case 60 -> Contact.TYPE;
            case 61 -> Account.TYPE;
            case 62 -> Task.TYPE;
            case 63 -> Contact.TYPE;
            default -> super.navigation(member);
        };
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.accountid = in.guid();
            case 1 -> this.name = in.string();
            case 2 -> this.accountnumber = in.string();
            case 3 -> this.statecode = in.int32();
            case 4 -> this.statuscode = in.int32();
            case 5 -> this.accountcategorycode = in.int32();
            case 6 -> this.industrycode = in.int32();
            case 7 -> this.owneridValue = in.guid();
            case 8 -> this.owningbusinessunitValue = in.guid();
            case 9 -> this.owninguserValue = in.guid();
            case 10 -> this.transactioncurrencyidValue = in.guid();
            case 11 -> this.telephone1 = in.string();
            case 12 -> this.telephone2 = in.string();
            case 13 -> this.fax = in.string();
            case 14 -> this.emailaddress1 = in.string();
            case 15 -> this.emailaddress2 = in.string();
            case 16 -> this.websiteurl = in.string();
            case 17 -> this.tickersymbol = in.string();
            case 18 -> this.revenue = in.decimal();
            case 19 -> this.revenueBase = in.decimal();
            case 20 -> this.creditlimit = in.decimal();
            case 21 -> this.creditlimitBase = in.decimal();
            case 22 -> this.marketcap = in.decimal();
            case 23 -> this.marketcapBase = in.decimal();
            case 24 -> this.exchangerate = in.decimal();
            case 25 -> this.ownershipcode = in.int32();
            case 26 -> this.customertypecode = in.int32();
            case 27 -> this.accountratingcode = in.int32();
            case 28 -> this.preferredcontactmethodcode = in.int32();
            case 29 -> this.paymenttermscode = in.int32();
            case 30 -> this.numberofemployees = in.int32();
            case 31 -> this.timezoneruleversionnumber = in.int32();
            case 32 -> this.versionnumber = in.int64();
            case 33 -> this.createdon = in.dateTime();
            case 34 -> this.modifiedon = in.dateTime();
            case 35 -> this.overriddencreatedon = in.dateTime();
            case 36 -> this.lastusedincampaign = in.dateTime();
            case 37 -> this.createdbyValue = in.guid();
            case 38 -> this.modifiedbyValue = in.guid();
            case 39 -> this.primarycontactidValue = in.guid();
            case 40 -> this.parentaccountidValue = in.guid();
            case 41 -> this.donotphone = in.bool();
            case 42 -> this.donotemail = in.bool();
            case 43 -> this.donotfax = in.bool();
            case 44 -> this.donotpostalmail = in.bool();
            case 45 -> this.creditonhold = in.bool();
            case 46 -> this.followemail = in.bool();
            case 47 -> this.address1Addressid = in.guid();
            case 48 -> this.address1Name = in.string();
            case 49 -> this.address1Line1 = in.string();
            case 50 -> this.address1Line2 = in.string();
            case 51 -> this.address1City = in.string();
            case 52 -> this.address1County = in.string();
            case 53 -> this.address1Stateorprovince = in.string();
            case 54 -> this.address1Postalcode = in.string();
            case 55 -> this.address1Country = in.string();
            case 56 -> this.address1Composite = in.string();
            case 57 -> this.address1Latitude = in.float64();
            case 58 -> this.address1Longitude = in.float64();
            case 59 -> this.description = in.string();
            default -> super.read(member, in);
        }
    }

    @Override
    protected Object value(int member) {
        return switch (member) {
            case 0 -> this.accountid;
            case 1 -> this.name;
            case 2 -> this.accountnumber;
            case 3 -> this.statecode;
            case 4 -> this.statuscode;
            case 5 -> this.accountcategorycode;
            case 6 -> this.industrycode;
            case 7 -> this.owneridValue;
            case 8 -> this.owningbusinessunitValue;
            case 9 -> this.owninguserValue;
            case 10 -> this.transactioncurrencyidValue;
            case 11 -> this.telephone1;
            case 12 -> this.telephone2;
            case 13 -> this.fax;
            case 14 -> this.emailaddress1;
            case 15 -> this.emailaddress2;
            case 16 -> this.websiteurl;
            case 17 -> this.tickersymbol;
            case 18 -> this.revenue;
            case 19 -> this.revenueBase;
            case 20 -> this.creditlimit;
            case 21 -> this.creditlimitBase;
            case 22 -> this.marketcap;
            case 23 -> this.marketcapBase;
            case 24 -> this.exchangerate;
            case 25 -> this.ownershipcode;
            case 26 -> this.customertypecode;
            case 27 -> this.accountratingcode;
            case 28 -> this.preferredcontactmethodcode;
            case 29 -> this.paymenttermscode;
            case 30 -> this.numberofemployees;
            case 31 -> this.timezoneruleversionnumber;
            case 32 -> this.versionnumber;
            case 33 -> this.createdon;
            case 34 -> this.modifiedon;
            case 35 -> this.overriddencreatedon;
            case 36 -> this.lastusedincampaign;
            case 37 -> this.createdbyValue;
            case 38 -> this.modifiedbyValue;
            case 39 -> this.primarycontactidValue;
            case 40 -> this.parentaccountidValue;
            case 41 -> this.donotphone;
            case 42 -> this.donotemail;
            case 43 -> this.donotfax;
            case 44 -> this.donotpostalmail;
            case 45 -> this.creditonhold;
            case 46 -> this.followemail;
            case 47 -> this.address1Addressid;
            case 48 -> this.address1Name;
            case 49 -> this.address1Line1;
            case 50 -> this.address1Line2;
            case 51 -> this.address1City;
            case 52 -> this.address1County;
            case 53 -> this.address1Stateorprovince;
            case 54 -> this.address1Postalcode;
            case 55 -> this.address1Country;
            case 56 -> this.address1Composite;
            case 57 -> this.address1Latitude;
            case 58 -> this.address1Longitude;
            case 59 -> this.description;
            default -> super.value(member);
        };
    }
}
