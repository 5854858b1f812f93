package org.luaplatform.domain.understand.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where a text names an address: of a mailbox, of an account, of a page.
///
/// Found before the words are, because an address falls apart into innocent words.
final class PrivateSpans {

    private record Span(int start, int end) {}

    private final List<Span> spans;
    private int next;

    private PrivateSpans(List<Span> spans) {
        this.spans = spans;
    }

    static PrivateSpans of(String text) {
        List<Span> spans = new ArrayList<>(0);
        mailboxes(text, spans);
        pages(text, "://", spans);
        pages(text, "www.", spans);
        if (spans.size() > 1) {
            spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
        }
        return new PrivateSpans(spans);
    }

    /// The end of the span that covers `position`, or `position` itself if none does. To be asked for
    /// rising positions only.
    int endOfSpanAt(int position) {
        while (next < spans.size()) {
            Span span = spans.get(next);
            if (span.start() > position) {
                break;
            }
            next++;
            if (span.end() > position) {
                return span.end();
            }
        }
        return position;
    }

    private static void mailboxes(String text, List<Span> spans) {
        int floor = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > floor && isAddressCharacter(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < text.length() && isAddressCharacter(text.charAt(end))) {
                end++;
            }
            floor = end;
            if (end > at + 1) {
                spans.add(new Span(start, end));
            }
        }
    }

    private static void pages(String text, String mark, List<Span> spans) {
        int at = text.indexOf(mark);
        while (at >= 0) {
            int start = at;
            while (start > 0 && at - start < 10 && isAddressCharacter(text.charAt(start - 1))) {
                start--;
            }
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            spans.add(new Span(start, end));
            at = text.indexOf(mark, end);
        }
    }

    private static boolean isAddressCharacter(char character) {
        return Character.isLetterOrDigit(character)
                || character == '.'
                || character == '_'
                || character == '-'
                || character == '+'
                || character == '%';
    }
}
