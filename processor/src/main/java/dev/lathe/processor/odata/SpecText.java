package dev.lathe.processor.odata;

import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.SpecPath;
import dev.lathe.processor.model.SpecSource;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML document as characters, with the line and column of each. Decoded here and strictly, so that no parser guesses
 * an encoding or replaces bytes that are none.
 */
final class SpecText {

    /** The declaration is ASCII in every encoding that we read byte by byte (XML 1.0, appendix F). */
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*?\\bencoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private static final int DECLARATION_BYTES = 400;

    private final String document;
    private final String characters;
    private final int[] lineStarts;

    private SpecText(String document, String characters) {
        this.document = document;
        this.characters = characters;
        this.lineStarts = lineStarts(characters);
    }

    /** The characters of the document; empty after an error. */
    static Optional<SpecText> decode(SpecSource spec, Problems problems) {
        byte[] bytes = spec.content();
        Encoding encoding;
        try {
            encoding = Encoding.of(bytes);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            problems.error(
                    "encoding",
                    spec.at().at(1, 1),
                    "The document declares the encoding '" + unknown.getMessage() + "', which Java does not know.",
                    "save it as UTF-8");
            return Optional.empty();
        }
        var in = ByteBuffer.wrap(bytes, encoding.skip, bytes.length - encoding.skip);
        var decoder = encoding.charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate((int) Math.ceil((double) decoder.maxCharsPerByte() * in.remaining()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        var text = new SpecText(spec.name(), out.flip().toString());
        if (result.isError()) {
            problems.error(
                    "encoding",
                    text.at("", text.characters.length()),
                    "The document is not valid " + encoding.charset.name() + " here (byte 0x"
                            + Integer.toHexString(in.get(in.position()) & 0xff).toUpperCase(Locale.ROOT) + ").",
                    "save it as UTF-8, or declare its encoding in the XML declaration");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    String characters() {
        return characters;
    }

    /** The place of a character. */
    SpecPath at(String pointer, int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        int line = index >= 0 ? index : -index - 2;
        return new SpecPath(document, pointer, line + 1, offset - lineStarts[line] + 1);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[1024];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** How the bytes stand for characters, and how many bytes of mark precede them. */
    private record Encoding(Charset charset, int skip) {

        static Encoding of(byte[] bytes) {
            if (starts(bytes, 0xef, 0xbb, 0xbf)) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            if (starts(bytes, 0xff, 0xfe, 0, 0)) {
                return new Encoding(Charset.forName("UTF-32LE"), 4);
            }
            if (starts(bytes, 0, 0, 0xfe, 0xff)) {
                return new Encoding(Charset.forName("UTF-32BE"), 4);
            }
            if (starts(bytes, 0xff, 0xfe)) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            }
            if (starts(bytes, 0xfe, 0xff)) {
                return new Encoding(StandardCharsets.UTF_16BE, 2);
            }
            if (starts(bytes, '<', 0)) {
                return new Encoding(StandardCharsets.UTF_16LE, 0);
            }
            if (starts(bytes, 0, '<')) {
                return new Encoding(StandardCharsets.UTF_16BE, 0);
            }
            return new Encoding(declared(bytes), 0);
        }

        private static Charset declared(byte[] bytes) {
            String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
            Matcher declaration = DECLARED.matcher(head);
            if (!declaration.find()) {
                return StandardCharsets.UTF_8;
            }
            Charset charset = Charset.forName(declaration.group(1));
            // A declaration that reads byte by byte cannot be UTF-16; Windows tools save such files as UTF-8.
            return charset.name().startsWith("UTF-") ? StandardCharsets.UTF_8 : charset;
        }

        private static boolean starts(byte[] bytes, int... head) {
            if (bytes.length < head.length) {
                return false;
            }
            for (int i = 0; i < head.length; i++) {
                if ((bytes[i] & 0xff) != head[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
