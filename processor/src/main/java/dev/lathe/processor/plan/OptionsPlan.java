package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** A generated class that takes the optional parameters of one operation. */
public record OptionsPlan(ClassName name, String operation, List<ParameterPlan> parameters, DocPlan docs) {}
