package golden.shop;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.json.JsonObject;
import dev.lathe.runtime.json.JsonReader;
import dev.lathe.runtime.json.ObjectType;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Schema NoteOrderRequest.
 * <p>Spec: shop.yaml#/paths/~1orders~1&#123;orderId&#125;/post/requestBody/content/application~1x-www-form-urlencoded/schema
 */
@Generated("dev.lathe.processor.emit.ObjectEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public class NoteOrderRequest extends JsonObject {
    /**
     * How values of this class are read and written.
     */
    public static final ObjectType<NoteOrderRequest> TYPE = ObjectType.<NoteOrderRequest>of(new NoteOrderRequest(), "NoteOrderRequest",
            "text");

    private @Nullable String text;

    /**
     * Creates an empty value: every member is absent.
     */
    public NoteOrderRequest() {
    }

    /**
     * {@code text}.
     * <p>Spec: shop.yaml#/paths/~1orders~1&#123;orderId&#125;/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/text
     */
    public @Nullable String getText() {
        return this.text;
    }

    /**
     * Sets {@code text}; null is sent as null.
     * @see #getText()
     */
    public NoteOrderRequest setText(@Nullable String text) {
        this.text = text;
        changed(0);
        return this;
    }

    @Override
    protected ObjectType<?> type() {
        return TYPE;
    }

    @Override
    protected JsonObject create() {
        return new NoteOrderRequest();
    }

    @Override
    protected void read(int member, JsonReader in) {
        switch (member) {
            case 0 -> this.text = in.string();
            default -> super.read(member, in);
        }
    }

    @Override
    protected @Nullable Object value(int member) {
        return switch (member) {
            case 0 -> this.text;
            default -> super.value(member);
        };
    }
}
