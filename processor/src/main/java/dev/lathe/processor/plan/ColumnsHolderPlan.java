package dev.lathe.processor.plan;

import com.palantir.javapoet.ClassName;

/** A generated interface that holds the columns of a type without an entity set. */
public record ColumnsHolderPlan(ClassName name, ColumnsPlan columns, DocPlan docs) {}
