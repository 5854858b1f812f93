package org.luaplatform.bootstrap.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Two figures measured in turn, so that a machine that grows slower slows both down.
final class Ratios {

    private final PrintStream out;
    private final List<Double> ratios = new ArrayList<>();

    Ratios(PrintStream out) {
        this.out = out;
    }

    void add(String name, double ours, String baseName, double base) {
        ratios.add(ours / base);
        out.printf(Locale.ROOT, "  %,10.0f %s  %,10.0f %s  ratio %.2f%n", ours, name, base, baseName, ours / base);
    }

    /// @param goal what the middle ratio should reach
    void print(double goal) {
        List<Double> sorted = ratios.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        out.printf(
                Locale.ROOT, "  ratio %.2f, goal %.2f: %s%n", median, goal, median >= goal ? "reached" : "NOT reached");
    }
}
