package dev.lathe.processor.model;

/**
 * Identity of a declared type within one model. Opaque: compare it, never take it apart.
 *
 * @param value OData: the qualified name ({@code Microsoft.Dynamics.CRM.account}); OpenAPI: the place ({@code #/components/schemas/Pet})
 */
public record TypeId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
