package dev.lathe.it;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** Looks for methods that HotSpot will not compile. */
final class Bytecode {

    private static final int MOST_BYTES = 8_000;

    private Bytecode() {}

    /** Methods beyond the limit; static initializers run once and do not matter. */
    static List<String> tooLong(Collection<byte[]> classes) {
        List<String> tooLong = new ArrayList<>();
        classes.forEach(bytes -> new ClassReader(bytes).accept(new Methods(tooLong), ClassReader.SKIP_DEBUG));
        return tooLong;
    }

    private static final class Methods extends ClassVisitor {
        private final List<String> found;
        private String className = "";

        Methods(List<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            className = name;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
            return name.equals("<clinit>") ? null : new CodeSize(found, className + "." + name);
        }
    }

    private static final class CodeSize extends CodeSizeEvaluator {
        private final List<String> found;
        private final String name;

        CodeSize(List<String> found, String name) {
            super(Opcodes.ASM9, null);
            this.found = found;
            this.name = name;
        }

        @Override
        public void visitEnd() {
            if (getMaxSize() > MOST_BYTES) {
                found.add(name + ": " + getMaxSize() + " bytes");
            }
        }
    }
}
