package dev.lathe.sandbox.dataverse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlFunction;
import org.apache.olingo.commons.api.edm.provider.CsdlOperation;
import org.apache.olingo.commons.api.edm.provider.CsdlParameter;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;

/**
 * Makes operations findable for Olingo, which takes an overload only if the names of its parameters are exactly those of the
 * call, and a binding only if its type is spelled without an alias.
 */
final class Overloads {

    private static final String OPTIONAL = "Org.OData.Core.V1.OptionalParameter";

    private Overloads() {}

    static void prepare(CsdlSchema schema, Map<String, CsdlSchema> byNameOrAlias) {
        schema.getEntityTypes().forEach(type -> {
            if (type.getBaseTypeFQN() != null) {
                type.setBaseType(spelledOut(type.getBaseTypeFQN(), byNameOrAlias));
            }
        });
        schema.getActions().forEach(action -> spellOut(action, byNameOrAlias));
        List<CsdlFunction> shorter = new ArrayList<>();
        for (CsdlFunction function : schema.getFunctions()) {
            spellOut(function, byNameOrAlias);
            addShorter(function, shorter);
        }
        schema.getFunctions().addAll(shorter);
    }

    private static void spellOut(CsdlOperation operation, Map<String, CsdlSchema> byNameOrAlias) {
        for (CsdlParameter parameter : operation.getParameters()) {
            parameter.setType(spelledOut(parameter.getTypeFQN(), byNameOrAlias));
        }
    }

    private static FullQualifiedName spelledOut(FullQualifiedName type, Map<String, CsdlSchema> byNameOrAlias) {
        CsdlSchema declaring = byNameOrAlias.get(type.getNamespace());
        return declaring == null ? type : new FullQualifiedName(declaring.getNamespace(), type.getName());
    }

    /** The function once more for each set of optional parameters that a call may leave out. */
    private static void addShorter(CsdlFunction function, List<CsdlFunction> into) {
        List<CsdlParameter> optional = function.getParameters().stream()
                .filter(parameter -> parameter.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getTerm().equals(OPTIONAL)))
                .toList();
        for (int left = 1; left < 1 << optional.size(); left++) {
            List<CsdlParameter> kept = new ArrayList<>(function.getParameters());
            for (int i = 0; i < optional.size(); i++) {
                if ((left & 1 << i) != 0) {
                    kept.remove(optional.get(i));
                }
            }
            CsdlFunction overload = new CsdlFunction();
            overload.setName(function.getName())
                    .setBound(function.isBound())
                    .setParameters(kept)
                    .setReturnType(function.getReturnType());
            overload.setComposable(function.isComposable());
            into.add(overload);
        }
    }
}
