package dev.lathe.processor.odata;

/**
 * Where the start tags of a well-formed document stand, one after the other. The JDK's reader only tells where it has
 * read up to, and on documents larger than its buffer not even that exactly.
 */
final class StartTags {

    private final String text;
    private int at;

    StartTags(String text) {
        this.text = text;
    }

    /** Where the next start tag begins. To be asked once for each, in step with the reader. */
    int next() {
        while (true) {
            int tag = text.indexOf('<', at);
            if (tag < 0) {
                return text.length();
            }
            if (text.startsWith("<!--", tag)) {
                at = past("-->", tag + 4);
            } else if (text.startsWith("<![CDATA[", tag)) {
                at = past("]]>", tag);
            } else if (text.startsWith("<?", tag)) {
                at = past("?>", tag);
            } else if (text.startsWith("</", tag)) {
                at = past(">", tag);
            } else {
                // No tag holds another '<', not even within the value of an attribute.
                at = tag + 1;
                return tag;
            }
        }
    }

    private int past(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
