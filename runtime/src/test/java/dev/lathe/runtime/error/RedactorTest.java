package dev.lathe.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runtime.http.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain p@ss word/\"1\"",
                "form p%40ss+word%2F%221%22",
                "percent p%40ss%20word%2F%221%22",
                "json p@ss word/\\\"1\\\"",
                "json p@ss word\\/\\\"1\\\"",
                "base64 cEBzcyB3b3JkLyIxIg==",
            })
    void aKnownSecretIsTakenOutInEverySpelling(String text) {
        assertThat(Redactor.of(List.of("p@ss word/\"1\"")).apply(text)).matches("\\w+ \\*\\*\\*");
    }

    @Test
    void theLongerOfTwoSecretsGoesFirst() {
        assertThat(Redactor.of(List.of("secret", "secret-long")).apply("secret-long secret"))
                .isEqualTo("*** ***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Access token expired: 28fed402-eafd-456c-9341-ac753f25bbbc",
                "{\"access_token\":\"28fed402-eafd-456c-9341-ac753f25bbbc\"}",
                "refresh_token=28fed402-eafd-456c-9341-ac753f25bbbc&a=b",
                "Authorization: Bearer 28fed402-eafd-456c-9341-ac753f25bbbc",
                "Authorization: Basic 28fed402eafd456c9341ac753f25bbbc==",
            })
    void whatLooksLikeATokenIsTakenOutWithoutBeingKnown(String text) {
        assertThat(Redactor.of(List.of()).apply(text)).contains("***").doesNotContain("28fed402");
    }

    @Test
    void otherTextStaysAsItIs() {
        String text = "Bearer realm=\"oauth\", error=\"invalid_token\", authorization_uri=https://login.example/tenant";

        assertThat(Redactor.of(List.of("abc")).apply(text)).isEqualTo(text);
        assertThat(Redactor.of(List.of()).apply("The bearer of bad news: unexpected token '}' in line 3"))
                .isEqualTo("The bearer of bad news: unexpected token '}' in line 3");
    }

    @Test
    void cookiesAreNeverShown() {
        Headers headers = Redactor.of(List.of())
                .apply(Headers.builder().received("set-cookie", "a=b").build());

        assertThat(headers.first("Set-Cookie")).hasValue("***");
    }
}
