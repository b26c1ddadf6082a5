package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A generated interface for a group of operations, with its implementation.
 *
 * @param accessor method of the root client that returns it
 */
public record ResourcePlan(ClassName name, ClassName client, String accessor, List<CallPlan> calls, DocPlan docs) {}
