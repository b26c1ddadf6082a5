package dev.lathe.processor.openapi;

/** Makes names of the texts of a document, to be read in one word. They are not yet Java names. */
final class Words {

    private Words() {}

    /** {@code list-pets by_id} is {@code ListPetsById}; what is neither a letter nor a digit goes. */
    static String pascal(String text) {
        StringBuilder word = new StringBuilder(text.length());
        boolean start = true;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (!Character.isLetterOrDigit(c)) {
                start = true;
            } else {
                word.appendCodePoint(start ? Character.toUpperCase(c) : c);
                start = false;
            }
        }
        return word.toString();
    }
}
