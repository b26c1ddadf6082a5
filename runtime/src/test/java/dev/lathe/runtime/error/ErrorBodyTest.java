package dev.lathe.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.runtime.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBodyTest {

    private static ErrorBody decode(String body) {
        return ErrorBody.decode(body.getBytes(StandardCharsets.UTF_8), Headers.empty(), UnaryOperator.identity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'code':'A','message':'m','childMessages':['x','y']} | A | m",
                "{'error':{'code':'0x80040265','message':'m','@a.b':'c'}} | 0x80040265 | m",
                "{'error':{'code':'','message':'m'}} | `` | m",
                "{'error':{'message':{'lang':'en','value':'m'}}} | `` | m",
                "{'error':'invalid_grant','error_description':'m'} | invalid_grant | m",
                "{'type':'https://e.example/t','title':'T','status':400,'detail':'m'} | https://e.example/t | m",
                "{'errors':[{'message':'m'},{'message':'n'}]} | `` | m; n",
                "{'errors':['m','n']} | `` | m; n",
                "{'Message':'m'} | `` | m",
                "{'errors':[{'code':'A','detail':'m'}]} | A | m",
                "{'errorMessages':['m','n'],'errors':{}} | `` | m; n",
                "{'errorMessages':[],'errors':{'name':'is too long','sizes':['m','n']}} | `` | name: is too long; sizes: m, n",
                "{'message':'m','errors':{'name':['n']}} | `` | m",
                "{'detail':[{'loc':['body','name'],'msg':'m','type':'missing'}]} | `` | m",
                "{'error':'m'} | m | ``",
                "['m'] | `` | ``",
                "{} | `` | ``",
                "{'code':17,'message':null} | 17 | ``",
            })
    void usualShapesAreUnderstood(String body, String code, String message) {
        ErrorBody decoded = decode(body.replace('\'', '"'));

        assertThat(decoded.code()).isEqualTo(code);
        assertThat(decoded.message()).isEqualTo(message);
    }

    @Test
    void furtherMembersAreKeptByTheirNames() {
        ErrorBody decoded = decode("{\"error\":{\"code\":\"0x1\",\"message\":\"m\","
                + "\"@Microsoft.PowerApps.CDS.TraceText\":\"a\\r\\nb\",\"innererror\":{\"type\":\"t\"}},\"other\":1}");

        assertThat(decoded.details())
                .containsOnlyKeys("@Microsoft.PowerApps.CDS.TraceText", "innererror.type", "other")
                .containsEntry("@Microsoft.PowerApps.CDS.TraceText", "a\r\nb");
        assertThat(decoded.message()).isEqualTo("m");
    }

    @Test
    void ofATruncatedBodyTheBeginningIsUnderstood() {
        ErrorBody decoded = decode("{\"error\":{\"code\":\"0x1\",\"message\":\"m\",\"mo");

        assertThat(decoded.code()).isEqualTo("0x1");
        assertThat(decoded.message()).isEqualTo("m");
        assertThat(decoded.text()).endsWith("\"mo");
    }

    @Test
    void htmlIsReducedToItsTitleOrText() {
        assertThat(decode("<!DOCTYPE html><html><head><title>502\n Bad Gateway</title></head><body>x</body></html>")
                        .message())
                .isEqualTo("502 Bad Gateway");
        assertThat(decode("<p>Nothing <b>here</b><script>var a = 1 < 2;</script></p>")
                        .message())
                .isEqualTo("Nothing here");
    }

    @Test
    void plainTextIsItsOwnMessage() {
        ErrorBody decoded = decode("  upstream\r\nfailed ");

        assertThat(decoded.message()).isEqualTo("upstream failed");
        assertThat(decoded.code()).isEmpty();
    }

    @Test
    void nothingIsEmpty() {
        assertThat(decode("").text()).isEmpty();
        assertThat(decode(" \n").message()).isEmpty();
        assertThat(decode("\ufeff").text()).isEmpty();
    }

    @Test
    void charsetsAndMarksAreUnderstood() {
        assertThat(decode("\ufeff{\"message\":\"Grüße\"}").message()).isEqualTo("Grüße");
        assertThat(ErrorBody.decode(
                                "{\"message\":\"Grüße\"}".getBytes(StandardCharsets.ISO_8859_1),
                                Headers.builder()
                                        .set("Content-Type", "application/json;charset=\"iso-8859-1\"")
                                        .build(),
                                UnaryOperator.identity())
                        .message())
                .isEqualTo("Grüße");
        assertThat(ErrorBody.decode(
                                "{\"message\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8),
                                Headers.builder()
                                        .set("Content-Type", "application/json;charset=nobody-knows")
                                        .build(),
                                UnaryOperator.identity())
                        .message())
                .isEqualTo("Grüße");
    }

    @Test
    void hugeAndDeepBodiesAreBounded() {
        assertThat(decode("x".repeat(1_000_000)).text()).hasSize((64 << 10) + 1);
        assertThat(decode("x".repeat(1_000_000)).message()).hasSize(1_001);
        assertThat(decode("[".repeat(100_000)).message()).isEmpty();
        assertThat(decode("<".repeat(100_000)).text()).hasSize((64 << 10) + 1);
    }
}
