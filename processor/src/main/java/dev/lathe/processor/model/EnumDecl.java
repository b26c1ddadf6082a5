package dev.lathe.processor.model;

import java.util.List;

/**
 * A list of known values. Open by nature: a value that is not in it is read and written all the same.
 *
 * @param flags whether several members may be combined (OData {@code IsFlags})
 * @param wire how a value travels
 */
public record EnumDecl(TypeId id, String name, Wire wire, boolean flags, List<Member> members, Docs docs, SpecPath at)
        implements TypeDecl {

    /** JSON form of a value. */
    public enum Wire {
        /** A JSON string. OData enumerations travel as member names. */
        STRING,
        /** A JSON number. */
        NUMBER,
        /** A JSON boolean. */
        BOOLEAN,
        /** Any kind; a member's text is the JSON of the value. */
        JSON
    }

    /**
     * One known value.
     *
     * @param wireValue text of the value on the wire (of a string without quotes)
     * @param name the document's name for it; the value itself where the document has no other
     */
    public record Member(String wireValue, String name, Docs docs) {}

    public EnumDecl {
        members = List.copyOf(members);
    }
}
