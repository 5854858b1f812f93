package org.luaplatform.adapters.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Documents as JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)) in UTF-8.
///
/// Half of a surrogate pair, which a careless cut of a text leaves behind and UTF-8 cannot express, is read and
/// written as U+FFFD.
public final class Json {

    /// How deep objects and lists may lie within each other.
    public static final int DEEPEST = 32;

    /// The longest name of a field, in characters.
    public static final int LONGEST_NAME = 256;

    /// The longest number, in characters.
    public static final int LONGEST_NUMBER = 100;

    // Virtual threads come and go, and buffers that are kept by thread would come and go with them.
    private static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newBoundedPool(64);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(BUFFERS)
            // Names are a stranger's choice, in a body or as a counted keyword: nothing of them is kept.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    // The reader's own bound answers first, and in better words.
                    .maxNestingDepth(DEEPEST + 1)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /// Reads a stranger's text: one object and nothing after it, no name twice in an object, nothing that JSON does
    /// not have, and all of it within bounds.
    ///
    /// @param utf8 the text; whoever read it has bounded its length
    /// @throws MalformedJson if it is anything else
    public static Document parse(byte[] utf8) throws MalformedJson {
        char[] text = decode(utf8);
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser).read();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can be read", impossible);
        }
    }

    /// Reads what [#bytes] wrote.
    ///
    /// @throws IllegalStateException if it is damaged
    public static Document stored(byte[] utf8) {
        try {
            return parse(utf8);
        } catch (MalformedJson damaged) {
            throw new IllegalStateException("the stored document " + damaged.getMessage(), damaged);
        }
    }

    /// Writes the document without any white space.
    public static byte[] bytes(Document document) {
        BufferRecycler buffers = BUFFERS.acquireAndLinkPooled();
        try (var bytes = new ByteArrayBuilder(buffers)) {
            try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
                write(document, generator);
            }
            return bytes.getClearAndRelease();
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can be written to", impossible);
        } finally {
            buffers.releaseToPool();
        }
    }

    /// Writes the document without any white space.
    public static String text(Document document) {
        return new String(bytes(document), StandardCharsets.UTF_8);
    }

    private static void write(Document document, JsonGenerator to) throws IOException {
        to.writeStartObject();
        for (Map.Entry<String, Object> field : document.fields().entrySet()) {
            to.writeFieldName(whole(field.getKey()));
            write(field.getValue(), to);
        }
        to.writeEndObject();
    }

    private static void write(Object value, JsonGenerator to) throws IOException {
        switch (value) {
            case String text -> to.writeString(whole(text));
            case Long number -> to.writeNumber(number);
            case Double number -> to.writeNumber(number);
            case BigDecimal number -> to.writeNumber(number);
            case Boolean flag -> to.writeBoolean(flag);
            case Document document -> write(document, to);
            case List<?> values -> {
                to.writeStartArray();
                for (Object element : values) {
                    write(element, to);
                }
                to.writeEndArray();
            }
            case Document.Nothing _ -> to.writeNull();
            default -> throw new IllegalStateException("a document holds no " + value.getClass());
        }
    }

    /// The text without halves of surrogate pairs.
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Decodes strictly: the parser's own decoder would guess the encoding, and lets some malformed bytes pass.
    private static char[] decode(byte[] utf8) throws MalformedJson {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(utf8), text, true);
        text.flip();
        if (result.isError()) {
            throw endingAt(text, "is not UTF-8");
        }
        char[] characters = new char[text.length()];
        text.get(characters);
        return characters;
    }

    private static MalformedJson endingAt(CharBuffer text, String problem) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean isEnd = text.charAt(i) == '\n';
            line += isEnd ? 1 : 0;
            column = isEnd ? 1 : column + 1;
        }
        return new MalformedJson(problem, line, column);
    }
}
