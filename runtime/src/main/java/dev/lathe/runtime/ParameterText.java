package dev.lathe.runtime;

import dev.lathe.runtime.http.ParamStyle;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.OpenEnum;
import dev.lathe.runtime.json.UnionCase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Spells parameters (OpenAPI 3.1, section 4.8.12; RFC 6570). */
final class ParameterText {

    private ParameterText() {}

    /** The value's text in a path, with the prefix that label and matrix bring along. */
    static String path(Parameter parameter) {
        Object value = plain(parameter.value());
        String name = Percent.encode(parameter.name());
        boolean explode = parameter.explode();
        UnaryOperator<String> encode = parameter.allowReserved() ? Percent::encodePath : Percent::encode;
        return switch (parameter.style()) {
            case LABEL -> "." + joined(value, explode ? "." : ",", explode, encode);
            case MATRIX -> matrix(name, value, explode, encode);
            case JSON -> encode.apply(SentJson.text(parameter.value()));
            default -> joined(value, delimiter(parameter.style()), explode, encode);
        };
    }

    private static String matrix(String name, @Nullable Object value, boolean explode, UnaryOperator<String> encode) {
        if (explode && value instanceof List<?> list) {
            StringBuilder all = new StringBuilder();
            list.forEach(item -> all.append(matrix(name, encode.apply(single(item)))));
            return all.toString();
        }
        if (explode && value instanceof Map<?, ?> map) {
            StringBuilder all = new StringBuilder();
            map.forEach(
                    (key, item) -> all.append(matrix(encode.apply(String.valueOf(key)), encode.apply(single(item)))));
            return all.toString();
        }
        return matrix(name, joined(value, ",", false, encode));
    }

    /** RFC 6570, section 3.2.7: a value that is empty has no equals sign. */
    private static String matrix(String name, String value) {
        return ";" + name + (value.isEmpty() ? "" : "=" + value);
    }

    /** {@code name=value} pairs for a query or a form, encoded; none for an empty list or object. */
    static List<String> pairs(Parameter parameter) {
        UnaryOperator<String> encode = parameter.allowReserved() ? Percent::encodeReserved : Percent::encode;
        Pairs encoded = new Pairs(Percent::encodeName, encode, delimiter(parameter.style()), parameter.explode());
        encoded.add(parameter.name(), parameter.value(), parameter.style());
        List<String> pairs = new ArrayList<>(encoded.all.size());
        encoded.all.forEach(pair -> pairs.add(pair.getKey() + "=" + pair.getValue()));
        return pairs;
    }

    /** Names and values as those of a query, but not encoded. */
    static List<Map.Entry<String, String>> plainPairs(String name, Object value, ParamStyle style, boolean explode) {
        Pairs plain = new Pairs(UnaryOperator.identity(), UnaryOperator.identity(), inHeader(style), explode);
        plain.add(name, value, style);
        return plain.all;
    }

    /** Collects names and values. */
    private record Pairs(
            UnaryOperator<String> names,
            UnaryOperator<String> values,
            String delimiter,
            boolean explode,
            List<Map.Entry<String, String>> all) {

        Pairs(UnaryOperator<String> names, UnaryOperator<String> values, String delimiter, boolean explode) {
            this(names, values, delimiter, explode, new ArrayList<>(1));
        }

        void add(String name, @Nullable Object value, ParamStyle style) {
            if (style == ParamStyle.JSON) {
                pair(name, SentJson.text(value));
                return;
            }
            Object plain = plain(value);
            if (style == ParamStyle.DEEP_OBJECT) {
                deep(name, plain);
            } else if (plain instanceof List<?> list) {
                list(name, list);
            } else if (plain instanceof Map<?, ?> map) {
                object(name, map);
            } else {
                pair(name, single(plain));
            }
        }

        private void pair(String name, String value) {
            all.add(Map.entry(names.apply(name), values.apply(value)));
        }

        private void list(String name, List<?> list) {
            if (explode) {
                list.forEach(item -> pair(name, single(item)));
            } else if (!list.isEmpty()) {
                all.add(Map.entry(names.apply(name), joined(list, delimiter, false, values)));
            }
        }

        /**
         * The standard leaves lists within open (version 3.1.1, section 4.8.12.4). In a query of its own such a member
         * would be repeated, which is also how servers bind it.
         */
        private void object(String name, Map<?, ?> map) {
            if (explode) {
                map.forEach((key, item) -> member(String.valueOf(key), item));
            } else if (!map.isEmpty()) {
                all.add(Map.entry(names.apply(name), joined(map, delimiter, false, values)));
            }
        }

        private void member(String name, @Nullable Object value) {
            if (value instanceof List<?> list) {
                list(name, list);
            } else {
                pair(name, single(value));
            }
        }

        private void deep(String name, @Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, item) -> deep(name + "[" + key + "]", item));
            } else if (value instanceof List<?> list) {
                deep(name, list);
            } else {
                pair(name, single(value));
            }
        }

        /**
         * The standard leaves lists open (version 3.1.1, section 4.8.12.4). Servers that read brackets (PHP, Rails, qs and
         * Stripe's) know a list by them, so a name that merely comes twice would lose all values but one.
         */
        private void deep(String name, List<?> list) {
            boolean nested = list.stream().anyMatch(item -> item instanceof Map || item instanceof List);
            for (int i = 0; i < list.size(); i++) {
                deep(name + (nested ? "[" + i + "]" : "[]"), list.get(i));
            }
        }
    }

    /** The value's text in a header: not encoded. */
    static String header(Parameter parameter) {
        return parameter.style() == ParamStyle.JSON
                ? SentJson.text(parameter.value())
                : joined(
                        plain(parameter.value()),
                        inHeader(parameter.style()),
                        parameter.explode(),
                        UnaryOperator.identity());
    }

    /** The text of a single value, not encoded: of an object or a list its JSON. */
    static String text(@Nullable Object value) {
        return single(plain(value));
    }

    /** Swagger 2.0 has the delimiters of a query in headers too, where nothing is encoded. */
    private static String inHeader(ParamStyle style) {
        return switch (style) {
            case SPACE_DELIMITED -> " ";
            case PIPE_DELIMITED -> "|";
            case TAB_DELIMITED -> "\t";
            default -> ",";
        };
    }

    private static String delimiter(ParamStyle style) {
        return switch (style) {
            case SPACE_DELIMITED -> "%20";
            case PIPE_DELIMITED -> "%7C";
            case TAB_DELIMITED -> "%09";
            default -> ",";
        };
    }

    private static String joined(
            @Nullable Object value, String delimiter, boolean pairs, UnaryOperator<String> encode) {
        List<String> parts = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> parts.add(encode.apply(single(item))));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> {
                String name = encode.apply(String.valueOf(key));
                String text = encode.apply(single(item));
                if (pairs) {
                    parts.add(name + "=" + text);
                } else {
                    parts.add(name);
                    parts.add(text);
                }
            });
        } else {
            return encode.apply(single(value));
        }
        return String.join(delimiter, parts);
    }

    /** Lists as {@link List}, objects as {@link Map}, the rest as it is. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof UnionCase union) {
            return plain(union.value());
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        if (value instanceof JsonObject object) {
            return plain(JsonValue.parse(SentJson.text(object)));
        }
        if (value instanceof JsonValue json) {
            return switch (json.kind()) {
                case OBJECT -> plain(json.members());
                case ARRAY -> plain(json.elements());
                default -> json;
            };
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> members = new LinkedHashMap<>();
            map.forEach((key, item) -> {
                Object member = plain(item);
                if (!isNull(member)) {
                    members.put(text(key), member);
                }
            });
            return members;
        }
        if (value instanceof Iterable<?> items) {
            List<@Nullable Object> list = new ArrayList<>();
            items.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (value instanceof Object[] array) {
            return plain(Arrays.asList(array));
        }
        return value;
    }

    private static boolean isNull(@Nullable Object value) {
        return value == null || (value instanceof JsonValue json && json.isNull());
    }

    private static String single(@Nullable Object value) {
        if (isNull(value)) {
            return "";
        }
        if (value instanceof OpenEnum constant) {
            return constant.value();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof OffsetDateTime time) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        }
        if (value instanceof Instant instant) {
            return DateTimeFormatter.ISO_INSTANT.format(instant);
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (value instanceof JsonValue json) {
            return json.asString();
        }
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            return SentJson.text(value);
        }
        return String.valueOf(value);
    }
}
