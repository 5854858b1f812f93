package org.luaplatform.domain.understand;

import java.util.List;

/// Places texts in a space where texts of similar meaning are near each other.
public interface Embedder {

    /// How many numbers each embedding has.
    int dimensions();

    /// One vector of length 1 for each text, in order. A text without any known word has the zero vector.
    ///
    /// @throws org.luaplatform.domain.Unavailable if the model is away
    List<float[]> embed(List<String> texts);
}
