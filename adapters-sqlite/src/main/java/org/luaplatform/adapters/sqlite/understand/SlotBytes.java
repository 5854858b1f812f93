package org.luaplatform.adapters.sqlite.understand;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.luaplatform.domain.understand.Bucket;
import org.luaplatform.domain.understand.Tally;

/// The slots of a bucket in few bytes. A chart reads some hundred buckets, and a busy day has counts in each
/// quarter of an hour; as text, reading them would cost a hundred times what is done with them.
///
/// First a format number, then the counters' names, each once, then for each slot its number and its counts, each
/// as the number of its counter and a value. Numbers are written seven bits to a byte, the lowest first.
final class SlotBytes {

    private static final byte FORMAT = 1;

    private SlotBytes() {}

    static byte[] of(Map<Integer, Tally> slots) {
        Map<String, Integer> counters = new LinkedHashMap<>();
        slots.values().stream()
                .flatMap(tally -> tally.counts().keySet().stream())
                .forEach(counter -> counters.putIfAbsent(counter, counters.size()));
        var bytes = new ByteArrayOutputStream();
        bytes.write(FORMAT);
        put(bytes, counters.size());
        counters.keySet().forEach(counter -> {
            byte[] name = counter.getBytes(StandardCharsets.UTF_8);
            put(bytes, name.length);
            bytes.writeBytes(name);
        });
        new TreeMap<>(slots).forEach((slot, tally) -> {
            bytes.write(slot);
            put(bytes, tally.counts().size());
            tally.counts().forEach((counter, count) -> {
                put(bytes, counters.getOrDefault(counter, 0));
                // The sign comes last, so that small numbers are short whatever it is.
                put(bytes, (count << 1) ^ (count >> 63));
            });
        });
        return bytes.toByteArray();
    }

    private static void put(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    /// The slots, those from one cut to the next added up in the first of them.
    static Map<Integer, Tally> read(byte[] bytes, Set<Integer> cuts) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        if (from.get() != FORMAT) {
            throw new IllegalStateException("the slots of a bucket are written in an unknown format");
        }
        List<String> counters =
                IntStream.range(0, (int) number(from)).mapToObj(_ -> name(from)).toList();
        int[] partOf = parts(cuts);
        Map<Integer, long[]> sums = new TreeMap<>();
        while (from.hasRemaining()) {
            long[] sum = sums.computeIfAbsent(partOf[from.get()], _ -> new long[counters.size()]);
            for (long left = number(from); left > 0; left--) {
                int counter = (int) number(from);
                long count = number(from);
                sum[counter] += (count >>> 1) ^ -(count & 1);
            }
        }
        return tallies(counters, sums);
    }

    private static Map<Integer, Tally> tallies(List<String> counters, Map<Integer, long[]> sums) {
        Map<Integer, Tally> slots = new TreeMap<>();
        sums.forEach((slot, sum) -> {
            Map<String, Long> counts = new TreeMap<>();
            for (int counter = 0; counter < sum.length; counter++) {
                if (sum[counter] != 0) {
                    counts.merge(counters.get(counter), sum[counter], Long::sum);
                }
            }
            slots.put(slot, new Tally(counts));
        });
        slots.values().removeIf(Tally::isNothing);
        return slots;
    }

    /// For each slot the one with which its part begins.
    private static int[] parts(Set<Integer> cuts) {
        var beginnings = new TreeSet<>(cuts);
        int[] partOf = new int[Bucket.SLOTS];
        for (int slot = 0; slot < partOf.length; slot++) {
            partOf[slot] = slot == 0 || beginnings.contains(slot) ? slot : partOf[slot - 1];
        }
        return partOf;
    }

    private static String name(ByteBuffer from) {
        byte[] name = new byte[(int) number(from)];
        from.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private static long number(ByteBuffer from) {
        long value = 0;
        int shift = 0;
        byte next = from.get();
        while (next < 0) {
            value |= (next & 0x7FL) << shift;
            shift += 7;
            next = from.get();
        }
        return value | ((long) next << shift);
    }
}
