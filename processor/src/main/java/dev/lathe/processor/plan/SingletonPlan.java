package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** A generated interface for a singleton, with its implementation. */
public record SingletonPlan(
        ClassName name,
        ClassName client,
        String accessor,
        String wireName,
        ClassName entity,
        List<OperationPlan> operations,
        DocPlan docs) {}
