package org.luaplatform.adapters.http.understand;

import java.util.OptionalDouble;
import org.luaplatform.adapters.http.edge.JsonWriter;
import org.luaplatform.domain.learn.Scale;
import org.luaplatform.domain.understand.Statistic;

/// Figures as clients read them. A mean or a share of nothing is `null`.
final class StatisticJson {

    private StatisticJson() {}

    /// Writes the fields of one figure into the open object.
    static void fields(JsonWriter json, Statistic statistic) {
        switch (statistic) {
            case Statistic.Volume(long count) -> json.field("count", count);
            case Statistic.Ratings ratings -> ratings(json, ratings);
            case Statistic.Nps nps -> {
                json.field("promoters", nps.promoters())
                        .field("passives", nps.passives())
                        .field("detractors", nps.detractors())
                        .field("answers", nps.answers());
                figure(json, "score", nps.score());
            }
            case Statistic.Csat csat -> {
                json.field("satisfied", csat.satisfied()).field("answers", csat.answers());
                figure(json, "percent", csat.percent());
            }
            case Statistic.Ces ces -> {
                json.field("answers", ces.answers());
                figure(json, "mean", ces.mean());
            }
            case Statistic.Sentiments sentiments -> sentiments(json, sentiments);
            case Statistic.Keywords keywords -> keywords(json, keywords);
            case Statistic.ThemeSizes themes -> themes(json, themes);
        }
    }

    static void figure(JsonWriter json, String name, OptionalDouble figure) {
        if (figure.isPresent()) {
            json.field(name, FeedbackJson.rounded(figure.getAsDouble()));
        } else {
            json.nullField(name);
        }
    }

    static void sentiments(JsonWriter json, Statistic.Sentiments sentiments) {
        json.field("positive", sentiments.positive())
                .field("neutral", sentiments.neutral())
                .field("negative", sentiments.negative())
                .field("notAssessed", sentiments.notAssessed());
        figure(json, "meanScore", sentiments.meanScore());
        figure(json, "negativeShare", sentiments.negativeShare());
    }

    private static void ratings(JsonWriter json, Statistic.Ratings ratings) {
        json.startArray("fields");
        for (Statistic.FieldRatings field : ratings.fields()) {
            json.startObject()
                    .field("field", field.field().value())
                    .field("type", type(field.scale()))
                    .field("lowest", field.scale().lowest())
                    .field("highest", field.scale().highest())
                    .startObject("distribution");
            field.distribution().forEach((value, count) -> json.field(Integer.toString(value), count));
            json.endObject().field("answers", field.answers());
            figure(json, "mean", field.mean());
            json.endObject();
        }
        json.endArray();
        figure(json, "satisfaction", ratings.satisfaction());
    }

    private static String type(Scale scale) {
        return switch (scale) {
            case Scale.Rating _ -> "rating";
            case Scale.Nps _ -> "nps";
            case Scale.Csat _ -> "csat";
            case Scale.Ces _ -> "ces";
        };
    }

    private static void keywords(JsonWriter json, Statistic.Keywords keywords) {
        json.startArray("keywords");
        for (Statistic.KeywordCount counted : keywords.keywords()) {
            json.startObject()
                    .field("keyword", counted.keyword().display())
                    .field("term", counted.keyword().term())
                    .field("count", counted.count());
            counted.before().ifPresent(before -> json.field("before", before));
            json.endObject();
        }
        json.endArray();
    }

    private static void themes(JsonWriter json, Statistic.ThemeSizes themes) {
        json.startArray("themes");
        for (Statistic.ThemeSize theme : themes.themes()) {
            json.startObject()
                    .field("id", theme.theme().value())
                    .field("label", theme.label())
                    .field("size", theme.size())
                    .startObject("sentiments");
            sentiments(json, theme.sentiments());
            json.endObject().endObject();
        }
        json.endArray();
    }
}
