package dev.lathe.processor.emit;

import com.palantir.javapoet.JavaFile;
import dev.lathe.processor.plan.ClientPlan;
import java.util.List;
import java.util.stream.Stream;

/** All emitters, in the order in which a reader meets their output. */
public final class Emitters {

    private Emitters() {}

    /** The sources of a client, one at a time: nothing of a file has to stay in memory once it is written. */
    public static Stream<JavaFile> emit(ClientPlan plan) {
        List<Emitter> emitters = List.of(
                new RootClientEmitter(),
                new ResourceEmitter(),
                new ResourceClientEmitter(),
                new EntitySetEmitter(),
                new EntitySetClientEmitter(),
                new SingletonEmitter(),
                new ColumnsEmitter(),
                new OptionsEmitter(),
                new ObjectEmitter(),
                new EnumEmitter(),
                new UnionEmitter());
        // Joined and not flattened, which would keep a parallel stream from splitting.
        return emitters.stream().map(emitter -> emitter.emit(plan)).reduce(Stream.empty(), Stream::concat);
    }
}
