package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.DocPlan;
import dev.lathe.processor.plan.ProfilePlan;
import dev.lathe.processor.plan.RootPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Emits the root client: how to connect, and the way to everything else. */
final class RootClientEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return Stream.of(Sources.file(plan, plan.root().name(), type(plan), getClass()));
    }

    private static TypeSpec.Builder type(ClientPlan plan) {
        RootPlan root = plan.root();
        TypeSpec.Builder type = TypeSpec.classBuilder(root.name())
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc(Javadocs.of(root.docs()))
                .addJavadoc("\n<p>Immutable and safe to share between threads; calls block.");
        ServerMembers.constants(root).forEach(type::addField);
        type.addField(RuntimeTypes.API_CLIENT, "client", PRIVATE, FINAL);
        if (root.odata()) {
            type.addField(RuntimeTypes.ODATA_SERVICE, "service", PRIVATE, FINAL);
        }
        type.addMethod(constructor(root));
        ServerMembers.methods(plan).forEach(type::addMethod);
        ServerMembers.choices(root).forEach(type::addType);
        root.logins().forEach(login -> type.addMethod(Logins.factory(login)));
        if (root.profile().knowsHome()) {
            type.addMethod(connectHome(root));
        }
        type.addMethod(connect(root))
                .addMethod(connectWithConfig(root))
                .addMethod(with(root))
                .addMethod(withResponse(plan));
        if (root.odata()) {
            type.addMethod(batch(root));
        }
        plan.resources().forEach(r -> type.addMethod(accessor(r.accessor(), r.name(), r.client(), "client", r.docs())));
        plan.sets().forEach(s -> type.addMethod(accessor(s.accessor(), s.name(), s.client(), "service", s.docs())));
        plan.singletons()
                .forEach(s -> type.addMethod(accessor(s.accessor(), s.name(), s.client(), "service", s.docs())));
        Operations.implementations(plan, root.operations()).forEach(type::addMethod);
        return type;
    }

    private static MethodSpec constructor(RootPlan root) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(PRIVATE)
                .addParameter(RuntimeTypes.API_CLIENT, "client")
                .addStatement("this.client = client");
        if (root.odata()) {
            constructor.addStatement("this.service = $T.create(client)", RuntimeTypes.ODATA_SERVICE);
        }
        return constructor.build();
    }

    // public static AudienceManager connect(Credentials credentials) {
    //     return connect(AudienceManagerProfile.INSTANCE.home(credentials), credentials);
    // }
    private static MethodSpec connectHome(RootPlan root) {
        return MethodSpec.methodBuilder("connect")
                .addModifiers(PUBLIC, STATIC)
                .returns(root.name())
                .addParameter(RuntimeTypes.CREDENTIALS, "credentials")
                .addJavadoc("""
                        A client with default settings, of the environment that the credentials are for. Nothing is sent
                        before the first call.

                        $L
                        @throws IllegalArgumentException if the environment does not follow from the credentials""", credentials(root))
                .addStatement(
                        "return connect($T.$N.home(credentials), credentials)",
                        root.profile().type(),
                        root.profile().field())
                .build();
    }

    // public static AudienceManager connect(URI baseUri, Credentials credentials) {
    //     return connect(ClientConfig.builder(baseUri).credentials(credentials).build());
    // }
    private static MethodSpec connect(RootPlan root) {
        return MethodSpec.methodBuilder("connect")
                .addModifiers(PUBLIC, STATIC)
                .returns(root.name())
                .addParameter(URI.class, "baseUri")
                .addParameter(RuntimeTypes.CREDENTIALS, "credentials")
                .addJavadoc("""
                        A client with default settings. Nothing is sent before the first call.

                        @param baseUri $L
                        $L
                        @throws IllegalArgumentException if the address has no scheme or host""", address(root), credentials(root))
                .addStatement(
                        "return connect($T.builder(baseUri).credentials(credentials).build())",
                        RuntimeTypes.CLIENT_CONFIG)
                .build();
    }

    private static CodeBlock address(RootPlan root) {
        return root.home()
                .map(constant -> CodeBlock.of("where the service is, such as {@link #$N}", constant))
                .orElseGet(() -> CodeBlock.of("$L", root.address()));
    }

    // @param credentials what authorizes the calls, such as {@link EntraId}
    // @param credentials what authorizes the calls, such as {@link #petstoreAuthCredentials}
    private static CodeBlock credentials(RootPlan root) {
        Stream<CodeBlock> ways = Stream.concat(
                root.profile().logins().stream().map(login -> CodeBlock.of("{@link $T}", login)),
                root.logins().stream().map(login -> CodeBlock.of("{@link #$N}", login.method())));
        List<CodeBlock> first = ways.limit(2).toList();
        return first.isEmpty()
                ? CodeBlock.of("@param credentials what authorizes the calls")
                : CodeBlock.of(
                        "@param credentials what authorizes the calls, such as $L",
                        first.stream().collect(CodeBlock.joining(" or ")));
    }

    private static MethodSpec connectWithConfig(RootPlan root) {
        ProfilePlan profile = root.profile();
        return MethodSpec.methodBuilder("connect")
                .addModifiers(PUBLIC, STATIC)
                .returns(root.name())
                .addParameter(RuntimeTypes.CLIENT_CONFIG, "config")
                .addJavadoc("A client with settings of its own. Nothing is sent before the first call.")
                .addStatement(
                        "return new $T($T.create(config, $T.$N$L))",
                        root.name(),
                        RuntimeTypes.API_CLIENT,
                        profile.type(),
                        profile.field(),
                        root.known().stream()
                                .map(address -> CodeBlock.of(", $L", Sources.literal(address)))
                                .collect(CodeBlock.joining("")))
                .build();
    }

    // public Dataverse with(Consumer<DataverseSettings> settings) {
    //     return new Dataverse(client.with(DataverseSettings::new, settings));
    // }
    private static MethodSpec with(RootPlan root) {
        ClassName settings = root.profile().settings();
        return MethodSpec.methodBuilder("with")
                .addModifiers(PUBLIC)
                .returns(root.name())
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), settings), "settings")
                .addJavadoc(
                        "A view of this client whose calls are sent with these settings; this client stays as it is.")
                .addStatement("return new $T(client.with($T::new, settings))", root.name(), settings)
                .build();
    }

    // public <T> Answer<T> withResponse(Function<Dataverse, T> call) {
    //     return Answer.of(client, Dataverse::new, call);
    // }
    private static MethodSpec withResponse(ClientPlan plan) {
        TypeVariableName value = plan.jspecify()
                ? TypeVariableName.get("T", Sources.nullable(plan, ClassName.get(Object.class)))
                : TypeVariableName.get("T");
        return MethodSpec.methodBuilder("withResponse")
                .addModifiers(PUBLIC)
                .addTypeVariable(value)
                .returns(ParameterizedTypeName.get(RuntimeTypes.ANSWER, value))
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Function.class), plan.root().name(), value),
                        "call")
                .addJavadoc("""
                        Makes a call that tells status and headers too: {@code withResponse(c -> c.pets().get(1))}.

                        @param call gets a view of this client, and returns what it asked of it""")
                .addStatement(
                        "return $T.of(client, $T::new, call)",
                        RuntimeTypes.ANSWER,
                        plan.root().name())
                .build();
    }

    // public Batch<Dataverse> batch() {
    //     return Batch.of(client, Dataverse::new);
    // }
    private static MethodSpec batch(RootPlan root) {
        return MethodSpec.methodBuilder("batch")
                .addModifiers(PUBLIC)
                .returns(ParameterizedTypeName.get(RuntimeTypes.BATCH, root.name()))
                .addJavadoc("A batch, to send many calls in one request. Empty at first.")
                .addStatement("return $T.of(client, $T::new)", RuntimeTypes.BATCH, root.name())
                .build();
    }

    // public Traits traits() {
    //     return new TraitsClient(client);
    // }
    private static MethodSpec accessor(
            String name, ClassName type, ClassName implementation, String argument, DocPlan docs) {
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(name)
                .addModifiers(PUBLIC)
                .returns(type)
                .addJavadoc(Javadocs.of(docs))
                .addStatement("return new $T($N)", implementation, argument);
        if (docs.deprecated()) {
            accessor.addAnnotation(Deprecated.class);
        }
        return accessor.build();
    }
}
