package org.luaplatform.domain.understand.text;

import java.util.Set;

/// The feelings that people draw: pictographs and emoticons. They mean the same in every language.
final class Emotions {

    enum Feeling {
        GLAD,
        SAD,
        UNCLEAR
    }

    private static final Set<String> GLAD_PICTOGRAPHS = Set.of(
            "😀", "😁", "😂", "🤣", "😃", "😄", "😅", "😆", "😉", "😊", "😋", "😍", "🥰", "😘", "🙂", "☺", "🤗", "🤩",
            "😇", "😎", "🥳", "😻", "❤", "♥", "🧡", "💛", "💚", "💙", "💜", "🤎", "🖤", "🤍", "💖", "💗", "💓", "💕",
            "💞", "💝", "💯", "👍", "👏", "🙌", "🤝", "🙏", "👌", "🤌", "✌", "💪", "🎉", "🎊", "🌟", "⭐", "✨", "🏆",
            "🥇", "🌹", "🌺", "🌸", "💐", "🔥", "✅", "✔", "😙", "😚", "🤭", "🫶", "💫", "🌷", "🌼", "🥂", "🚀");

    private static final Set<String> SAD_PICTOGRAPHS = Set.of(
            "😞", "😔", "😟", "🙁", "☹", "😕", "😣", "😖", "😫", "😩", "😢", "😭", "😤", "😠", "😡", "🤬", "😱", "😨",
            "😰", "😓", "🤢", "🤮", "🤕", "😷", "💔", "👎", "🖕", "🙄", "😒", "😑", "😐", "😪", "🤦", "💩", "❌", "⛔",
            "🚫", "😾", "😿", "😬", "🥺", "👿", "🤒", "🤧", "😥", "😦", "😧", "😮", "⚠", "🆘", "😶", "🥱", "🤡");

    private Emotions() {}

    static Feeling feelingOf(String emoji) {
        if (GLAD_PICTOGRAPHS.contains(emoji)) {
            return Feeling.GLAD;
        }
        if (SAD_PICTOGRAPHS.contains(emoji)) {
            return Feeling.SAD;
        }
        return switch (emoji.charAt(emoji.length() - 1)) {
            case ')', 'D', ']', '}', '3', 'P', 'p', '^', '*' -> Feeling.GLAD;
            case '(', '[', '{', '/', '|' -> Feeling.SAD;
            default -> Feeling.UNCLEAR;
        };
    }

    /// The end of the emoticon that begins at `position`, or `position` itself if there is none: `:)` `:-(` `;D` `=]`
    /// `<3` `^_^`.
    static int endOfEmoticon(String text, int position) {
        char eyes = text.charAt(position);
        if (eyes == '<') {
            return text.startsWith("<3", position) && isFree(text, position + 2) ? position + 2 : position;
        }
        if (eyes == '^') {
            if (text.startsWith("^_^", position)) {
                return position + 3;
            }
            return text.startsWith("^^", position) ? position + 2 : position;
        }
        if (eyes != ':' && eyes != ';' && eyes != '=') {
            return position;
        }
        int at = position + 1;
        if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '’')) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == 'o' || text.charAt(at) == '^')) {
            at++;
        }
        if (at >= text.length()) {
            return position;
        }
        return switch (text.charAt(at)) {
            case ')', '(', ']', '[', '}', '{', '*', '|' -> at + 1;
            case '/' -> at + 1 < text.length() && text.charAt(at + 1) == '/' ? position : at + 1;
            case 'D', 'P', 'p', '3' -> isFree(text, at + 1) && !followsDigit(text, position) ? at + 1 : position;
            default -> position;
        };
    }

    /// "Costs:3" and "12:30" are no faces.
    private static boolean followsDigit(String text, int position) {
        return position > 0 && Character.isLetterOrDigit(text.charAt(position - 1));
    }

    private static boolean isFree(String text, int position) {
        return position >= text.length() || !Character.isLetterOrDigit(text.charAt(position));
    }
}
