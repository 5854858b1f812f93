package org.luaplatform.adapters.http.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.luaplatform.domain.Cursor;
import org.luaplatform.domain.Invalid;
import org.luaplatform.domain.PageRequest;
import org.luaplatform.domain.Pointer;
import org.luaplatform.domain.Text;
import org.luaplatform.domain.Violations;

/// The parameters of a request's address. Everything that is wrong with them is collected, a parameter that the
/// route does not have included, until [#done] reports it.
public final class Query {

    private final Map<String, String> values = new HashMap<>();
    private final Violations violations = new Violations();
    private final Set<String> faulty = new HashSet<>();

    /// @param raw the query string as it came over the wire; empty for none
    /// @param known the parameters that the route has, where one that ends with `*` stands for all that begin so
    Query(String raw, Collection<String> known) {
        int from = 0;
        while (from < raw.length()) {
            int ampersand = raw.indexOf('&', from);
            int to = ampersand < 0 ? raw.length() : ampersand;
            if (to > from) {
                read(raw.substring(from, to), known);
            }
            from = to + 1;
        }
    }

    private void read(String pair, Collection<String> known) {
        int equals = pair.indexOf('=');
        String rawName = equals < 0 ? pair : pair.substring(0, equals);
        Optional<String> name = decode(rawName);
        if (name.isEmpty() || !isKnown(name.get(), known)) {
            violations.add(Pointer.to(name.orElse(rawName)), "is not a parameter here");
            return;
        }
        Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
        if (value.isEmpty()) {
            fault(name.get(), "is not percent-encoded UTF-8");
        } else if (values.putIfAbsent(name.get(), value.get()) != null) {
            fault(name.get(), "is given twice");
        }
    }

    private static boolean isKnown(String name, Collection<String> known) {
        return known.contains(name)
                || known.stream()
                        .anyMatch(family -> family.endsWith("*")
                                && name.startsWith(family.substring(0, family.length() - 1))
                                && name.length() >= family.length());
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// The parameters that begin with `prefix`, by the rest of their names.
    public Map<String, String> family(String prefix) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /// What `parsing` makes of the parameter.
    ///
    /// @param parsing answers empty, or refuses as `Invalid`, what it does not take
    /// @param rule what is said then, such as `must be a number`
    public <T> Optional<T> value(String name, Function<String, Optional<T>> parsing, String rule) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<T> value = parsing.apply(text.get());
            if (value.isEmpty()) {
                fault(name, rule);
            }
            return value;
        } catch (Invalid refused) {
            fault(name, refused.violations().getFirst().message());
            return Optional.empty();
        }
    }

    /// The name of a thing, if it can be one.
    public <T> Optional<T> id(String name, Function<String, T> making) {
        return value(
                name, text -> Text.isId(text) ? Optional.of(making.apply(text)) : Optional.empty(), "must be an id");
    }

    /// An instant, or a day, which begins at midnight UTC.
    public Optional<Instant> instant(String name) {
        // The plus of an offset is often sent unencoded, which makes it a blank.
        return value(name, text -> Times.instantOrDay(text.replace(' ', '+')), Times.INSTANT_RULE);
    }

    public Optional<Integer> whole(String name, int least, int most) {
        return value(
                name,
                text -> Numbers.parseInt(text).filter(number -> number >= least && number <= most),
                "must be a whole number from " + least + " to " + most);
    }

    public boolean flag(String name) {
        return value(
                        name,
                        text -> switch (text) {
                            case "true", "" -> Optional.of(true);
                            case "false" -> Optional.of(false);
                            default -> Optional.empty();
                        },
                        "must be true or false")
                .orElse(false);
    }

    public PageRequest page() {
        int limit = whole("limit", 1, PageRequest.MAX_LIMIT).orElse(PageRequest.DEFAULT_LIMIT);
        return new PageRequest(limit, text("cursor").map(Cursor::new));
    }

    /// Reports a parameter that does not fit others.
    public void fault(String name, String rule) {
        if (faulty.add(name)) {
            violations.add(Pointer.to(name), rule);
        }
    }

    /// @throws org.luaplatform.domain.Invalid with all that was found, if anything was
    public void done() {
        violations.throwIfAny();
    }

    /// Undoes the encoding of a name or value; empty if it is not one.
    static Optional<String> decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return Optional.of(raw.replace('+', ' '));
        }
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                if (i + 2 >= raw.length()
                        || !HexFormat.isHexDigit(raw.charAt(i + 1))
                        || !HexFormat.isHexDigit(raw.charAt(i + 2))) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) HexFormat.fromHexDigits(raw, i + 1, i + 3);
                i += 2;
            } else {
                bytes[length++] = (byte) (c == '+' ? ' ' : c);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
