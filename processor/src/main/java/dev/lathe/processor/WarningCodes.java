package dev.lathe.processor;

import java.util.Set;

/** The codes that a warning may have, so that a misspelled one is noticed where warnings are kept back. */
final class WarningCodes {

    static final Set<String> ALL = Set.of(
            "additional-type",
            "alternate-key",
            "binding-type",
            "broken-paging",
            "broken-parameter",
            "collection-of-streams",
            "conflicting-types",
            "duplicate-definition",
            "duplicate-key",
            "duplicate-operation-id",
            "duplicate-parameter",
            "invalid-value",
            "key-type",
            "malformed-ref",
            "missing-attribute",
            "missing-binding",
            "mixed-answers",
            "nested-key",
            "no-envelope",
            "no-import",
            "no-namespace",
            "no-responses",
            "not-generated",
            "nothing-to-generate",
            "odata-version",
            "odata-version-unknown",
            "odd-server",
            "odd-status",
            "odd-style",
            "open-tuple",
            "path-parameter",
            "path-slash",
            "recursive-alias",
            "same-path",
            "security-scheme",
            "several-documents",
            "stream-property",
            "swagger2-style",
            "unknown-attribute",
            "unknown-container",
            "unknown-dialect",
            "unknown-element",
            "unknown-extension",
            "unknown-member",
            "unknown-operation",
            "unknown-property",
            "unknown-security",
            "unknown-type",
            "unqualified-name",
            "unsupported-version",
            "untyped-parameter",
            "wrong-kind",
            "wrong-ref");

    private WarningCodes() {}
}
