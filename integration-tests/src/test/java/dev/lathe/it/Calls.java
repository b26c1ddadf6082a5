package dev.lathe.it;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/** Calls of what was compiled in memory, by simple names. */
final class Calls extends ClassLoader {

    private final Map<String, byte[]> classes;

    private Calls(Map<String, byte[]> classes) {
        super(Calls.class.getClassLoader());
        this.classes = classes;
    }

    static Calls in(InMemory.Outcome outcome) {
        return new Calls(outcome.classes());
    }

    /** The result of a static method. */
    Object call(String simpleName, String method, Object... arguments) {
        try {
            Method found = Arrays.stream(type(simpleName).getMethods())
                    .filter(m -> m.getName().equals(method) && m.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow();
            return found.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The value of a static field. */
    Object field(String simpleName, String field) {
        try {
            return type(simpleName).getField(field).get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Class<?> type(String simpleName) throws ClassNotFoundException {
        return loadClass(classes.keySet().stream()
                .filter(name -> name.endsWith("." + simpleName))
                .findFirst()
                .orElseThrow());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
