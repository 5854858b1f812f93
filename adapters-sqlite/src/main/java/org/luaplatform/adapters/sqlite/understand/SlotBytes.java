package org.luaplatform.adapters.sqlite.understand;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.luaplatform.domain.understand.Tally;

/// The slots of a bucket in a form from which any part of the day is read at the same cost, however much was
/// counted. A chart reads some hundred buckets, and a busy day has counts in each quarter of an hour.
///
/// First a format number; how many slots there are, and their numbers; how many counters. Then for each counter its
/// name, how many bytes its numbers have, and for each slot what was counted from the beginning of the day to the
/// end of that slot. The count of a part of the day is the difference of two such numbers.
final class SlotBytes {

    private static final byte FORMAT = 1;

    private SlotBytes() {}

    static byte[] of(Map<Integer, Tally> slots) {
        SortedMap<Integer, Tally> inOrder = new TreeMap<>(slots);
        NavigableSet<String> counters = new TreeSet<>();
        inOrder.values().forEach(tally -> counters.addAll(tally.counts().keySet()));
        List<Column> columns = counters.stream()
                .map(counter -> Column.of(counter, inOrder.values()))
                .toList();
        ByteBuffer bytes = ByteBuffer.allocate(2
                + inOrder.size()
                + Integer.BYTES
                + columns.stream().mapToInt(Column::length).sum());
        bytes.put(FORMAT).put((byte) inOrder.size());
        inOrder.keySet().forEach(slot -> bytes.put(slot.byteValue()));
        bytes.putInt(columns.size());
        columns.forEach(column -> column.write(bytes));
        return bytes.array();
    }

    /// The slots, those from one cut to the next added up in the first of them that has counts.
    static Map<Integer, Tally> read(byte[] stored, Set<Integer> cuts) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        if (bytes.get() != FORMAT) {
            throw new IllegalStateException("the slots of a bucket are written in an unknown format");
        }
        byte[] slots = new byte[bytes.get()];
        bytes.get(slots);
        List<Part> parts = parts(slots, cuts);
        for (int left = bytes.getInt(); left > 0; left--) {
            String counter = text(bytes, bytes.getShort());
            int width = bytes.get();
            int start = bytes.position();
            long before = 0;
            for (Part part : parts) {
                long until = sum(bytes, start + part.last() * width, width);
                if (until != before) {
                    part.counts().merge(counter, until - before, Long::sum);
                }
                before = until;
            }
            bytes.position(start + slots.length * width);
        }
        Map<Integer, Tally> read = new TreeMap<>();
        parts.forEach(part -> {
            if (!part.counts().isEmpty()) {
                read.put(part.slot(), new Tally(part.counts()));
            }
        });
        return read;
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static List<Part> parts(byte[] slots, Set<Integer> cuts) {
        NavigableSet<Integer> beginnings = new TreeSet<>(cuts);
        List<Part> parts = new ArrayList<>();
        for (int first = 0, last = 0; first < slots.length; first = ++last) {
            Integer end = beginnings.higher((int) slots[first]);
            while (last + 1 < slots.length && (end == null || slots[last + 1] < end)) {
                last++;
            }
            parts.add(new Part(slots[first], last, new TreeMap<>()));
        }
        return parts;
    }

    private static long sum(ByteBuffer bytes, int position, int width) {
        return switch (width) {
            case Byte.BYTES -> bytes.get(position);
            case Short.BYTES -> bytes.getShort(position);
            case Integer.BYTES -> bytes.getInt(position);
            default -> bytes.getLong(position);
        };
    }

    /// Slots that are answered as one.
    ///
    /// @param last the place of the last of them among all
    private record Part(int slot, int last, Map<String, Long> counts) {}

    /// The sums of one counter.
    private record Column(String counter, List<Long> sums, int width) {

        static Column of(String counter, Iterable<Tally> slots) {
            List<Long> sums = new ArrayList<>();
            long sum = 0;
            int width = Byte.BYTES;
            for (Tally slot : slots) {
                sum += slot.count(counter);
                sums.add(sum);
                width = Math.max(width, width(sum));
            }
            return new Column(counter, sums, width);
        }

        private static int width(long sum) {
            if (sum == (byte) sum) {
                return Byte.BYTES;
            }
            if (sum == (short) sum) {
                return Short.BYTES;
            }
            return sum == (int) sum ? Integer.BYTES : Long.BYTES;
        }

        int length() {
            return Short.BYTES + counter.getBytes(StandardCharsets.UTF_8).length + 1 + sums.size() * width;
        }

        void write(ByteBuffer bytes) {
            byte[] name = counter.getBytes(StandardCharsets.UTF_8);
            bytes.putShort((short) name.length).put(name).put((byte) width);
            for (long sum : sums) {
                switch (width) {
                    case Byte.BYTES -> bytes.put((byte) sum);
                    case Short.BYTES -> bytes.putShort((short) sum);
                    case Integer.BYTES -> bytes.putInt((int) sum);
                    default -> bytes.putLong(sum);
                }
            }
        }
    }
}
