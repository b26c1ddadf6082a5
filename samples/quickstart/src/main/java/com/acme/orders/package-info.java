@OpenApiClient("orders.yaml")
package com.acme.orders;

import dev.lathe.OpenApiClient;
