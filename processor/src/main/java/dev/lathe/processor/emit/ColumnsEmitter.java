package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.ColumnsHolderPlan;
import java.util.stream.Stream;

/** Emits the interface that holds the columns of a type without an entity set. */
final class ColumnsEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.columns().stream().map(c -> Sources.file(plan, c.name(), type(c), getClass()));
    }

    private static TypeSpec.Builder type(ColumnsHolderPlan holder) {
        TypeSpec.Builder type =
                TypeSpec.interfaceBuilder(holder.name()).addModifiers(PUBLIC).addJavadoc(Javadocs.of(holder.docs()));
        Columns.addTo(type, holder.columns());
        return type;
    }
}
