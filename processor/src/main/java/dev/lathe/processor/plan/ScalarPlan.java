package dev.lathe.processor.plan;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.lathe.processor.model.ScalarKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Java's side of each {@link ScalarKind}; constants share their names with the runtime's {@code Scalars}. */
public enum ScalarPlan {
    STRING(String.class, "string", true),
    BOOLEAN(Boolean.class, "bool", true),
    INT8(Byte.class, "int8", true),
    UINT8(Short.class, "uint8", true),
    INT16(Short.class, "int16", true),
    INT32(Integer.class, "int32", true),
    INT64(Long.class, "int64", true),
    INTEGER(BigInteger.class, "integer", true),
    FLOAT(Float.class, "float32", true),
    DOUBLE(Double.class, "float64", true),
    DECIMAL(BigDecimal.class, "decimal", true),
    STRING_DECIMAL(BigDecimal.class, "stringDecimal", false),
    STRING_INT64(Long.class, "stringInt64", false),
    DATE(LocalDate.class, "date", true),
    DATE_TIME(OffsetDateTime.class, "dateTime", true),
    TIME_OF_DAY(LocalTime.class, "timeOfDay", true),
    DURATION(Duration.class, "duration", true),
    EPOCH_MILLIS(Instant.class, "epochMillis", false),
    UUID(UUID.class, "guid", true),
    BASE64(byte[].class, "base64", false),
    BASE64URL(byte[].class, "base64", true),
    URI(URI.class, "uri", true),
    /** Any JSON value; shapes are kept as such. */
    ANY(null, "any", true);

    private final TypeName java;
    private final String reader;
    private final boolean plain;

    ScalarPlan(@Nullable Class<?> java, String reader, boolean plain) {
        this.java = java == null
                ? RuntimeTypes.JSON_VALUE
                : java.isArray() ? ArrayTypeName.of(byte.class) : ClassName.get(java);
        this.reader = reader;
        this.plain = plain;
    }

    static ScalarPlan of(ScalarKind kind) {
        return kind == ScalarKind.GEOGRAPHY || kind == ScalarKind.GEOMETRY ? ANY : valueOf(kind.name());
    }

    /** Boxed Java type. */
    public TypeName java() {
        return java;
    }

    /** Method of the runtime's {@code JsonReader} that reads it. */
    public String reader() {
        return reader;
    }

    /** Whether the Java type alone tells the wire form, so that the runtime writes it without being told more. */
    public boolean plain() {
        return plain;
    }
}
