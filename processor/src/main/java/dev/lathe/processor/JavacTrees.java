package dev.lathe.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.net.URI;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;

/** The only class that needs javac: it fails to load elsewhere. */
final class JavacTrees {

    private JavacTrees() {}

    static Optional<URI> sourceOf(ProcessingEnvironment environment, Element element) {
        TreePath path = Trees.instance(environment).getPath(element);
        return path == null
                ? Optional.empty()
                : Optional.of(path.getCompilationUnit().getSourceFile().toUri());
    }
}
