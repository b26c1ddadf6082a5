package golden.shop;

import dev.lathe.runtime.Generated;
import dev.lathe.runtime.error.ApiException;
import dev.lathe.runtime.paging.Pages;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What customers bought.
 * <p>Spec: shop.yaml#/tags/0
 */
@Generated("dev.lathe.processor.emit.ResourceEmitter")
@NullMarked
@SuppressWarnings("deprecation")
public interface Orders {
    /**
     * All orders, newest first.
     * <p>Spec: shop.yaml#/paths/~1orders/get
     *
     * @throws ApiException if the service refuses or cannot be reached
     */
    default Pages<Order> list() {
        return list(options -> {});
    }

    /**
     * All orders, newest first.
     * <p>Spec: shop.yaml#/paths/~1orders/get
     *
     * @param options sets the optional parameters
     * @throws ApiException if the service refuses or cannot be reached
     */
    Pages<Order> list(Consumer<OrdersListOptions> options);

    /**
     * POST /orders
     * <p>Spec: shop.yaml#/paths/~1orders/post
     *
     * @param order what is sent
     * @throws ApiException if the service refuses or cannot be reached
     */
    Order create(Order order);

    /**
     * GET /orders/&#123;orderId&#125;
     * <p>Spec: shop.yaml#/paths/~1orders~1&#123;orderId&#125;/get
     *
     * @param orderId Number of the order.
     * @param xTrace Names the call.
     * <p>Logs have it.
     * <p>Default: none.
     * @throws ApiException if the service refuses or cannot be reached
     */
    @Nullable Order get(long orderId, String xTrace);

    /**
     * POST /orders/&#123;orderId&#125;
     * <p>What the customer said.
     * <p>Spec: shop.yaml#/paths/~1orders~1&#123;orderId&#125;/post
     *
     * @param orderId Number of the order.
     * @param text {@code text}
     * @throws ApiException if the service refuses or cannot be reached
     */
    void note(long orderId, String text);

    /**
     * DELETE /orders/&#123;orderId&#125;
     * <p>Spec: shop.yaml#/paths/~1orders~1&#123;orderId&#125;/delete
     *
     * @param orderId Number of the order.
     * @throws ApiException if the service refuses or cannot be reached
     * @deprecated The document calls it deprecated.
     */
    @Deprecated
    void delete(long orderId);

    /**
     * GET /orders/&#123;orderId&#125;/label
     * <p>Asks for image/png, application/pdf; a header Accept among the client's settings asks for one of them.
     * <p>Spec: shop.yaml#/paths/~1orders~1&#123;orderId&#125;~1label/get
     *
     * @param orderId Number of the order.
     * @throws ApiException if the service refuses or cannot be reached
     */
    InputStream label(long orderId);
}
