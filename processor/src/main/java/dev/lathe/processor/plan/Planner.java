package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.lathe.processor.model.ApiInfo;
import dev.lathe.processor.model.ApiModel;
import dev.lathe.processor.model.EnumDecl;
import dev.lathe.processor.model.ObjectDecl;
import dev.lathe.processor.model.Problems;
import dev.lathe.processor.model.Resource;
import dev.lathe.processor.model.TypeDecl;
import dev.lathe.processor.model.UnionDecl;
import java.util.ArrayList;
import java.util.List;

/** Decides which Java is written for a model. */
public final class Planner {

    private final ApiModel model;
    private final PlanRequest request;
    private final Problems problems;
    private final TypeNames names;
    private final Values values;

    private Planner(ApiModel model, PlanRequest request, Problems problems) {
        this.model = model;
        this.request = request;
        this.problems = problems;
        this.names = new TypeNames(request.packageName());
        this.values = new Values(names, request.jspecify());
    }

    /** The plan of a client; sound only when {@code problems} has no error afterwards. */
    public static ClientPlan plan(ApiModel model, PlanRequest request, Problems problems) {
        return new Planner(model, request, problems).plan();
    }

    private ClientPlan plan() {
        ApiInfo info = model.info();
        ClassName root = names.take(rootName(info), "Client");
        names.declare(model);

        var unions = new UnionPlanner(model, names, values).plan();
        var objects = new ObjectPlanner(model, names, values, unions, problems).plan();
        List<EnumPlan> enums = model.types().stream()
                .filter(EnumDecl.class::isInstance)
                .map(type -> EnumPlanner.plan((EnumDecl) type, isOData(), names))
                .toList();

        List<OptionsPlan> options = new ArrayList<>();
        Scope accessors = Scope.ofMembers(
                "connect",
                "with",
                "withResponse",
                "client",
                "wait",
                "notify",
                "notifyAll",
                "getClass",
                "hashCode",
                "toString",
                "clone",
                "finalize",
                "service");
        if (isOData()) {
            accessors.reserve(List.of("batch"));
        }
        List<ResourcePlan> resources = new ResourcePlanner(
                        names, values, accessors, options, new ResultPlanner(model, values, unions.plans()))
                .plan(tagged(model.resources()));
        var odata = new ODataPlanner(model, names, values, accessors, options, problems).plan();

        ProfilePlan profile = profile(info);
        ServerPlanner servers = new ServerPlanner(root, accessors);
        RootPlan rootPlan = new RootPlan(
                root,
                profile,
                servers.plan(info.servers()),
                servers.choices(),
                ServerPlanner.known(info.servers(), tagged(model.resources())),
                profile.isPlain() ? LoginPlanner.plan(info.security(), accessors) : List.of(),
                isOData(),
                odata.unbound(),
                servers.docs(DocPlan.of(info.docs(), info.at(), "Client of " + info.title() + "."), info.servers()));
        return new ClientPlan(
                rootPlan,
                objects,
                enums,
                unions.plans(),
                resources,
                odata.sets(),
                odata.singletons(),
                odata.holders(),
                options,
                request.jspecify(),
                anyDeprecated());
    }

    private String rootName(ApiInfo info) {
        if (!request.clientName().isEmpty()) {
            return request.clientName();
        }
        return Identifiers.pascal(info.clientName().isEmpty() ? info.title() : info.clientName());
    }

    private boolean isOData() {
        return model.info().format().startsWith("OData");
    }

    private ProfilePlan profile(ApiInfo info) {
        String name = request.profile().isEmpty() ? info.profile() : request.profile();
        return ProfilePlan.named(name).orElseGet(() -> {
            problems.error(
                    "unknown-profile",
                    info.at(),
                    "There is no service profile '" + name + "'.",
                    "known profiles: " + String.join(", ", ProfilePlan.names()));
            return ProfilePlan.named("").orElseThrow();
        });
    }

    private static List<Resource.Tagged> tagged(List<Resource> resources) {
        return resources.stream()
                .filter(Resource.Tagged.class::isInstance)
                .map(Resource.Tagged.class::cast)
                .toList();
    }

    private boolean anyDeprecated() {
        return model.types().stream().anyMatch(Planner::deprecates)
                || model.operations().stream().anyMatch(o -> o.docs().deprecated())
                || model.resources().stream()
                        .anyMatch(r -> r.docs().deprecated()
                                || (r instanceof Resource.Tagged t
                                        && t.operations().stream()
                                                .anyMatch(o -> o.docs().deprecated()
                                                        || o.parameters().stream()
                                                                .anyMatch(p ->
                                                                        p.docs().deprecated()))));
    }

    private static boolean deprecates(TypeDecl type) {
        if (type.docs().deprecated()) {
            return true;
        }
        if (type instanceof ObjectDecl object) {
            return object.properties().stream().anyMatch(p -> p.docs().deprecated())
                    || object.navigations().stream().anyMatch(n -> n.docs().deprecated());
        }
        return !(type instanceof UnionDecl)
                && ((EnumDecl) type).members().stream().anyMatch(m -> m.docs().deprecated());
    }
}
