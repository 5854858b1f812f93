package org.luaplatform.domain.understand.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a whole RFC 4180 file with a header row: enough for the labelled sets that the models learn from.
final class Csv {

    private Csv() {}

    static List<Map<String, String>> read(Path file) throws IOException {
        return parse(Files.readString(file, StandardCharsets.UTF_8));
    }

    static List<Map<String, String>> parse(String content) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < content.length(); at++) {
            char character = content.charAt(at);
            if (quoted) {
                if (character != '"') {
                    cell.append(character);
                } else if (at + 1 < content.length() && content.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (character == '"') {
                quoted = true;
            } else if (character == ',' || character == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (character == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (character != '\r') {
                cell.append(character);
            }
        }
        if (!line.isEmpty() || !cell.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return rows(lines);
    }

    private static List<Map<String, String>> rows(List<List<String>> lines) {
        List<String> header = lines.getFirst();
        List<Map<String, String>> rows = new ArrayList<>(lines.size());
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < Math.min(header.size(), line.size()); column++) {
                row.put(header.get(column), line.get(column));
            }
            rows.add(row);
        }
        return rows;
    }
}
