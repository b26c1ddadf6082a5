package golden.shop;

import dev.lathe.runtime.ApiClient;
import dev.lathe.runtime.Generated;
import dev.lathe.runtime.paging.Pages;
import dev.lathe.runtime.paging.Paging;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@Generated("dev.lathe.processor.emit.ResourceClientEmitter")
@NullMarked
@SuppressWarnings("deprecation")
final class OrdersClient implements Orders {
    private final ApiClient client;

    OrdersClient(ApiClient client) {
        this.client = client;
    }

    @Override
    public Pages<Order> list(Consumer<OrdersListOptions> options) {
        OrdersListOptions chosen = new OrdersListOptions();
        options.accept(chosen);
        return client.call("GET", "/orders")
                .options(chosen)
                .pages(Paging.pageNumber("page", "pageSize", 0, "list", "total"), Order.TYPE);
    }

    @Override
    public Order create(Order order) {
        return client.call("POST", "/orders")
                .json(Objects.requireNonNull(order, "order"))
                .read(Order.TYPE);
    }

    @Override
    public @Nullable Order get(long orderId, String xTrace) {
        return client.call("GET", "/orders/{orderId}")
                .path("orderId", orderId)
                .header("X-Trace", Objects.requireNonNull(xTrace, "xTrace"))
                .readOrNull(Order.TYPE);
    }

    @Override
    public void note(long orderId, String text) {
        client.call("POST", "/orders/{orderId}")
                .path("orderId", orderId)
                .form("text", Objects.requireNonNull(text, "text"))
                .send();
    }

    @Override
    @Deprecated
    public void delete(long orderId) {
        client.call("DELETE", "/orders/{orderId}")
                .path("orderId", orderId)
                .send();
    }

    @Override
    public InputStream label(long orderId) {
        return client.call("GET", "/orders/{orderId}/label")
                .accept("image/png, application/pdf")
                .path("orderId", orderId)
                .stream();
    }
}
