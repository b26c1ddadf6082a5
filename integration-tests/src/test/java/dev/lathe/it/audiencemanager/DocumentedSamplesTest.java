package dev.lathe.it.audiencemanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.audiencemanager.Category;
import dev.lathe.audiencemanager.CustomerTraitType;
import dev.lathe.audiencemanager.DataSource;
import dev.lathe.audiencemanager.DerivedSignal;
import dev.lathe.audiencemanager.Destination;
import dev.lathe.audiencemanager.Folder;
import dev.lathe.audiencemanager.Group;
import dev.lathe.audiencemanager.Mapping;
import dev.lathe.audiencemanager.Model;
import dev.lathe.audiencemanager.OutboundJob;
import dev.lathe.audiencemanager.PartnerSite;
import dev.lathe.audiencemanager.PermissionObject;
import dev.lathe.audiencemanager.Plan;
import dev.lathe.audiencemanager.Region;
import dev.lathe.audiencemanager.RunStat;
import dev.lathe.audiencemanager.Trait;
import dev.lathe.audiencemanager.User;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects with the values that Adobe's documentation shows: all of it is read, and written back as it came. */
class DocumentedSamplesTest {

    /** The complete data source of "Getting Started with REST APIs". */
    private static final String DATA_SOURCE = """
            {'pid': 1794, 'name': 'testdatasource1', 'description': 'Test data source', 'status': 'ACTIVE',
             'integrationCode': 'test_ds1', 'dataExportRestrictions': [], 'updateTime': 1595340792000, 'crUID': 0,
             'upUID': 15910, 'linkNamespace': false, 'type': 'GENERAL', 'subIdType': 'CROSS_DEVICE_PERSON',
             'inboundS2S': true, 'outboundS2S': true, 'useAudienceManagerVisitorID': false, 'allowDataSharing': true,
             'masterDataSourceIdProvider': true, 'uniqueTraitIntegrationCodes': false,
             'uniqueSegmentIntegrationCodes': false, 'marketingCloudVisitorIdVersion': 0, 'idType': 'CROSS_DEVICE',
             'samplingEndTime': 1596550392825, 'allowDeviceGraphSharing': false, 'supportsAuthenticatedProfile': true,
             'deviceGraph': false, 'authenticatedProfileName': 'testdatasource1', 'deviceGraphName': '',
             'customNamespaceId': 29769, 'customNamespaceCode': 'silviu_ds1',
             'customerProfileDataRetention': 62208000, 'samplingStartTime': 1595340792825, 'dataSourceId': 29769,
             'containerIds': [], 'samplingEnabled': false}""";

    static Stream<Arguments> samples() {
        return Stream.of(
                sample("data source", DataSource.TYPE, DATA_SOURCE),
                sample("data source with a restriction", DataSource.TYPE, """
                        {'pid': 1794, 'name': 'AAM Test Company Audiences', 'status': 'ACTIVE',
                         'integrationCode': 'adobe-provided', 'dataExportRestrictions': ['PII']}"""),
                sample("trait of a model", Trait.TYPE, """
                        {'sid': 914, 'pid': 1, 'name': 'sample rule', 'description': null, 'traitType':
                         'RULE_BASED_TRAIT', 'type': 1, 'traitRule': 'product==12', 'traitRuleVersion': 0, 'ttl': 0,
                         'dataSourceId': 3, 'folderId': 10, 'crUID': 3, 'upUID': 3, 'createTime': 1346790825000,
                         'updateTime': 1346790825000, 'uniques7Day': 213930, 'count7Day': 657, 'weight': 67, 'rank': 1}"""),
                sample("trait of 2012, with a number for its type", Trait.TYPE, """
                        {'sid': 914, 'traitType': 3, 'status': 'active'}"""),
                sample("trait type", CustomerTraitType.TYPE, """
                        {'pixelType': 34, 'pid': 1099, 'name': 'Custom type', 'description': null, 'crUID': 694,
                         'upUID': 694, 'createTime': 1358297352000, 'updateTime': 1358297352000}"""),
                sample("folder", Folder.TYPE, """
                        {'folderId': 0, 'parentFolderId': 0, 'name': 'All Traits', 'subFolders': [
                         {'folderId': 5, 'parentFolderId': 0, 'name': 'Blog Post Reader', 'subFolders': [],
                          'folderCount': 0}]}"""),
                sample("URL destination", Destination.TYPE, """
                        {'destinationId': 4033, 'pid': 1099, 'name': 'd', 'description': '', 'destinationType': 'PUSH',
                         'status': 'ACTIVE', 'dataSourceId': null, 'startDate': null, 'endDate': null, 'createTime':
                         1338937116000, 'updateTime': 1338937116000, 'crUID': 694, 'upUID': 694, 'domainRestrictions':
                         'all_domains', 'tagType': 0, 'serializationEnabled': true, 'urlFormatString':
                         'http://a.example/send?data=%ALIAS%', 'secureUrlFormatString': null, 'delimiter': ',',
                         'mappings': null}"""),
                sample("cookie destination", Destination.TYPE, """
                        {'destinationId': 4034, 'destinationType': 'ADS', 'status': 1, 'cookieName': 'adobe',
                         'cnameDomain': 'adobe.com', 'maxSize': 2048, 'ttl': 0, 'siteIDs': [312], 'formatType':
                         'single_key', 'singleKey': 'key', 'keySeparator': '=', 'valueSeparator': ',',
                         'serializationSeparator': '#', 'transferMethod': 0, 'uparamEnabled': false,
                         'domainRestrictions': 'ALL_DOMAINS'}"""),
                sample("mapping", Mapping.TYPE, """
                        {'destinationMappingId': 14395, 'destinationId': 4033, 'sid': 87723, 'traitType': 'SEGMENT',
                         'traitValue': 0, 'elementName': 'n', 'elementDescription': 'd', 'elementStatus': 'active',
                         'startDate': '2012-07-04', 'endDate': null, 'priority': 1, 'url': 'https://adobe.com',
                         'secureUrl': null, 'tagCode': null, 'secureTagCode': null, 'traitAlias': '123', 'valueAlias':
                         null, 'createTime': 1338940094000, 'updateTime': 1338940094000, 'crUID': 694, 'upUID': 694}"""),
                sample("model", Model.TYPE, """
                        {'algoModelId': 1394, 'pid': 1099, 'name': 'm', 'description': '', 'dataSources':
                         [11212, 33421], 'sid': 4324, 'algoTypeId': 1, 'lookBackPeriod': 60, 'status': 'ACTIVE',
                         'excludedTraits': [110, 111], 'intervalSeconds': 604800, 'baselineTraitType': 'SEGMENT',
                         'lastRunStatus': 2, 'lastRunTimestamp': 1431445691000, 'lastSuccessfulRunTimestamp': null,
                         'algoModelVersion': 0, 'createTime': 1346092322000, 'updateTime': 1346092322000, 'crUID': 3,
                         'upUID': 3}"""),
                sample("model of 2012", Model.TYPE, """
                        {'algoModelId': 1394, 'status': 1, 'baselineTraitType': 3, 'processingStatus': 0,
                         'latestRunTS': 10000}"""),
                sample("statistics of a run", RunStat.TYPE, "{'AccuracyValue': 0.12, 'ReachValue': 23232}"),
                sample("outbound job", OutboundJob.TYPE, """
                        {'pushID': 1, 'orderID': 4033, 'dataProviderID': 2, 'syncType': 1, 'fullPublish': true,
                         'receivedRecords': 10, 'attemptedRecords': 10, 'successRecords': 9, 'startTime':
                         1403034473000, 'endTime': 1403034473000, 'dataFileName': 'f', 'success': true}"""),
                sample("partner site", PartnerSite.TYPE, "{'pid': 1111, 'siteId': 111, 'url': 'example1.com'}"),
                sample("category", Category.TYPE, """
                        {'categoryID': 1, 'parentCategoryID': 0, 'name': 'Automotive', 'description': 'Automotive',
                         'crUID': 158, 'upUID': 158}"""),
                sample("derived signal", DerivedSignal.TYPE, """
                        {'derivedSignalId': 507, 'sourceKey': 'a', 'sourceValue': 'b', 'targetKey': 'c', 'targetValue':
                         'd', 'createTime': 1319752831000, 'updateTime': 1319752831000}"""),
                sample("region", Region.TYPE, """
                        {'regionId': 6, 'location': 'Ireland', 'host': 'irl1.demdex.net', 'code': 'IRL1', 'status':
                         'ACTIVE', 'createTime': 0, 'updateTime': 0, 'crUID': 0, 'upUID': 0}"""),
                sample("user", User.TYPE, """
                        {'userId': 5, 'pid': 1099, 'username': 'u', 'status': 'LOCKED', 'firstName': 'f', 'lastName':
                         'l', 'email': 'e@a.example', 'title': null, 'phoneNumber': null, 'groups': [1, 2], 'isAdmin':
                         true}"""),
                sample("group", Group.TYPE, """
                        {'groupId': 5, 'pid': 1099, 'name': 'g', 'description': null, 'membershipCount': 2,
                         'wildcards': ['VIEW_ALL_SEGMENTS'], 'users': [7]}"""),
                sample("permissions", PermissionObject.TYPE, """
                        {'objectId': 563, 'objectType': 'SEGMENT', 'permissions': ['READ', 'MAP_TO_MODELS']}"""),
                sample("plan of a data feed", Plan.TYPE, """
                        {'planId': 1, 'dataSourceId': 2, 'description': 'd', 'useCase': ['SEGMENTS_AND_OVERLAP'],
                         'status': 'ACTIVE', 'billingCycle': 'MONTHLY_IN_ARREARS', 'billingUnit': 'FIXED', 'price':
                         1.5, 'createTime': 1338940094000, 'updateTime': 1338940094000, 'crUID': 1, 'upUID': 1}"""));
    }

    private static Arguments sample(String name, JsonType<? extends JsonObject> type, String json) {
        return Arguments.of(name, type, json.replace('\'', '"'));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void nothingIsLost(String name, JsonType<JsonObject> type, String json) {
        JsonObject read = type.parse(json);

        assertThat(plain(JsonValue.parse(type.toJson(read)))).isEqualTo(plain(JsonValue.parse(json)));
        assertThat(read.unknownMembers()).as("every member has a getter").isEmpty();
        assertThat(read.hasChanges()).isFalse();
    }

    /** Without the order of members, and numbers by their value; a number in quotes is another value. */
    private static Object plain(JsonValue value) {
        return switch (value.kind()) {
            case OBJECT ->
                value.members().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, member -> plain(member.getKey(), member.getValue())));
            case ARRAY ->
                value.elements().stream().map(DocumentedSamplesTest::plain).toList();
            case NUMBER -> value.asDecimal().stripTrailingZeros();
            case STRING -> value.asString();
            default -> value;
        };
    }

    /** The documentation quotes these two numbers in requests and not in answers: they are written as requests have them. */
    private static Object plain(String member, JsonValue value) {
        boolean quotedInRequests = member.equals("maxSize") || member.equals("ttl");
        return quotedInRequests ? new BigDecimal(value.asString()) : plain(value);
    }

    @Test
    void valuesHaveTheirJavaTypes() {
        DataSource source = DataSource.TYPE.parse(DATA_SOURCE.replace('\'', '"'));

        assertThat(source.getUpdateTime()).isEqualTo(Instant.ofEpochMilli(1_595_340_792_000L));
        assertThat(source.getSamplingEndTime()).isEqualTo(Instant.ofEpochMilli(1_596_550_392_825L));
        assertThat(source.getDataSourceId()).isEqualTo(29_769L);
    }

    @Test
    void numbersAndFlagsInQuotesAreReadAndWrittenAsDocumented() {
        Destination cookie = Destination.TYPE.parse("{\"maxSize\":\"2048\",\"ttl\":0}");
        User user = User.TYPE.parse("{\"isAdmin\":\"false\",\"userId\":\"5\"}");

        assertThat(cookie.getMaxSize()).isEqualTo(2_048L);
        assertThat(cookie.getTtl()).isZero();
        assertThat(Destination.TYPE.toJson(cookie)).isEqualTo("{\"maxSize\":\"2048\",\"ttl\":\"0\"}");
        assertThat(user.getUserId()).isEqualTo(5L);
        assertThat(user.getIsAdmin()).isFalse();
        assertThat(cookie.hasChanges()).isFalse();
    }

    @Test
    void namesThatOtherSourcesUseAreReadToo() {
        User user = User.TYPE.parse("{\"uid\":5,\"admin\":\"true\"}");
        Mapping mapping = Mapping.TYPE.parse("{\"mappingId\":65334,\"orderId\":9}");
        PermissionObject quoted = PermissionObject.TYPE.parse("{\"objectId\":\"563\"}");

        assertThat(user.getUserId()).isEqualTo(5L);
        assertThat(user.getIsAdmin()).isTrue();
        assertThat(mapping.getDestinationMappingId()).isEqualTo(65_334L);
        assertThat(mapping.getDestinationId()).isEqualTo(9L);
        assertThat(quoted.getObjectId()).isEqualTo(563L);
    }
}
