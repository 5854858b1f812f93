package org.luaplatform.adapters.documents.learn;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.luaplatform.adapters.documents.Json;
import org.luaplatform.adapters.documents.MalformedJson;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.learn.RowFormats.Row;

/// The rows of an NDJSON file.
final class NdjsonRows extends Spliterators.AbstractSpliterator<Row> {

    private final ByteLines lines;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    NdjsonRows(InputStream file) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.lines = new ByteLines(file);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Row> action) {
        Optional<ByteLines.Line> line = lines.next();
        line.map(this::row).ifPresent(action);
        return line.isPresent();
    }

    private Row row(ByteLines.Line line) {
        if (line.isCut()) {
            // The cut may have gone through a character: what is shown of it need not be exact.
            String text = new String(line.bytes(), StandardCharsets.UTF_8);
            return broken(line, text, "is longer than " + Limits.LONGEST_ROW + " bytes");
        }
        String text = decoded(line);
        try {
            return new Row.Cells(line.number(), Limits.excerpt(text), JsonCells.of(Json.parse(line.bytes())));
        } catch (MalformedJson malformed) {
            return broken(line, text, malformed.problem() + ", at character " + malformed.column());
        } catch (JsonCells.TooMuch tooMuch) {
            return broken(line, text, tooMuch.problem());
        }
    }

    private static Row broken(ByteLines.Line line, String text, String problem) {
        return new Row.Broken(line.number(), Limits.excerpt(text), problem);
    }

    private String decoded(ByteLines.Line line) {
        try {
            return decoder.decode(ByteBuffer.wrap(line.bytes())).toString();
        } catch (CharacterCodingException _) {
            throw new Invalid(Pointer.ROOT, "is not UTF-8 in line " + line.number());
        }
    }
}
