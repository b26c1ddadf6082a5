package com.acme;

import com.acme.crm.Account;
import com.acme.crm.Accounts;
import com.acme.crm.Contacts;
import com.acme.crm.Crm;
import com.acme.shop.Order;
import com.acme.shop.Shop;
import com.acme.shop.Status;
import dev.lathe.runtime.auth.Credentials;
import java.io.IOException;
import java.math.BigDecimal;

/** Uses both clients once, against a service in this process. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        try (Stub stub = Stub.start()) {
            Shop shop = Shop.connect(stub.uri("/shop"), Credentials.bearer("a-token"));
            Crm crm = Crm.connect(stub.uri("/crm"), Credentials.bearer("a-token"));

            orders(shop);
            accounts(crm);
        }
    }

    private static void orders(Shop shop) {
        for (Order order : shop.orders().list(q -> q.status(Status.OPEN))) {
            System.out.println("Order " + order.getId() + " of " + order.getCustomer() + ": " + order.getTotal());
        }
    }

    private static void accounts(Crm crm) {
        for (Account account : crm.accounts()
                .filter(Accounts.REVENUE.gt(1_000_000).and(Accounts.NAME.startsWith("F")))
                .select(Accounts.NAME, Accounts.REVENUE)
                .expand(Accounts.PRIMARYCONTACTID, c -> c.select(Contacts.FULLNAME))
                .pageSize(500)) {
            System.out.println(account.getName() + ": "
                    + Accounts.PRIMARYCONTACTID.of(account).getFullname());
            crm.accounts().update(account.setRevenue(new BigDecimal("1500000")));
        }
    }
}
