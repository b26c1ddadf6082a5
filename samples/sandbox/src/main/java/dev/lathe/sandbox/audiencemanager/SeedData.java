package dev.lathe.sandbox.audiencemanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A data set as an advertiser might have it. Everything follows from running numbers, so that the same count gives
 * the same objects on every machine.
 */
final class SeedData {

    private static final List<String> SOURCES = List.of(
            "Web site analytics",
            "Mobile app events",
            "Loyalty programme",
            "Call centre records",
            "Newsletter clicks",
            "Store purchases",
            "Booking engine",
            "Survey answers");
    private static final List<String> CATEGORIES = List.of(
            "Automotive",
            "Travel",
            "Electronics",
            "Fashion",
            "Groceries",
            "Insurance",
            "Banking",
            "Furniture",
            "Sports",
            "Books",
            "Gaming",
            "Beauty",
            "Energy",
            "Telecom");
    private static final List<String> BEHAVIOURS = List.of(
            "buyers",
            "cart abandoners",
            "page viewers",
            "newsletter readers",
            "price comparers",
            "repeat customers",
            "first-time visitors",
            "reviewers",
            "coupon users",
            "app users");
    private static final List<String> REGIONS = List.of(
            "France",
            "Germany",
            "Spain",
            "Italy",
            "Poland",
            "Sweden",
            "Portugal",
            "Belgium",
            "Austria",
            "Ireland",
            "Denmark",
            "Finland");
    private static final List<Integer> WINDOWS = List.of(7, 30, 60, 90);
    private static final long EPOCH = Instant.parse("2024-01-15T08:00:00Z").toEpochMilli();
    private static final int TRAITS = CATEGORIES.size() * BEHAVIOURS.size() * REGIONS.size();

    private final Shelves shelves;
    private final List<Integer> sources = new ArrayList<>();
    private final List<Integer> traitFolders = new ArrayList<>();
    private final List<Integer> segmentFolders = new ArrayList<>();
    private final List<Integer> traits = new ArrayList<>();
    private int tick;

    private SeedData(Shelves shelves) {
        this.shelves = shelves;
    }

    /** Fills empty shelves with {@code segments} segments and what they are made of. */
    static void fill(Shelves shelves, int segments) {
        if (segments > 0) {
            new SeedData(shelves).fill(segments);
        }
    }

    private void fill(int segments) {
        for (int i = 0; i < SOURCES.size(); i++) {
            ObjectNode source = object("name", SOURCES.get(i));
            source.put("description", "Collected by: " + SOURCES.get(i)).put("integrationCode", "source-" + (i + 1));
            sources.add(store(Kind.DATA_SOURCE, source));
        }
        for (String category : CATEGORIES) {
            traitFolders.add(store(Kind.TRAIT_FOLDER, object("name", category).put("parentFolderId", 0)));
            segmentFolders.add(
                    store(Kind.SEGMENT_FOLDER, object("name", category).put("parentFolderId", 0)));
        }
        int wantedTraits = Math.min(TRAITS, Math.max(segments, 30));
        for (int i = 0; i < wantedTraits; i++) {
            traits.add(trait(i));
        }
        List<Integer> sids = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            sids.add(segment(i));
        }
        destinations(sids);
    }

    private int trait(int number) {
        ObjectNode trait = object("name", subject(number));
        trait.put("description", "Seen as " + subject(number)).put("traitType", "RULE_BASED_TRAIT");
        trait.put("traitRule", "segment_key==" + (number + 1)).put("type", 2).put("categoryId", 1 + number % 6);
        trait.put("dataSourceId", sources.get(number % sources.size()));
        trait.put("folderId", traitFolders.get(number % CATEGORIES.size()));
        trait.put("integrationCode", "trait-" + (number + 1));
        return store(Kind.TRAIT, trait);
    }

    /** Each number below 6,720 has its own category, behaviour, region and window. */
    private int segment(int number) {
        int days = WINDOWS.get(number / TRAITS % WINDOWS.size());
        int wave = number / (TRAITS * WINDOWS.size());
        String name = subject(number % TRAITS) + ", last " + days + " days" + (wave == 0 ? "" : ", wave " + (wave + 1));
        ObjectNode segment = object("name", name);
        if (number % 5 == 0) {
            segment.putNull("description");
        } else {
            segment.put("description", "People who were " + name);
        }
        segment.put("integrationCode", "segment-" + (number + 1)).put("segmentRule", rule(number, days));
        segment.put("folderId", segmentFolders.get(number % CATEGORIES.size()));
        segment.put("dataSourceId", sources.get(number % sources.size()));
        segment.put("status", number % 17 == 16 ? "INACTIVE" : "ACTIVE");
        return store(Kind.SEGMENT, segment);
    }

    private String rule(int number, int days) {
        int first = traits.get(number % traits.size());
        int second = traits.get((number * 31 + 7) % traits.size());
        return switch (number % 3) {
            case 0 -> first + "T";
            case 1 -> first + "T OR " + second + "T";
            default -> "frequency([" + first + "T] <= " + days + "D) >= 2";
        };
    }

    /** Mixed radix: neighbours differ in category, then in region, then in behaviour. */
    private static String subject(int number) {
        String category = CATEGORIES.get(number % CATEGORIES.size());
        String region = REGIONS.get(number / CATEGORIES.size() % REGIONS.size());
        String behaviour = BEHAVIOURS.get(number / (CATEGORIES.size() * REGIONS.size()) % BEHAVIOURS.size());
        return category + " " + behaviour + " in " + region;
    }

    private void destinations(List<Integer> sids) {
        int site = store(Kind.PARTNER_SITE, Replies.NODES.objectNode().put("url", "shop.example"));
        ObjectNode url = object("name", "Banner exchange").put("destinationType", "PUSH");
        url.put("serializationEnabled", true).put("urlFormatString", "http://banner.example/send?data=%ALIAS%");
        url.put("secureUrlFormatString", "https://banner.example/send?data=%ALIAS%")
                .put("delimiter", ",");
        int push = store(Kind.DESTINATION, url);
        ObjectNode cookie = object("name", "Shop personalization").put("destinationType", "ADS");
        cookie.put("cookieName", "shop")
                .put("cnameDomain", "shop.example")
                .put("maxSize", 2048)
                .put("ttl", 0);
        cookie.put("formatType", "single_key")
                .put("singleKey", "seg")
                .put("keySeparator", "=")
                .put("valueSeparator", ",");
        cookie.putArray("siteIDs").add(site);
        int ads = store(Kind.DESTINATION, cookie);
        for (int i = 0; i < sids.size(); i += 10) {
            boolean toPush = i % 20 == 0;
            ObjectNode mapping = Replies.NODES.objectNode().put("destinationId", toPush ? push : ads);
            mapping.put("sid", sids.get(i))
                    .put("traitType", "SEGMENT")
                    .put("startDate", "2024-02-01")
                    .putNull("endDate");
            mapping.put(toPush ? "traitAlias" : "valueAlias", String.valueOf(sids.get(i)));
            mapping.set("elementName", shelves.of(Kind.SEGMENT).get(sids.get(i)).path("name"));
            store(Kind.MAPPING, mapping);
        }
    }

    private static ObjectNode object(String member, String value) {
        return Replies.NODES.objectNode().put(member, value);
    }

    /** Stores an object with the times of a made-up history: one object a minute. */
    private int store(Kind kind, ObjectNode object) {
        ObjectNode created = shelves.of(kind).createUnchecked(object, EPOCH + 60_000L * tick++);
        return created.path(kind.id()).asInt();
    }
}
