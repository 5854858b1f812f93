package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes `held-out.csv`: of each set 50 short texts that no model has learnt from, for the test that guards the
/// quality.
final class HeldOutSlice {

    private static final int ROWS_OF_A_SET = 50;
    private static final int LONGEST = 400;

    private HeldOutSlice() {}

    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>(List.of("corpus,tone,question,text"));
        for (Corpus corpus : Corpus.values()) {
            corpus.heldOut(Path.of(arguments[0])).stream()
                    .filter(row -> row.text().length() <= LONGEST)
                    .sorted(Comparator.comparingInt(row -> Hashes.of(row.normal() + row.id())))
                    .limit(ROWS_OF_A_SET)
                    .forEach(row -> lines.add(
                            corpus + "," + row.tone() + "," + quoted(row.question()) + "," + quoted(row.text())));
        }
        Files.write(Path.of(arguments[1]), lines);
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
