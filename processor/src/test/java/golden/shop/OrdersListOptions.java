package golden.shop;

import dev.lathe.runtime.CallOptions;
import dev.lathe.runtime.Generated;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Optional parameters of Orders.list.
 * <p>Spec: shop.yaml#/paths/~1orders/get
 * <p>Not thread-safe; made for one call.
 */
@Generated("dev.lathe.processor.emit.OptionsEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public final class OrdersListOptions extends CallOptions {
    /**
     * For generated code.
     */
    OrdersListOptions() {
    }

    /**
     * {@code pageSize}; null leaves it out.
     * <p>Rows a page.
     * <p>Spec: shop.yaml#/paths/~1orders/get/parameters/1
     */
    public OrdersListOptions pageSize(@Nullable Integer pageSize) {
        query("pageSize", pageSize);
        return this;
    }

    /**
     * {@code status}; null leaves it out.
     * <p>Spec: shop.yaml#/paths/~1orders/get/parameters/2
     */
    public OrdersListOptions status(@Nullable Status status) {
        query("status", status);
        return this;
    }

    /**
     * {@code since}; null leaves it out.
     * <p>Spec: shop.yaml#/paths/~1orders/get/parameters/3
     */
    public OrdersListOptions since(@Nullable Instant since) {
        query("since", since == null ? null : since.toEpochMilli());
        return this;
    }
}
