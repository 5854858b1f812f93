package org.luaplatform.domain.understand.text;

import java.nio.ByteBuffer;
import org.luaplatform.domain.understand.Sentiment;

/// A linear model: what each feature adds to each tone, learnt from labelled feedback.
///
/// The file: the number of features, the value of one step of a weight, the temperature that makes chances honest, a
/// start
/// value per tone, the features, and for each feature one byte per tone.
final class SentimentModel {

    /// How much a long text outweighs a short one: weights are divided by the number of features to this power.
    static final double CALM = 0.35;

    private final IntTable places;
    private final byte[] weights;
    private final float step;
    private final float temperature;
    private final float[] start;

    private SentimentModel(int[] features, byte[] weights, float step, float temperature, float[] start) {
        this.places = new IntTable(features);
        this.weights = weights;
        this.step = step;
        this.temperature = temperature;
        this.start = start;
    }

    static SentimentModel load(String language) {
        return read(Resources.bytes("sentiment-" + language + ".bin"));
    }

    static SentimentModel read(ByteBuffer file) {
        int[] features = new int[file.getInt()];
        float step = file.getFloat();
        float temperature = file.getFloat();
        float[] start = new float[Tone.count()];
        for (int tone = 0; tone < start.length; tone++) {
            start[tone] = file.getFloat();
        }
        file.asIntBuffer().get(features);
        file.position(file.position() + features.length * Integer.BYTES);
        byte[] weights = new byte[features.length * start.length];
        file.get(weights);
        return new SentimentModel(features, weights, step, temperature, start);
    }

    boolean knows(int feature) {
        return places.placeOf(feature) != IntTable.ABSENT;
    }

    /// @param features distinct
    Sentiment judge(int[] features) {
        double[] chances = chances(features);
        int best = 0;
        for (int tone = 1; tone < chances.length; tone++) {
            if (chances[tone] > chances[best]) {
                best = tone;
            }
        }
        double score = chances[Tone.POSITIVE.place()] - chances[Tone.NEGATIVE.place()];
        return new Sentiment(Tone.at(best).label(), Math.clamp(score, -1, 1), Math.clamp(chances[best], 0, 1));
    }

    private double[] chances(int[] features) {
        double[] sums = new double[start.length];
        for (int feature : features) {
            int place = places.placeOf(feature);
            if (place != IntTable.ABSENT) {
                for (int tone = 0; tone < sums.length; tone++) {
                    sums[tone] += weights[place * sums.length + tone];
                }
            }
        }
        double calm = step / Math.pow(Math.max(features.length, 1), CALM);
        double greatest = Double.NEGATIVE_INFINITY;
        for (int tone = 0; tone < sums.length; tone++) {
            sums[tone] = (start[tone] + sums[tone] * calm) / temperature;
            greatest = Math.max(greatest, sums[tone]);
        }
        double all = 0;
        for (int tone = 0; tone < sums.length; tone++) {
            sums[tone] = Math.exp(sums[tone] - greatest);
            all += sums[tone];
        }
        for (int tone = 0; tone < sums.length; tone++) {
            sums[tone] /= all;
        }
        return sums;
    }
}
