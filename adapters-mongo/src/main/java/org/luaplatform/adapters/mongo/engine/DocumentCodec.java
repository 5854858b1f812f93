package org.luaplatform.adapters.mongo.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.Decimal128;
import org.luaplatform.adapters.documents.Document;

/// Writes documents as BSON, straight from the tree to the wire, and reads them. The document's `id` is MongoDB's
/// `_id`; everything else keeps its name ([FieldNames]) and its place. What MongoDB alone has, such as its date, is
/// read as the plain value that says the same.
final class DocumentCodec implements Codec<Document> {

    private static final String ID = "id";
    private static final String STORED_ID = "_id";

    @Override
    public Class<Document> getEncoderClass() {
        return Document.class;
    }

    @Override
    public void encode(BsonWriter writer, Document document, EncoderContext context) {
        writer.writeStartDocument();
        for (Map.Entry<String, Object> field : document.fields().entrySet()) {
            boolean isId =
                    context.isEncodingCollectibleDocument() && field.getKey().equals(ID);
            writer.writeName(isId ? STORED_ID : FieldNames.escape(field.getKey()));
            write(writer, field.getValue());
        }
        writer.writeEndDocument();
    }

    private void write(BsonWriter writer, Object value) {
        switch (value) {
            case String text -> writer.writeString(text);
            case Long whole -> writer.writeInt64(whole);
            case Double real -> writer.writeDouble(real);
            case Boolean flag -> writer.writeBoolean(flag);
            case BigDecimal exact -> writer.writeDecimal128(new Decimal128(exact));
            case Document.Nothing _ -> writer.writeNull();
            case Document nested ->
                encode(writer, nested, EncoderContext.builder().build());
            case List<?> values -> {
                writer.writeStartArray();
                values.forEach(element -> write(writer, element));
                writer.writeEndArray();
            }
            default -> throw new IllegalArgumentException("a document holds no " + value.getClass());
        }
    }

    @Override
    public Document decode(BsonReader reader, DecoderContext context) {
        return read(reader, true);
    }

    private static Document read(BsonReader reader, boolean isWhole) {
        Document.Builder document = Document.builder();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = reader.readName();
            document.put(isWhole && name.equals(STORED_ID) ? ID : FieldNames.unescape(name), value(reader));
        }
        reader.readEndDocument();
        return document.build();
    }

    private static Object value(BsonReader reader) {
        return switch (reader.getCurrentBsonType()) {
            case STRING -> reader.readString();
            case INT64 -> reader.readInt64();
            case INT32 -> (long) reader.readInt32();
            case DOUBLE -> reader.readDouble();
            case BOOLEAN -> reader.readBoolean();
            case DECIMAL128 -> reader.readDecimal128().bigDecimalValue();
            case DATE_TIME -> reader.readDateTime();
            case DOCUMENT -> read(reader, false);
            case ARRAY -> values(reader);
            case NULL -> {
                reader.readNull();
                yield Document.Nothing.NOTHING;
            }
            case BsonType other -> throw new IllegalStateException("a stored document holds a " + other);
        };
    }

    private static List<Object> values(BsonReader reader) {
        List<Object> values = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            values.add(value(reader));
        }
        reader.readEndArray();
        return values;
    }
}
