package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void scales_go_from_their_lowest_to_their_highest_value() {
        assertRange(new Scale.Rating(3), 1, 3);
        assertRange(new Scale.Rating(10), 1, 10);
        assertRange(new Scale.Nps(), 0, 10);
        assertRange(new Scale.Csat(), 1, 5);
        assertRange(new Scale.Ces(), 1, 7);
    }

    private static void assertRange(Scale scale, int lowest, int highest) {
        assertThat(scale.lowest()).isEqualTo(lowest);
        assertThat(scale.highest()).isEqualTo(highest);
        assertThat(IntStream.rangeClosed(-2, 12).filter(scale::accepts))
                .containsExactly(IntStream.rangeClosed(lowest, highest).boxed().toArray(Integer[]::new));
    }

    @Test
    void a_rating_has_3_to_10_points() {
        for (int points : new int[] {-1, 2, 11}) {
            assertThat(violations(() -> new Scale.Rating(points))).containsExactly("/scale must be between 3 and 10");
        }
    }

    @Test
    void satisfaction_compares_scales() {
        assertThat(percents(new Scale.Rating(5))).containsExactly(0, 25, 50, 75, 100);
        assertThat(percents(new Scale.Rating(4))).containsExactly(0, 33, 67, 100);
        assertThat(percents(new Scale.Nps())).containsExactly(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100);
        assertThat(percents(new Scale.Ces())).containsExactly(0, 17, 33, 50, 67, 83, 100);
    }

    private static Integer[] percents(Scale scale) {
        return IntStream.rangeClosed(scale.lowest(), scale.highest())
                .mapToObj(value -> scale.satisfaction(value).percent())
                .toArray(Integer[]::new);
    }

    @Test
    void satisfaction_goes_from_0_to_100() {
        assertThat(new Satisfaction(0).percent()).isZero();
        assertThat(new Satisfaction(100).percent()).isEqualTo(100);
        for (int percent : new int[] {-1, 101}) {
            assertThat(violations(() -> new Satisfaction(percent))).containsExactly("/ must be between 0 and 100");
        }
    }

    @Test
    void a_score_is_on_its_scale() {
        assertThat(new Answer.Score(new Scale.Nps(), 0).value()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answer.Score(new Scale.Csat(), 0))
                .withMessageContaining("0");
    }
}
