package dev.lathe.it.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.dataverse.Account;
import dev.lathe.dataverse.Accounts;
import dev.lathe.dataverse.Contact;
import dev.lathe.dataverse.Contacts;
import dev.lathe.runtime.dataverse.DateFunctions;
import dev.lathe.runtime.dataverse.QueryFunctions;
import dev.lathe.runtime.odata.Filter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The query functions of {@code $filter}: all of them, and what they find. */
class QueryFunctionsTest extends DataverseCalls {

    private static final Pattern QUERY_FUNCTION =
            Pattern.compile("<Function Name=\"(\\w+)\">\\s*<Parameter Name=\"PropertyName\"");

    @Test
    void everyQueryFunctionOfTheDocumentHasAMethod() throws IOException {
        Set<String> functions = new TreeSet<>();
        Matcher each = QUERY_FUNCTION.matcher(
                Files.readString(Path.of("../specs/dataverse/src/main/specs/dataverse.csdl.xml")));
        while (each.find()) {
            String name = each.group(1);
            functions.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        }
        // OData's own contains is another thing, and is to be found first.
        assertThat(functions.remove("contains")).isTrue();
        functions.add("containsFullText");

        assertThat(functions).hasSize(69);
        assertThat(Stream.of(DateFunctions.class, QueryFunctions.class)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getName)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(functions);
    }

    private List<String> names(Filter<Account> filter) {
        return crm.accounts().select(Accounts.NAME).filter(filter).stream()
                .map(Account::getName)
                .toList();
    }

    @Test
    void functionsFindRowsAloneCombinedAndBehindNavigations() {
        UUID ann = crm.contacts().create(new Contact().setFirstname("Ann").setBirthdate(LocalDate.of(1990, 5, 1)));
        UUID root = crm.accounts()
                .create(new Account().setName("root 'n' \"x\" 100%").setNumberofemployees(5));
        Account child = new Account().setName("child").setNumberofemployees(50);
        Accounts.PARENTACCOUNTID.bind(child, Accounts.ref(root));
        Accounts.PRIMARYCONTACTID.bind(child, Contacts.ref(ann));
        crm.accounts().create(child);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(names(QueryFunctions.in(Accounts.NAME, List.of("root 'n' \"x\" 100%", "nobody"))))
                .containsExactly("root 'n' \"x\" 100%");
        assertThat(names(QueryFunctions.between(Accounts.NUMBEROFEMPLOYEES, 6, 50)))
                .containsExactly("child");
        assertThat(names(QueryFunctions.under(Accounts.ACCOUNTID, root))).containsExactly("child");
        assertThat(names(QueryFunctions.equalUserId(Accounts.OWNERID_VALUE).and(Accounts.NAME.startsWith("c"))))
                .containsExactly("child");
        assertThat(names(DateFunctions.onOrAfter(Accounts.CREATEDON, today.minusDays(1))))
                .hasSize(2);
        assertThat(names(DateFunctions.olderThanXYears(Accounts.CREATEDON, 1))).isEmpty();
        assertThat(names(
                        DateFunctions.on(Accounts.PRIMARYCONTACTID.path(Contacts.BIRTHDATE), LocalDate.of(1990, 5, 1))))
                .containsExactly("child");
        assertThat(names(Accounts.ACCOUNT_PARENT_ACCOUNT.any(
                        QueryFunctions.in(Accounts.NUMBEROFEMPLOYEES, List.of(50)))))
                .hasSize(1);
    }
}
