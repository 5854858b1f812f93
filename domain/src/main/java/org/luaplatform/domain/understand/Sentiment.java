package org.luaplatform.domain.understand;

/// How a text feels, and how sure we are of it.
///
/// @param score −1 (as negative as can be) to 1; 0 if not assessed
/// @param confidence the calibrated chance, 0 to 1, that a person would choose the same label; 0 if not assessed
public record Sentiment(SentimentLabel label, double score, double confidence) {

    public static final Sentiment NOT_ASSESSED = new Sentiment(SentimentLabel.NOT_ASSESSED, 0, 0);

    public Sentiment {
        if (!(score >= -1 && score <= 1) || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("score %s, confidence %s".formatted(score, confidence));
        }
    }

    public boolean isAssessed() {
        return label != SentimentLabel.NOT_ASSESSED;
    }
}
