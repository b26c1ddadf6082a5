package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;

/** A value in Java: its type, and how generated code names the runtime's reader and writer of it. */
public sealed interface ValuePlan {

    /** Boxed Java type. */
    TypeName java();

    /** Whether the Java type alone tells the wire form. */
    boolean plain();

    /** A single JSON value, or any. */
    record Scalar(ScalarPlan scalar) implements ValuePlan {
        @Override
        public TypeName java() {
            return scalar.java();
        }

        @Override
        public boolean plain() {
            return scalar.plain();
        }
    }

    /** A generated class; its constant {@code TYPE} reads and writes it. */
    record Declared(ClassName java) implements ValuePlan {
        @Override
        public boolean plain() {
            return true;
        }
    }

    /**
     * A JSON array.
     *
     * @param element Java type of an item, annotated where items may be null
     */
    record Listed(ValuePlan item, TypeName element) implements ValuePlan {
        @Override
        public TypeName java() {
            return ParameterizedTypeName.get(ClassName.get(List.class), element);
        }

        @Override
        public boolean plain() {
            return item.plain();
        }
    }

    /**
     * A JSON object with free member names.
     *
     * @param element Java type of a value, annotated where values may be null
     */
    record Mapped(ValuePlan value, TypeName element) implements ValuePlan {
        @Override
        public TypeName java() {
            return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), element);
        }

        @Override
        public boolean plain() {
            return value.plain();
        }
    }

    /** Bytes outside of JSON. */
    record Streamed() implements ValuePlan {
        @Override
        public TypeName java() {
            return ClassName.get(java.io.InputStream.class);
        }

        @Override
        public boolean plain() {
            return true;
        }
    }
}
