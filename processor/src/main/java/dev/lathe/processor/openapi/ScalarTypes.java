package dev.lathe.processor.openapi;

import dev.lathe.processor.model.ScalarKind;
import java.math.BigDecimal;

/** The kind of a single value, by its type and format. A format that is not known counts as none. */
final class ScalarTypes {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private ScalarTypes() {}

    static ScalarKind string(SchemaAt schema) {
        return switch (schema.format()) {
            case "date" -> ScalarKind.DATE;
            case "date-time", "datetime" -> ScalarKind.DATE_TIME;
            case "partial-time", "time-local" -> ScalarKind.TIME_OF_DAY;
            case "duration" -> ScalarKind.DURATION;
            case "uuid" -> ScalarKind.UUID;
            case "uri" -> ScalarKind.URI;
            case "byte", "base64" -> ScalarKind.BASE64;
            case "base64url" -> ScalarKind.BASE64URL;
            case "decimal" -> ScalarKind.STRING_DECIMAL;
            case "int64" -> ScalarKind.STRING_INT64;
            default -> encoded(schema);
        };
    }

    private static ScalarKind encoded(SchemaAt schema) {
        return switch (schema.extension("contentEncoding")) {
            case "base64" -> ScalarKind.BASE64;
            case "base64url" -> ScalarKind.BASE64URL;
            default -> ScalarKind.STRING;
        };
    }

    static ScalarKind integer(SchemaAt schema) {
        ScalarKind byFormat = switch (schema.format()) {
            case "int8" -> ScalarKind.INT8;
            case "uint8" -> ScalarKind.UINT8;
            case "int16" -> ScalarKind.INT16;
            case "int32", "uint16" -> ScalarKind.INT32;
            case "uint64", "int128", "uint128", "bigint", "big-integer", "biginteger" -> ScalarKind.INTEGER;
            default -> ScalarKind.INT64;
        };
        return byFormat == ScalarKind.INT64 && exceedsLong(schema) ? ScalarKind.INTEGER : byFormat;
    }

    private static boolean exceedsLong(SchemaAt schema) {
        return bound(schema, "maximum").compareTo(GREATEST) > 0
                || bound(schema, "minimum").compareTo(LEAST) < 0;
    }

    private static BigDecimal bound(SchemaAt schema, String member) {
        var bound = schema.node().path(member);
        return bound.isNumber() ? bound.decimalValue() : BigDecimal.ZERO;
    }

    static ScalarKind number(SchemaAt schema) {
        return switch (schema.format()) {
            case "float" -> ScalarKind.FLOAT;
            case "double" -> ScalarKind.DOUBLE;
            case "int32" -> ScalarKind.INT32;
            case "int64" -> ScalarKind.INT64;
            default -> ScalarKind.DECIMAL;
        };
    }

    /** Bytes as they are, where a body or a part holds nothing else. */
    static boolean isBinary(SchemaAt schema) {
        return schema.isType("file")
                || (schema.isType("string") && schema.format().equals("binary"))
                || (!schema.extension("contentMediaType").isEmpty()
                        && schema.extension("contentEncoding").isEmpty()
                        && (schema.types().isEmpty() || schema.isType("string")));
    }
}
