package dev.lathe.processor.model;

/**
 * One part of the key of an entity type.
 *
 * @param name what the key calls it
 * @param path of the property that holds it: its name, or a path with slashes into a complex property
 */
public record KeyPart(String name, String path) {

    public static KeyPart of(String property) {
        return new KeyPart(property, property);
    }

    /** The property of the entity itself in which the value is, deeper or not. */
    public String property() {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    public boolean isNested() {
        return path.indexOf('/') >= 0;
    }
}
