package org.luaplatform.domain.understand.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luaplatform.domain.Language;
import org.luaplatform.domain.understand.Keyword;
import org.luaplatform.domain.understand.TextAnalyzer;

/// Whatever people, or programs, send: the analyzer answers, soon, and the same each time.
class HostileTextTest {

    private static final TextAnalyzer ANALYZER = new BuiltInAnalyzer();
    private static final int MEGABYTE = 1_000_000;

    static List<String> endlessTexts() {
        return List.of(
                "a".repeat(MEGABYTE),
                "a ".repeat(MEGABYTE / 2),
                "staff food ".repeat(MEGABYTE / 11),
                "a@".repeat(MEGABYTE / 2),
                "a".repeat(MEGABYTE / 2) + "@" + "b".repeat(MEGABYTE / 2),
                "www.".repeat(MEGABYTE / 4),
                "://".repeat(MEGABYTE / 3),
                "not ".repeat(MEGABYTE / 4),
                "but good ".repeat(MEGABYTE / 9),
                "e\u0301".repeat(MEGABYTE / 2),
                "e" + "\u0301\u0323".repeat(MEGABYTE / 2),
                "\u200B".repeat(MEGABYTE),
                "a\u200B".repeat(MEGABYTE / 2),
                "\u202Eabc ".repeat(MEGABYTE / 5),
                "👩‍👩‍👧‍👦".repeat(MEGABYTE / 11),
                "\uD83D".repeat(MEGABYTE),
                "\uDE00\uD83D ".repeat(MEGABYTE / 3),
                ":-".repeat(MEGABYTE / 2),
                "مرحبا ".repeat(MEGABYTE / 6),
                "漢".repeat(MEGABYTE),
                "1".repeat(MEGABYTE),
                "1.".repeat(MEGABYTE / 2),
                "'".repeat(MEGABYTE),
                "a'".repeat(MEGABYTE / 2),
                "\0".repeat(MEGABYTE),
                "Sarah ".repeat(MEGABYTE / 6),
                "still waiting ".repeat(MEGABYTE / 14));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("endlessTexts")
    void a_megabyte_of_anything_is_read_in_seconds(String text) {
        assertThat(seconds(() -> analyze(text))).isLessThan(10);
    }

    @Test
    void time_grows_with_the_length_of_the_text_and_no_faster() {
        String text = "The staff were not friendly but the food was good, I waited 3 hours. ";
        analyze(text.repeat(300));
        double once = bestOfThree(text.repeat(300));
        double tenTimes = bestOfThree(text.repeat(3_000));

        assertThat(tenTimes).isLessThan(40 * once + 0.1);
    }

    @Test
    void random_text_never_throws_and_reads_the_same_twice() {
        Random random = new Random(20_260_101);
        for (int round = 0; round < 1_500; round++) {
            String text = randomText(random);

            TextAnalyzer.Analysis analysis = analyze(text);

            assertThat(analyze(text)).as(() -> escaped(text)).isEqualTo(analysis);
            assertThat(analysis.keywords()).hasSizeLessThanOrEqualTo(KeywordExtractor.MOST);
            assertThat(analysis.keywords()).extracting(Keyword::term).doesNotHaveDuplicates();
            assertThat(Double.isNaN(analysis.sentiment().score())).isFalse();
        }
    }

    @Test
    void tokens_lie_in_the_text_in_order_and_apart() {
        Random random = new Random(20_260_102);
        for (int round = 0; round < 1_500; round++) {
            String text = randomText(random);
            int end = 0;
            for (Token token : Tokenizer.tokenize(text)) {
                assertThat(token.start()).as(() -> escaped(text)).isGreaterThanOrEqualTo(end);
                assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
                assertThat(token.word().length()).isLessThanOrEqualTo(Tokenizer.LONGEST_WORD + 1);
                end = token.end();
            }
        }
    }

    @Test
    void any_question_and_any_hint_are_taken() {
        for (String hint : List.of("en", "xx", "zh-hant-tw", "und")) {
            assertThatCode(() -> ANALYZER.analyze(new TextAnalyzer.Passage(
                            "Nothing", Optional.of(new Language(hint)), Optional.of("?\uD83D".repeat(1_000)))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void many_threads_read_as_one_does() throws InterruptedException, ExecutionException {
        List<String> texts = List.of(
                "The staff were lovely",
                "Barang bagus sekali",
                "مكان رائع",
                "Das Essen war kalt",
                "Nothing",
                "I fell over, unsafe!");
        List<TextAnalyzer.Analysis> alone =
                texts.stream().map(HostileTextTest::analyze).toList();
        TextAnalyzer shared = new BuiltInAnalyzer();
        List<Callable<List<TextAnalyzer.Analysis>>> readings = IntStream.range(0, 16)
                .<Callable<List<TextAnalyzer.Analysis>>>mapToObj(_ -> () -> texts.stream()
                        .map(text -> shared.analyze(new TextAnalyzer.Passage(text, Optional.empty(), Optional.empty())))
                        .toList())
                .toList();

        SoftAssertions softly = new SoftAssertions();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<TextAnalyzer.Analysis>> reading : threads.invokeAll(readings)) {
                softly.assertThat(reading.get()).isEqualTo(alone);
            }
        }
        softly.assertAll();
    }

    private static double bestOfThree(String text) {
        return DoubleStream.generate(() -> seconds(() -> analyze(text)))
                .limit(3)
                .min()
                .orElseThrow();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    private static TextAnalyzer.Analysis analyze(String text) {
        return ANALYZER.analyze(new TextAnalyzer.Passage(text, Optional.empty(), Optional.empty()));
    }

    private static final String[] PIECES = {
        "staff", "Not", "GOOD", " ", " ", " ", ".", ",", "!", "\n", "'", "’", "-", "@", "://", "www.", ":)", ":", "5",
        "10:30", "😀", "👍🏽", "\uD83D", "\uDE00", "\u200D", "\uFE0F", "\u0301", "é", "ß", "İ", "ı", "مُ", "ـ", "漢",
        "カ", "ん", "한", "ก", "\u202E", "\0", "Dr", "sarah", "unsafe", "but", "tidak", "لا", "𝒜", "ﬁ", "Ⅳ", "٣", "\t",
        "<3", "^_^", "{", "%"
    };

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(30);
        for (int piece = 0; piece < pieces; piece++) {
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append(String.format(Locale.ROOT, "\\u%04X", unit)));
        return escaped.toString();
    }
}
