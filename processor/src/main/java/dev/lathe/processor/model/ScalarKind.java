package dev.lathe.processor.model;

/** The single values of both document languages, by their wire form and range. */
public enum ScalarKind {
    STRING,
    BOOLEAN,
    /** Signed 8 bits ({@code Edm.SByte}). */
    INT8,
    /** Unsigned 8 bits ({@code Edm.Byte}). */
    UINT8,
    INT16,
    INT32,
    INT64,
    /** Any integer ({@code type: integer} with a format of its own size, or bounds beyond 64 bits). */
    INTEGER,
    FLOAT,
    DOUBLE,
    /** Exact decimal ({@code Edm.Decimal}, {@code format: decimal}, plain {@code type: number}). */
    DECIMAL,
    /** A decimal number that the server writes as a string, or as either. */
    STRING_DECIMAL,
    /** A 64-bit integer that the server writes as a string, or as either. */
    STRING_INT64,
    /** {@code 2024-05-31}. */
    DATE,
    /** RFC 3339 with an offset. */
    DATE_TIME,
    /** {@code 13:45:00.5}. */
    TIME_OF_DAY,
    /** ISO 8601 duration. */
    DURATION,
    /** An integer of milliseconds since 1970-01-01T00:00:00Z. */
    EPOCH_MILLIS,
    UUID,
    /** Base64 string; URL-safe and padded or not on reading. */
    BASE64,
    /** The URL-safe alphabet without padding, as {@code Edm.Binary} is written (OData JSON 4.01, section 7.1). */
    BASE64URL,
    URI,
    /** GeoJSON for a shape on the earth ({@code Edm.Geography} and its kin). */
    GEOGRAPHY,
    /** GeoJSON for a shape in a plane ({@code Edm.Geometry} and its kin). */
    GEOMETRY
}
