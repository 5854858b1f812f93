package org.luaplatform.adapters.documents;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Reads one object from a parser.
final class JsonReader {

    /// Beyond these many decimal places before or after the point, nobody measures anything; but the digits of such
    /// a number would fill the memory of whoever prints it.
    private static final int MOST_PLACES = 400;

    private final JsonParser parser;

    JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    Document read() throws IOException, MalformedJson {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw here("is empty");
            }
            if (first != JsonToken.START_OBJECT) {
                throw here("is not an object");
            }
            Document document = object(1);
            if (parser.nextToken() != null) {
                throw here("goes on after its end");
            }
            return document;
        } catch (JsonEOFException _) {
            throw at(parser.currentLocation(), "ends too early");
        } catch (StreamConstraintsException _) {
            throw here("has a number of more than " + Json.LONGEST_NUMBER + " characters");
        } catch (JsonProcessingException _) {
            throw at(parser.currentLocation(), "is not JSON");
        }
    }

    private Document object(int depth) throws IOException, MalformedJson {
        if (depth > Json.DEEPEST) {
            throw here("is nested deeper than " + Json.DEEPEST + " levels");
        }
        Document.Builder builder = Document.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (name.length() > Json.LONGEST_NAME) {
                throw here("has a name of more than " + Json.LONGEST_NAME + " characters");
            }
            JsonToken token = parser.nextToken();
            if (!builder.addIfNew(name, value(token, depth))) {
                throw here("has a name twice in one object");
            }
        }
        return builder.build();
    }

    private List<Object> list(int depth) throws IOException, MalformedJson {
        if (depth > Json.DEEPEST) {
            throw here("is nested deeper than " + Json.DEEPEST + " levels");
        }
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        while (token != JsonToken.END_ARRAY) {
            values.add(value(token, depth));
            token = parser.nextToken();
        }
        return Collections.unmodifiableList(values);
    }

    private Object value(JsonToken token, int depth) throws IOException, MalformedJson {
        return switch (token) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> Json.whole(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Document.Nothing.NOTHING;
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> real();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("no value begins with " + token);
        };
    }

    private Number whole() throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> new BigDecimal(parser.getBigIntegerValue());
        };
    }

    private Number real() throws IOException, MalformedJson {
        BigDecimal exact;
        try {
            exact = parser.getDecimalValue();
        } catch (NumberFormatException _) {
            throw here("has a number that is too large");
        }
        if (Math.abs((long) exact.precision() - exact.scale()) > MOST_PLACES || Math.abs(exact.scale()) > MOST_PLACES) {
            throw here("has a number that is too large or too small");
        }
        double nearest = exact.doubleValue();
        boolean isExact =
                Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
        return isExact ? (Number) nearest : exact;
    }

    private MalformedJson here(String problem) {
        return at(parser.currentTokenLocation(), problem);
    }

    private static MalformedJson at(JsonLocation location, String problem) {
        return new MalformedJson(problem, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
