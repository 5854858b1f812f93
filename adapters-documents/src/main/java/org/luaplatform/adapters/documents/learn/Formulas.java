package org.luaplatform.adapters.documents.learn;

import java.util.regex.Pattern;

/// Keeps what respondents write from being run by whoever opens an export in a spreadsheet, which takes a cell that
/// begins with one of a few characters for a formula ([OWASP on CSV
/// injection](https://owasp.org/www-community/attacks/CSV_Injection)). Such a cell is written behind an apostrophe,
/// and read without it. Plain numbers are no danger and stay numbers.
///
/// The two are exact inverses: whether a cell is guarded depends only on what comes after its apostrophes, so that
/// a cell which begins with an apostrophe of its own gets a second one.
public final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-][0-9]{1,100}(\\.[0-9]{1,100})?");

    private Formulas() {}

    /// The cell as it is safe in a file.
    public static String guarded(String cell) {
        return isRisky(cell) ? "'" + cell : cell;
    }

    /// The cell that [#guarded] was given.
    static String unguarded(String cell) {
        return cell.startsWith("'") && isRisky(cell) ? cell.substring(1) : cell;
    }

    private static boolean isRisky(String cell) {
        int start = 0;
        while (start < cell.length() && cell.charAt(start) == '\'') {
            start++;
        }
        return start < cell.length()
                && BEGINNINGS.indexOf(cell.charAt(start)) >= 0
                && !NUMBER.matcher(cell).region(start, cell.length()).matches();
    }
}
