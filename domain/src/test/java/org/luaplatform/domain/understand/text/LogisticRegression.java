package org.luaplatform.domain.understand.text;

import java.util.Arrays;
import java.util.List;

/// Multinomial logistic regression with an L2 penalty, fitted by L-BFGS: the same examples give the same weights.
final class LogisticRegression {

    /// A text: the places of the features that it has, what each of them counts, and how much the whole counts.
    static final class Example {

        private final int[] features;
        private final double value;
        private final int tone;
        private final double weight;

        Example(int[] features, double value, int tone, double weight) {
            this.features = features;
            this.value = value;
            this.tone = tone;
            this.weight = weight;
        }
    }

    private static final int MEMORY = 7;
    private static final int ROUNDS = 80;

    private final List<Example> examples;
    private final int tones;
    private final int size;
    private final int bias;
    private final double penalty;

    private LogisticRegression(List<Example> examples, int features, int tones, double penalty) {
        this.examples = examples;
        this.tones = tones;
        this.bias = features * tones;
        this.size = bias + tones;
        this.penalty = penalty;
    }

    /// The weights, feature by feature and within it tone by tone; the start values of the tones come last.
    static double[] fit(List<Example> examples, int features, int tones, double penalty) {
        return new LogisticRegression(examples, features, tones, penalty).run();
    }

    private double[] run() {
        double[] point = new double[size];
        double[] slope = new double[size];
        double loss = loss(point, slope);
        double[][] steps = new double[MEMORY][];
        double[][] changes = new double[MEMORY][];
        int remembered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double[] direction = direction(slope, steps, changes, remembered);
            double descent = dot(slope, direction);
            double[] next = point;
            double[] nextSlope = new double[size];
            double nextLoss = loss;
            double length = 1;
            for (int halving = 0; halving < 20; halving++) {
                next = point.clone();
                add(next, direction, -length);
                nextLoss = loss(next, nextSlope);
                if (nextLoss <= loss - 1e-4 * length * descent) {
                    break;
                }
                length /= 2;
            }
            double[] step = next.clone();
            add(step, point, -1);
            double[] change = nextSlope.clone();
            add(change, slope, -1);
            if (dot(step, change) > 1e-12) {
                steps[remembered % MEMORY] = step;
                changes[remembered % MEMORY] = change;
                remembered++;
            }
            double gain = (loss - nextLoss) / Math.max(1, Math.abs(loss));
            point = next;
            slope = nextSlope;
            loss = nextLoss;
            if (gain < 1e-6) {
                break;
            }
        }
        return point;
    }

    private static double[] direction(double[] slope, double[][] steps, double[][] changes, int remembered) {
        double[] direction = slope.clone();
        int oldest = Math.max(0, remembered - MEMORY);
        double[] shares = new double[MEMORY];
        for (int at = remembered - 1; at >= oldest; at--) {
            int place = at % MEMORY;
            shares[place] = dot(steps[place], direction) / dot(steps[place], changes[place]);
            add(direction, changes[place], -shares[place]);
        }
        double scale = 1 / Math.max(1, Math.sqrt(dot(slope, slope)));
        if (remembered > 0) {
            int last = (remembered - 1) % MEMORY;
            scale = dot(steps[last], changes[last]) / dot(changes[last], changes[last]);
        }
        for (int at = 0; at < direction.length; at++) {
            direction[at] *= scale;
        }
        for (int at = oldest; at < remembered; at++) {
            int place = at % MEMORY;
            double share = dot(changes[place], direction) / dot(steps[place], changes[place]);
            add(direction, steps[place], shares[place] - share);
        }
        return direction;
    }

    private double loss(double[] point, double[] slope) {
        Arrays.fill(slope, 0);
        double loss = 0;
        double[] chances = new double[tones];
        for (Example example : examples) {
            chances(example, point, chances);
            loss -= example.weight * Math.log(Math.max(chances[example.tone], 1e-300));
            for (int tone = 0; tone < tones; tone++) {
                double error = example.weight * (chances[tone] - (tone == example.tone ? 1 : 0));
                slope[bias + tone] += error;
                for (int feature : example.features) {
                    slope[feature * tones + tone] += error * example.value;
                }
            }
        }
        for (int at = 0; at < bias; at++) {
            loss += 0.5 * penalty * point[at] * point[at];
            slope[at] += penalty * point[at];
        }
        return loss;
    }

    private void chances(Example example, double[] point, double[] chances) {
        for (int tone = 0; tone < tones; tone++) {
            chances[tone] = 0;
            for (int feature : example.features) {
                chances[tone] += point[feature * tones + tone];
            }
            chances[tone] = point[bias + tone] + chances[tone] * example.value;
        }
        double greatest = Arrays.stream(chances).max().orElseThrow();
        double all = 0;
        for (int tone = 0; tone < tones; tone++) {
            chances[tone] = Math.exp(chances[tone] - greatest);
            all += chances[tone];
        }
        for (int tone = 0; tone < tones; tone++) {
            chances[tone] /= all;
        }
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int at = 0; at < first.length; at++) {
            sum += first[at] * second[at];
        }
        return sum;
    }

    private static void add(double[] target, double[] what, double times) {
        for (int at = 0; at < target.length; at++) {
            target[at] += what[at] * times;
        }
    }
}
