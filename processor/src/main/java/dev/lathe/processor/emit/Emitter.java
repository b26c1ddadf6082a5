package dev.lathe.processor.emit;

import com.palantir.javapoet.JavaFile;
import dev.lathe.processor.plan.ClientPlan;
import java.util.stream.Stream;

/** Writes one kind of generated type. */
interface Emitter {

    Stream<JavaFile> emit(ClientPlan plan);
}
