package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A generated method for an operation of OpenAPI.
 *
 * @param required positional parameters
 * @param options class of the optional ones, if there are any
 * @param errors what bodies of errors are, by status; for documentation
 * @param accept media types to ask for; empty for the runtime's default
 * @param server base of this operation; empty for the client's
 * @param multipart kind of the body that the parts make; empty for that of a form
 */
public record CallPlan(
        String name,
        String httpMethod,
        String path,
        List<ParameterPlan> required,
        Optional<ClassName> options,
        ResultPlan result,
        Map<String, TypeName> errors,
        String accept,
        String server,
        String multipart,
        DocPlan docs) {}
