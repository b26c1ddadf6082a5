package dev.lathe.sandbox.dataverse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page starts. Spelled like Dataverse's paging cookie, percent-encoded inside, so that a client that
 * decodes or re-encodes a next link is found out.
 *
 * @param page number of the page that starts here, from 1
 * @param last sequence of the last row of the page before
 * @param delivered how many rows the pages before had
 */
record SkipToken(int page, long last, int delivered) {

    static final SkipToken START = new SkipToken(1, 0, 0);

    private static final Pattern COOKIE = Pattern.compile("<cookie pagenumber=\"(\\d{1,9})\" "
            + "pagingcookie=\"%3ccookie%20page=%22\\d+%22%3e%3crow%20last=%22(\\d{1,18})%22%20"
            + "delivered=%22(\\d{1,9})%22%20/%3e%3c/cookie%3e\" istracking=\"False\" />");

    static SkipToken parse(String text) {
        Matcher matcher = COOKIE.matcher(text);
        if (!matcher.matches()) {
            throw new DataverseError(400, "0x80040216", "Malformed XML in the Paging Cookie");
        }
        return new SkipToken(
                Integer.parseInt(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** The token before it is encoded for a URL. */
    @Override
    public String toString() {
        return "<cookie pagenumber=\"" + page + "\" pagingcookie=\"%3ccookie%20page=%22" + (page - 1)
                + "%22%3e%3crow%20last=%22" + last + "%22%20delivered=%22" + delivered
                + "%22%20/%3e%3c/cookie%3e\" istracking=\"False\" />";
    }
}
