package org.luaplatform.domain.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luaplatform.domain.testing.Refusals.violations;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RespondentTest {

    @Test
    void is_known_by_a_name_of_the_organizations_own() {
        assertThat(new Respondent(" c-17 ", Map.of()).ref()).isEqualTo("c-17");
        assertThat(violations(() -> new Respondent(" ", Map.of()))).containsExactly("/ref must not be blank");
        assertThat(violations(() -> new Respondent("x".repeat(201), Map.of())))
                .containsExactly("/ref must have at most 200 characters");
    }

    @Test
    void has_attributes_in_the_order_of_their_names() {
        assertThat(new Respondent("c-17", Map.of("plan", " gold ", "age", "40", "zip", "1")).attributes())
                .containsExactly(Map.entry("age", "40"), Map.entry("plan", "gold"), Map.entry("zip", "1"))
                .isUnmodifiable();
    }

    @Test
    void has_no_attribute_that_says_nothing() {
        assertThat(new Respondent("c-17", Map.of("plan", " ", "age", "")).attributes())
                .isEmpty();
    }

    @Test
    void has_at_most_30_attributes() {
        assertThat(new Respondent("c-17", attributes(30)).attributes()).hasSize(30);
        assertThat(violations(() -> new Respondent("c-17", attributes(31))))
                .containsExactly("/attributes must be at most 30 attributes");
    }

    @Test
    void has_attributes_of_bounded_length() {
        assertThat(new Respondent("c-17", Map.of("n".repeat(64), "v".repeat(500))).attributes())
                .hasSize(1);
        assertThat(violations(() -> new Respondent("c-17", Map.of("plan", "v".repeat(501)))))
                .containsExactly("/attributes/plan must have at most 500 characters");
        for (String name : new String[] {"", " ", " plan", "n".repeat(65)}) {
            assertThat(violations(() -> new Respondent("c-17", Map.of(name, "gold"))))
                    .containsExactly("/attributes/" + name
                            + " must have a name of 1 to 64 characters without white space around it");
        }
    }

    @Test
    void names_everything_that_is_wrong_with_it_at_once() {
        assertThat(violations(() -> new Respondent("", Map.of("/", "v".repeat(501)))))
                .containsExactly("/ref must not be blank", "/attributes/~1 must have at most 500 characters");
    }

    private static Map<String, String> attributes(int count) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put("name" + i, "value");
        }
        return attributes;
    }
}
