package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The labelled sets that the models learn from and are measured with. Sources and licences: NOTICE.
enum Corpus {
    NHS_FRIENDS_AND_FAMILY("nhs_fft_v6", "en"),
    NHS_EARLIER_LABELS("nhs_feedback_p1", "en"),
    CLOTHING_SHOP("womens_clothing", "en"),
    AIRLINES("skytrax_lounge_seat", "en"),
    INDONESIAN_PRODUCTS("product_reviews_id", "id"),
    PLACES_IN_SAUDI_ARABIA("tourism_ar_saudi", "ar");

    /// One fifth of all texts is never learnt from. A text falls into the same part in whatever set and spelling it
    /// appears.
    private static final int PARTS = 5;

    private static final int HELD_OUT = 0;

    private final String file;
    private final String language;

    Corpus(String file, String language) {
        this.file = file;
        this.language = language;
    }

    record Row(Corpus corpus, String id, String text, String question, Tone tone) {

        int part() {
            int hash = normal().hashCode() * 0x9E3779B1;
            return Math.floorMod(hash ^ hash >>> 15, PARTS);
        }

        /// The text without what people vary: case, punctuation, blanks.
        String normal() {
            StringBuilder letters = new StringBuilder();
            text.toLowerCase(java.util.Locale.ROOT)
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .forEach(letters::appendCodePoint);
            return letters.toString();
        }
    }

    String file() {
        return file;
    }

    String language() {
        return language;
    }

    List<Row> training(Path folder) throws IOException {
        return rows(folder).stream().filter(row -> row.part() != HELD_OUT).toList();
    }

    List<Row> heldOut(Path folder) throws IOException {
        return rows(folder).stream().filter(row -> row.part() == HELD_OUT).toList();
    }

    private List<Row> rows(Path folder) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> cells : Csv.read(folder.resolve(file + ".csv"))) {
            String question = spelledOut(cells.getOrDefault("question", ""));
            rows.add(new Row(
                    this,
                    cells.getOrDefault("id", ""),
                    cells.getOrDefault("text", ""),
                    question,
                    Tone.labelled(cells.getOrDefault("label", ""))));
        }
        return rows;
    }

    /// The earlier labelling names its questions by code.
    private static String spelledOut(String question) {
        return switch (question) {
            case "Trust A - Q1", "Trust B - Q1", "Trust C - Q2" -> "What could we do better?";
            case "Trust A - Q2", "Trust C - Q1" -> "What was good?";
            default -> question;
        };
    }
}
