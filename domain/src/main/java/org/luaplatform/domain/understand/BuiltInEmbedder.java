package org.luaplatform.domain.understand;

import java.util.List;
import java.util.Locale;

/// Places texts by their words and parts of words, each hashed to one of the dimensions: texts with the same words
/// are the same, texts with words of the same stem are near. It knows no synonyms, but needs no model and no
/// language.
///
/// Longer words count more: in every language the frequent words, which say little, are short.
public final class BuiltInEmbedder implements Embedder {

    private static final int DIMENSIONS = 256;
    private static final int SHORTEST_WORD = 2;
    private static final int GRAM = 4;

    /// Against the word itself. A long word has many grams, which together outweigh it, so that its other forms are
    /// near.
    private static final float GRAM_WEIGHT = 0.5f;

    private static final float FULL_WEIGHT_LENGTH = 8;

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(BuiltInEmbedder::embed).toList();
    }

    private static float[] embed(String text) {
        float[] vector = new float[DIMENSIONS];
        String lower = text.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int at = 0; at <= lower.length(); at++) {
            boolean inWord = at < lower.length() && Character.isLetterOrDigit(lower.charAt(at));
            if (!inWord) {
                if (at - start >= SHORTEST_WORD) {
                    addWord(vector, lower, start, at);
                }
                start = at + 1;
            }
        }
        return normalized(vector);
    }

    private static void addWord(float[] vector, String text, int start, int end) {
        float weight = Math.min(1, (end - start) / FULL_WEIGHT_LENGTH);
        add(vector, hash(text, start, end), weight);
        // A word of just one gram would count twice.
        for (int gram = start; end - start > GRAM && gram + GRAM <= end; gram++) {
            add(vector, hash(text, gram, gram + GRAM), weight * GRAM_WEIGHT);
        }
    }

    /// Half of the features count negatively, so that those which meet by chance cancel out more often than they
    /// add up.
    private static void add(float[] vector, int hash, float weight) {
        int dimension = hash & (DIMENSIONS - 1);
        vector[dimension] += (hash & DIMENSIONS) == 0 ? weight : -weight;
    }

    /// FNV-1a, and then the last steps of MurmurHash3, since the low bits are used alone.
    private static int hash(String text, int start, int end) {
        int hash = 0x811c9dc5;
        for (int at = start; at < end; at++) {
            hash = (hash ^ text.charAt(at)) * 0x01000193;
        }
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    private static float[] normalized(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        if (squares > 0) {
            float length = (float) Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return vector;
    }
}
