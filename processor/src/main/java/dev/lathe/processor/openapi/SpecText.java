package dev.lathe.processor.openapi;

import dev.lathe.processor.model.SpecPath;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns a document's bytes into text, and turns away what is no YAML or JSON at first sight. */
final class SpecText {

    /** Stripe's description, the largest that we know, has 4 MB. */
    static final int MAX_BYTES = 64 << 20;

    private static final String EXPECTED = "expected is OpenAPI 2.0, 3.0 or 3.1 in YAML or JSON";

    private SpecText() {}

    static String of(byte[] content, SpecPath at) throws SpecRefused {
        if (content.length > MAX_BYTES) {
            throw new SpecRefused(
                    "too-large", at, "The document has " + (content.length >> 20) + " MB; at most 64 MB are read.");
        }
        String text = decode(content, at);
        if (text.isBlank()) {
            throw new SpecRefused("empty-document", at, "The document is empty.", EXPECTED);
        }
        refuseMarkup(text, at);
        return text;
    }

    private static String decode(byte[] content, SpecPath at) throws SpecRefused {
        int mark = 0;
        Charset charset = StandardCharsets.UTF_8;
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (startsWith(content, 0xFE, 0xFF)) {
            mark = 2;
            charset = StandardCharsets.UTF_16BE;
        } else if (startsWith(content, 0xFF, 0xFE)) {
            mark = 2;
            charset = StandardCharsets.UTF_16LE;
        }
        refuseMalformed(ByteBuffer.wrap(content, mark, content.length - mark), charset, at);
        return new String(content, mark, content.length - mark, charset);
    }

    private static void refuseMalformed(ByteBuffer in, Charset charset, SpecPath at) throws SpecRefused {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(8192);
        int line = 1;
        int column = 1;
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            out.flip();
            while (out.hasRemaining()) {
                boolean newLine = out.get() == '\n';
                line += newLine ? 1 : 0;
                column = newLine ? 1 : column + 1;
            }
            out.clear();
        } while (result.isOverflow());
        if (result.isError()) {
            throw new SpecRefused(
                    "not-utf8", at.at(line, column), "The document is not valid " + charset + ".", "save it as UTF-8");
        }
    }

    private static boolean startsWith(byte[] content, int... start) {
        if (content.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((content[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseMarkup(String text, SpecPath at) throws SpecRefused {
        String start = text.substring(0, Math.min(text.length(), 4096)).strip().toLowerCase(Locale.ROOT);
        if (!start.startsWith("<")) {
            return;
        }
        if (start.contains("edmx") || start.contains("<schema")) {
            throw new SpecRefused(
                    "wrong-document",
                    at,
                    "This is CSDL, the description of an OData service, not OpenAPI.",
                    "use @ODataClient for it");
        }
        boolean html = start.contains("<html") || start.startsWith("<!doctype html");
        throw new SpecRefused(
                "not-openapi",
                at,
                html ? "This is an HTML page, not an OpenAPI document." : "This is XML, not an OpenAPI document.",
                html ? "it may be the login page that came instead of the document" : EXPECTED);
    }
}
