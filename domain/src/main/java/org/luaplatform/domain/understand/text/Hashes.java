package org.luaplatform.domain.understand.text;

/// The hash functions by which models name their features. A change makes every stored model worthless.
final class Hashes {

    private Hashes() {}

    /// One number for the pair, order mattering.
    static int mix(int first, int second) {
        int hash = (first * 0x9E3779B1) ^ Integer.rotateLeft(second * 0x85EBCA6B, 13);
        hash ^= hash >>> 16;
        hash *= 0x7FEB352D;
        return hash ^ (hash >>> 15);
    }

    static int of(CharSequence text, int start, int end) {
        int hash = 0;
        for (int at = start; at < end; at++) {
            hash = extend(hash, text.charAt(at));
        }
        return finish(hash, end - start);
    }

    /// The hash of a text one character longer, before [#finish].
    static int extend(int hash, int character) {
        return 31 * hash + character;
    }

    static int finish(int hash, int length) {
        return mix(hash, length);
    }

    static int of(CharSequence text) {
        return of(text, 0, text.length());
    }
}
