package dev.lathe.runtime;

import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.JsonType;
import dev.lathe.runtime.json.JsonValue;
import dev.lathe.runtime.json.JsonWriter;
import dev.lathe.runtime.paging.Page;
import dev.lathe.runtime.paging.PageSource;
import dev.lathe.runtime.paging.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Fetches the pages of a call, by number, offset or cursor. Thread-safe: each page is a call of its own. */
final class PagedCall<T> implements PageSource<T> {

    private final Call call;
    private final Paging paging;
    private final AnswerType answerType;
    private final long first;
    private final OptionalLong asked;

    /**
     * @param call not to be changed by anybody any more
     */
    PagedCall(Call call, Paging paging, JsonType<T> item) {
        this.call = call;
        this.paging = paging;
        this.answerType = new AnswerType(item.list());
        this.asked = number(paging.size(), 1);
        this.first = number(paging.page(), 0).orElse(paging.first());
    }

    private OptionalLong number(String parameter, long least) {
        Object value = parameter.isEmpty() ? null : call.queryValue(parameter);
        if (!(value instanceof Number number)) {
            return OptionalLong.empty();
        }
        if (number.longValue() < least) {
            throw new IllegalArgumentException(
                    "The parameter '" + parameter + "' is at least " + least + ", not " + number + ".");
        }
        return OptionalLong.of(number.longValue());
    }

    @Override
    public Page<T> fetch(@Nullable String next, @Nullable Page<T> before) {
        Call copy = call.copy();
        if (paging.style() == Paging.Style.CURSOR) {
            if (next != null) {
                copy.query(paging.page(), next);
            }
            Answer answer = copy.read(answerType);
            long number = before == null ? 0 : before.number() + 1;
            return Page.of(answer.items, number, answer.total, answer.next.isEmpty() ? null : answer.next);
        }
        Position position = next == null ? new Position(first, -1) : Position.parse(next);
        Answer answer = copy.query(paging.page(), position.page()).read(answerType);
        return Page.of(answer.items, position.page(), answer.total, following(position, answer));
    }

    /**
     * Where a page stands: {@code 3}, or {@code 3+2000} when it is known how many items came before it.
     *
     * @param page number or offset
     * @param seen -1 when it is not known
     */
    private record Position(long page, long seen) {

        static Position parse(String next) {
            int plus = next.indexOf('+');
            return plus < 0
                    ? new Position(Long.parseLong(next), -1)
                    : new Position(Long.parseLong(next.substring(0, plus)), Long.parseLong(next.substring(plus + 1)));
        }

        @Override
        public String toString() {
            return page + "+" + seen;
        }
    }

    private @Nullable String following(Position position, Answer answer) {
        int count = answer.items.size();
        boolean byNumber = paging.style() == Paging.Style.PAGE_NUMBER;
        OptionalLong size = answer.size.isPresent() ? answer.size : asked;
        if (count == 0 || (!answer.wrapped && size.isPresent() && count > size.getAsLong())) {
            return null; // the end; or a service that does not page here and has sent everything at once
        }
        long seen = position.seen();
        if (seen < 0) {
            seen = byNumber
                    ? (position.page() - paging.first()) * Math.max(size.orElse(count), count)
                    : position.page();
        }
        seen += count;
        // A service may hand out less than it was asked for: where it tells the total, what counts is how far we are.
        boolean last = answer.total.isPresent()
                ? seen >= answer.total.getAsLong()
                : size.isPresent() && count < size.getAsLong();
        return last ? null : new Position(byNumber ? position.page() + 1 : position.page() + count, seen).toString();
    }

    /** What one answer holds. */
    private final class Answer {
        private List<T> items = List.of();
        private OptionalLong total = OptionalLong.empty();
        private OptionalLong size = OptionalLong.empty();
        private String next = "";
        private boolean wrapped;
    }

    /** A plain array, or an object around it. */
    private final class AnswerType extends JsonType<Answer> {

        private final JsonType<List<T>> items;

        AnswerType(JsonType<List<T>> items) {
            this.items = items;
        }

        @Override
        public Answer read(JsonReader in) {
            Answer answer = new Answer();
            if (in.kind() == JsonValue.Kind.OBJECT) {
                answer.wrapped = true;
                in.startObject();
                for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                    member(answer, name, in);
                }
            } else {
                answer.items = itemsOf(in);
            }
            return answer;
        }

        private void member(Answer answer, String name, JsonReader in) {
            if (name.equals(paging.items())) {
                answer.items = itemsOf(in);
            } else if (name.equals(paging.total())) {
                answer.total = count(in);
            } else if (name.equals(paging.size())) {
                answer.size = count(in);
            } else if (name.equals(paging.next())) {
                String cursor = in.string();
                answer.next = cursor == null ? "" : cursor;
            } else {
                in.skip();
            }
        }

        private List<T> itemsOf(JsonReader in) {
            List<T> read = items.read(in);
            return read == null ? new ArrayList<>() : read;
        }

        private OptionalLong count(JsonReader in) {
            Long count = in.int64();
            return count == null || count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
        }

        @Override
        public void write(JsonWriter out, Answer value) {
            throw new UnsupportedOperationException("a page is only read");
        }
    }
}
