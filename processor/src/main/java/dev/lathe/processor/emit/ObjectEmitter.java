package dev.lathe.processor.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.NON_SEALED;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.lathe.processor.plan.ClientPlan;
import dev.lathe.processor.plan.MemberPlan;
import dev.lathe.processor.plan.ObjectPlan;
import dev.lathe.processor.plan.RuntimeTypes;
import dev.lathe.processor.plan.ValuePlan;
import java.util.Map;
import java.util.stream.Stream;

/** Emits the class of a JSON object: fields with getters and setters, and its part of reading and writing. */
final class ObjectEmitter implements Emitter {

    @Override
    public Stream<JavaFile> emit(ClientPlan plan) {
        return plan.objects().stream().map(o -> Sources.file(plan, o.name(), type(plan, o), getClass()));
    }

    private static TypeSpec.Builder type(ClientPlan plan, ObjectPlan object) {
        TypeSpec.Builder type = TypeSpec.classBuilder(object.name())
                .addModifiers(PUBLIC)
                .superclass(object.base())
                .addJavadoc(Javadocs.of(object.docs()))
                .addField(typeConstant(object));
        if (!object.unions().isEmpty()) {
            type.addModifiers(NON_SEALED).addSuperinterfaces(object.unions());
        }
        if (object.docs().deprecated()) {
            type.addAnnotation(Deprecated.class);
        }
        object.members().forEach(member -> type.addField(field(plan, member)));
        type.addMethod(constructor());
        for (MemberPlan member : object.members()) {
            type.addMethod(getter(plan, member));
            if (member.isWritable()) {
                type.addMethod(setter(plan, object, member));
            }
        }
        object.inherited().stream()
                .filter(MemberPlan::isWritable)
                .forEach(member -> type.addMethod(inheritedSetter(plan, object, member)));
        object.additional().ifPresent(value -> type.addMethod(additional(value)));
        type.addMethod(typeMethod()).addMethod(create(object));
        DerivedTypes.methods(plan, object).forEach(type::addMethod);
        Members.navigation(plan, object).forEach(type::addMethod);
        Members.read(object).forEach(type::addMethod);
        Members.value(plan, object).forEach(type::addMethod);
        Members.write(object).forEach(type::addMethod);
        return type;
    }

    // public static final ObjectType<Account> TYPE = ObjectType.<Account>of(new Account(), "...account", "accountid",
    // "name")
    //         .keys("accountid")
    //         .readOnly("createdon");
    private static FieldSpec typeConstant(ObjectPlan object) {
        CodeBlock.Builder value = CodeBlock.builder()
                .add(
                        "$T.<$T>of(new $T(), $L$>$>",
                        RuntimeTypes.OBJECT_TYPE,
                        object.name(),
                        object.name(),
                        Sources.literal(object.typeName()));
        object.wireNames().forEach(name -> value.add(",\n$L", Sources.literal(name)));
        value.add(")");
        if (object.key().stream().noneMatch(ObjectPlan.KeyPart::isNested)) {
            if (!object.key().isEmpty()) {
                value.add(
                        "\n.keys($L)",
                        Sources.literals(object.key().stream()
                                .map(ObjectPlan.KeyPart::name)
                                .toList()));
            }
        } else {
            object.key()
                    .forEach(part ->
                            value.add("\n.key($L, $L)", Sources.literal(part.name()), Sources.literal(part.path())));
        }
        // What was read is sent again, in whole or to be created elsewhere: what only the server sets must not go
        // along.
        if (!object.readOnly().isEmpty()) {
            value.add("\n.readOnly($L)", Sources.literals(object.readOnly()));
        }
        if (!object.discriminator().isEmpty()) {
            value.add("\n.discriminatedBy($L)", Sources.literal(object.discriminator()));
        }
        object.marks()
                .forEach((member, mark) ->
                        value.add("\n.marked($L, $L)", Sources.literal(member), Sources.literal(mark)));
        Stream.concat(object.inherited().stream(), object.members().stream())
                .forEach(member -> member.aliases()
                        .forEach(alias -> value.add(
                                "\n.alias($L, $L)", Sources.literal(alias), Sources.literal(member.wireName()))));
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeTypes.OBJECT_TYPE, object.name()),
                        "TYPE",
                        PUBLIC,
                        STATIC,
                        FINAL)
                .addJavadoc("How values of this class are read and written.")
                .initializer(value.add("$<$<").build())
                .build();
    }

    private static FieldSpec field(ClientPlan plan, MemberPlan member) {
        return FieldSpec.builder(Sources.nullable(plan, member.value().java()), member.field(), PRIVATE)
                .build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(PUBLIC)
                .addJavadoc("Creates an empty value: every member is absent.")
                .build();
    }

    // public @Nullable String getName() {
    //     return this.name;
    // }
    private static MethodSpec getter(ClientPlan plan, MemberPlan member) {
        MethodSpec.Builder getter = MethodSpec.methodBuilder(member.getter())
                .addModifiers(PUBLIC)
                .returns(Sources.nullable(plan, member.value().java()))
                .addJavadoc(Javadocs.of(member.docs(), lead(member)))
                .addStatement("return this.$N", member.field());
        if (member.docs().deprecated()) {
            getter.addAnnotation(Deprecated.class);
        }
        return getter.build();
    }

    private static String lead(MemberPlan member) {
        return "{@code " + Javadocs.escape(member.wireName()) + "}"
                + (member.isWritable() ? "." : "; set by the server.");
    }

    // public Account setName(@Nullable String name) {
    //     this.name = name;
    //     changed(3);
    //     return this;
    // }
    private static MethodSpec setter(ClientPlan plan, ObjectPlan object, MemberPlan member) {
        MethodSpec.Builder setter = MethodSpec.methodBuilder(member.setter())
                .addModifiers(PUBLIC)
                .returns(object.name())
                .addParameter(Sources.nullable(plan, member.value().java()), member.field())
                .addJavadoc(
                        "Sets {@code $L}; null is sent as null.\n@see #$N()",
                        Javadocs.escape(member.wireName()),
                        member.getter());
        if (member.docs().deprecated()) {
            setter.addAnnotation(Deprecated.class);
            setter.addJavadoc("\n@deprecated The document calls it deprecated.");
        }
        return setter.addStatement("this.$1N = $1N", member.field())
                .addStatement("changed($L)", member.index())
                .addStatement("return this")
                .build();
    }

    // @Override
    // public Task setSubject(@Nullable String subject) {
    //     super.setSubject(subject);
    //     return this;
    // }
    private static MethodSpec inheritedSetter(ClientPlan plan, ObjectPlan object, MemberPlan member) {
        MethodSpec.Builder setter = MethodSpec.methodBuilder(member.setter())
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(object.name())
                .addParameter(Sources.nullable(plan, member.value().java()), member.field());
        if (member.docs().deprecated()) {
            setter.addAnnotation(Deprecated.class);
        }
        return setter.addStatement("super.$N($N)", member.setter(), member.field())
                .addStatement("return this")
                .build();
    }

    // public Map<String, Price> additionalProperties() {
    //     return additional(Price.TYPE);
    // }
    private static MethodSpec additional(ValuePlan value) {
        return MethodSpec.methodBuilder("additionalProperties")
                .addModifiers(PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), value.java()))
                .addJavadoc(
                        "The members that have no setter of their own, by name. Changes of the map are changes of this"
                                + " object.")
                .addStatement("return additional($L)", Values.type(value))
                .build();
    }

    private static MethodSpec typeMethod() {
        TypeName any = WildcardTypeName.subtypeOf(Object.class);
        return MethodSpec.methodBuilder("type")
                .addAnnotation(Override.class)
                .addModifiers(PROTECTED)
                .returns(ParameterizedTypeName.get(RuntimeTypes.OBJECT_TYPE, any))
                .addStatement("return TYPE")
                .build();
    }

    private static MethodSpec create(ObjectPlan object) {
        return MethodSpec.methodBuilder("create")
                .addAnnotation(Override.class)
                .addModifiers(PROTECTED)
                .returns(RuntimeTypes.JSON_OBJECT)
                .addStatement("return new $T()", object.name())
                .build();
    }
}
