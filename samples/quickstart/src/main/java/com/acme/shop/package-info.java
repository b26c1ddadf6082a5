@OpenApiClient("shop.yaml")
package com.acme.shop;

import dev.lathe.OpenApiClient;
