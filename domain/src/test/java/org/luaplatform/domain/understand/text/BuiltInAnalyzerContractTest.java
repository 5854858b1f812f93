package org.luaplatform.domain.understand.text;

import org.luaplatform.domain.understand.TextAnalyzer;
import org.luaplatform.domain.understand.testing.TextAnalyzerContract;

final class BuiltInAnalyzerContractTest implements TextAnalyzerContract {

    private static final TextAnalyzer ANALYZER = new BuiltInAnalyzer();

    @Override
    public TextAnalyzer textAnalyzer() {
        return ANALYZER;
    }
}
