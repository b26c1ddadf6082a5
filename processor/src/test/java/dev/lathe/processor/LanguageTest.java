package dev.lathe.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.ODataClient;
import dev.lathe.OpenApiClient;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void eachHasAnAnnotationOfTheRuntime() {
        assertThat(Language.OPENAPI.annotation()).isEqualTo(OpenApiClient.class.getName());
        assertThat(Language.ODATA.annotation()).isEqualTo(ODataClient.class.getName());
    }
}
