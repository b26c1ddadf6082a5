#!/usr/bin/env python3
"""Writes dataverse.csdl.xml from facts about tables, columns and operations.

    python3 make_csdl.py TABLES.tsv [-o ../src/main/specs/dataverse.csdl.xml]

TABLES.tsv lists the platform tables. Beside this script stand the project's own additions: tables.tsv (further tables
in the same form), operations.txt (functions, actions and the types they need) and descriptions.tsv (what becomes
Javadoc). The columns of a table list are: table, entity set, kind (key, property, nav, collection, alternatekey),
name, type or target, nullable, referential constraint, partner, table it is inherited from; `-` for none.

The output depends on nothing but these files.
"""

import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import quoteattr

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "src/main/specs/dataverse.csdl.xml"
NAMESPACE = "Microsoft.Dynamics.CRM"
ROOT = "crmbaseentity"
ABSTRACT = {"activitypointer", "principal"}

# What the service fills in by itself: a value that a client sends is ignored or refused.
COMPUTED = re.compile(
    r"createdon|modifiedon|versionnumber|fullname|yomifullname|merged|aging(30|60|90)|exchangerate|\w+_base"
    r"|address\d_composite|entityimage_url|entityimage_timestamp|entityimageid|onholdtime"
    r"|lathe_report|lathe_report_name"  # files have requests of their own
)
COMPUTED_EXCEPT = {("transactioncurrency", "exchangerate")}
IMMUTABLE = {"overriddencreatedon"}  # counts when a row is created, never afterwards


@dataclass
class Member:
    name: str
    type: str
    constraint: tuple[str, str] | None = None
    partner: str | None = None


@dataclass
class Table:
    name: str
    entity_set: str | None
    base: str = ROOT
    key: str | None = None
    properties: list[Member] = field(default_factory=list)
    navigations: list[Member] = field(default_factory=list)
    alternate_keys: list[list[str]] = field(default_factory=list)


def read_tables(*files):
    tables = {}
    for file in files:
        for row in rows(file):
            table, entity_set, kind, name, type_, _, constraint, partner, inherited = row
            found = tables.setdefault(table, Table(table, none(entity_set)))
            if none(inherited):
                found.base = inherited
                continue
            if kind == "key":
                found.key = name
            if kind in ("key", "property"):
                found.properties.append(Member(name, type_))
            elif kind == "nav":
                found.navigations.append(Member(name, type_, pair(constraint), none(partner)))
            elif kind == "collection":
                found.navigations.append(Member(name, f"Collection({type_})", None, none(partner)))
            elif kind == "alternatekey":
                found.alternate_keys.append(name.split(","))
            else:
                sys.exit(f"{file}: unknown kind {kind!r} for {table}.{name}")
    return tables


def rows(file):
    lines = Path(file).read_text(encoding="utf-8").splitlines()
    for line in lines:
        cells = line.split("\t")
        if line and not line.startswith("#") and cells[0] != "table":
            yield cells + ["-"] * (9 - len(cells))


def none(cell):
    return None if cell == "-" else cell


def pair(constraint):
    return tuple(constraint.split("->")) if none(constraint) else None


def item(type_):
    return type_.removeprefix("Collection(").removesuffix(")")


def drop_navigations_out(tables):
    """A navigation to a table outside the set goes; the lookup column beside it stays, as an identifier."""
    for table in tables.values():
        table.navigations = [n for n in table.navigations if item(n.type) in tables]
    for table in tables.values():
        for nav in table.navigations:
            if nav.partner not in {n.name for n in lineage(tables, item(nav.type), "navigations")}:
                nav.partner = None


def lineage(tables, name, members):
    """Members of a table and of those it derives from, the oldest first."""
    if name not in tables:
        return []
    table = tables[name]
    return lineage(tables, table.base, members) + getattr(table, members)


class Descriptions:
    """Looked up from special to general: a table's column, any table's column, a numbered address, a lookup."""

    def __init__(self, file):
        self.texts = {}
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                table, member, text = line.split("\t")
                if self.texts.setdefault((table, member), text) != text:
                    sys.exit(f"{file}: {table}.{member} is described twice")
        self.used = set()

    def of(self, table, member="-"):
        keys = [(table, member), ("*", member)]
        address = re.fullmatch(r"address(\d)_(\w+)", member)
        if address:
            keys.append(("*", f"addressN_{address[2]}"))
        for key in keys:
            if key in self.texts:
                self.used.add(key)
                text = self.texts[key]
                return text.replace("{n}", address[1]) if address else text
        return None

    def report_unused(self):
        for table, member in sorted(self.texts.keys() - self.used):
            print(f"descriptions.tsv: nothing is called {table} {member}", file=sys.stderr)


class Xml:
    def __init__(self):
        self.lines = ['<?xml version="1.0" encoding="UTF-8"?>']
        self.depth = 0

    def leaf(self, tag, **attributes):
        self.lines.append(f"{'  ' * self.depth}<{tag}{self.attributes(attributes)}/>")

    def open(self, tag, **attributes):
        self.lines.append(f"{'  ' * self.depth}<{tag}{self.attributes(attributes)}>")
        self.depth += 1

    def close(self, tag):
        self.depth -= 1
        self.lines.append(f"{'  ' * self.depth}</{tag}>")

    def element(self, tag, children, **attributes):
        """An element with children, each a call on this writer; short when there are none."""
        if not children:
            return self.leaf(tag, **attributes)
        self.open(tag, **attributes)
        for child in children:
            child()
        self.close(tag)

    def comment(self, text):
        self.lines.append(f"{'  ' * self.depth}<!-- {text} -->")

    @staticmethod
    def attributes(attributes):
        return "".join(f" {k}={quoteattr(v)}" for k, v in attributes.items() if v is not None)


class Csdl:
    def __init__(self, tables, operations, descriptions):
        self.tables, self.operations, self.descriptions = tables, operations, descriptions
        self.xml = Xml()

    def write(self):
        x = self.xml
        x.comment("Made by tools/make_csdl.py; edit the files beside that script instead of this one.")
        x.open("edmx:Edmx", **{"xmlns:edmx": "http://docs.oasis-open.org/odata/ns/edmx", "Version": "4.0"})
        self.reference("https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml",
                       "Org.OData.Core.V1", None)
        self.reference("http://vocabularies.odata.org/OData.Community.Keys.V1.xml", "OData.Community.Keys.V1", "Keys")
        x.open("edmx:DataServices")
        x.open("Schema", xmlns="http://docs.oasis-open.org/odata/ns/edm", Namespace=NAMESPACE, Alias="mscrm")
        x.element("EntityType", self.described(ROOT), Name=ROOT, Abstract="true")
        for table in self.by_inheritance():
            self.entity_type(table)
        self.operations.write_types(self)
        self.operations.write_operations(self)
        self.container()
        x.close("Schema")
        x.close("edmx:DataServices")
        x.close("edmx:Edmx")
        return "\n".join(x.lines) + "\n"

    def reference(self, uri, namespace, alias):
        include = [lambda: self.xml.leaf("edmx:Include", Namespace=namespace, Alias=alias)]
        self.xml.element("edmx:Reference", include, Uri=uri)

    def by_inheritance(self):
        bases = [t for t in self.tables.values() if t.name in ABSTRACT]
        return bases + [t for t in self.tables.values() if t.name not in ABSTRACT]

    def entity_type(self, table):
        x = self.xml
        x.open("EntityType", Name=table.name, BaseType=f"mscrm.{table.base}",
               Abstract="true" if table.name in ABSTRACT else None)
        if table.key and table.base == ROOT:
            x.element("Key", [lambda: x.leaf("PropertyRef", Name=table.key)])
        for column in sorted(table.properties, key=lambda c: (c.name != table.key, is_lookup(c.name), c.name)):
            self.column(table, column)
        for nav in sorted(table.navigations, key=lambda n: (n.type.startswith("Collection("), n.name)):
            self.navigation(table, nav)
        for child in self.described(table.name):
            child()
        if table.alternate_keys:
            self.alternate_keys(table.alternate_keys)
        x.close("EntityType")

    def column(self, table, column):
        x, type_ = self.xml, qualified(column.type)
        notes = []
        text = self.descriptions.of(table.name, column.name) or self.lookup_text(table, column)
        if text:
            notes.append(lambda: self.description(text))
        if is_lookup(column.name):
            notes.append(lambda: x.leaf("Annotation", Term="Org.OData.Core.V1.Permissions",
                                        EnumMember="Org.OData.Core.V1.Permission/Read"))
        elif COMPUTED.fullmatch(column.name) and (table.name, column.name) not in COMPUTED_EXCEPT:
            notes.append(lambda: x.leaf("Annotation", Term="Org.OData.Core.V1.Computed", Bool="true"))
        elif column.name in IMMUTABLE:
            notes.append(lambda: x.leaf("Annotation", Term="Org.OData.Core.V1.Immutable", Bool="true"))
        x.element("Property", notes, Name=column.name, Type=type_,
                  Scale="variable" if type_ == "Edm.Decimal" else None)

    def lookup_text(self, table, column):
        if not is_lookup(column.name):
            return None
        navs = [n for n in lineage(self.tables, table.name, "navigations") if n.constraint and n.constraint[0] == column.name]
        if not navs:
            return "Identifier of a related row; no navigation of this document leads there."
        if len(navs) == 1:
            return f"Identifier of the row of {navs[0].type} that {navs[0].name} leads to; set it by binding that navigation."
        names = ", ".join(n.name for n in navs)
        return f"Identifier of the related row, whatever its table; set it by binding one of {names}."

    def navigation(self, table, nav):
        x, target = self.xml, item(nav.type)
        children = []
        if nav.constraint:
            children.append(lambda: x.leaf("ReferentialConstraint", Property=nav.constraint[0],
                                           ReferencedProperty=nav.constraint[1]))
        text = self.descriptions.of(table.name, nav.name) or self.navigation_text(nav)
        if text:
            children.append(lambda: self.description(text))
        x.element("NavigationProperty", children, Name=nav.name, Type=qualified(nav.type), Partner=nav.partner)

    def navigation_text(self, nav):
        if not nav.type.startswith("Collection("):
            return None
        other_end = next((n for n in lineage(self.tables, item(nav.type), "navigations") if n.name == nav.partner), None)
        if other_end is None:
            return None
        if other_end.type.startswith("Collection("):
            return f"Rows of {item(nav.type)} that are associated with this row, many to many."
        return f"Rows of {item(nav.type)} whose {nav.partner} is this row."

    def described(self, *place):
        text = self.descriptions.of(*place)
        return [lambda: self.description(text)] if text else []

    def description(self, text):
        self.xml.leaf("Annotation", Term="Org.OData.Core.V1.Description", String=text)

    def alternate_keys(self, keys):
        x = self.xml

        def part(name):
            x.open("Record", Type="OData.Community.Keys.V1.PropertyRef")
            x.leaf("PropertyValue", Property="Alias", String=name)
            x.leaf("PropertyValue", Property="Name", PropertyPath=name)
            x.close("Record")

        x.open("Annotation", Term="OData.Community.Keys.V1.AlternateKeys")
        x.open("Collection")
        for key in keys:
            x.open("Record", Type="OData.Community.Keys.V1.AlternateKey")
            x.open("PropertyValue", Property="Key")
            x.element("Collection", [lambda name=name: part(name) for name in key])
            x.close("PropertyValue")
            x.close("Record")
        x.close("Collection")
        x.close("Annotation")

    def container(self):
        x = self.xml
        x.open("EntityContainer", Name="System")
        for table in sorted((t for t in self.tables.values() if t.entity_set), key=lambda t: t.entity_set):
            bindings = [
                lambda n=nav.name, s=self.tables[item(nav.type)].entity_set: x.leaf(
                    "NavigationPropertyBinding", Path=n, Target=s)
                for nav in lineage(self.tables, table.name, "navigations")
                if self.tables[item(nav.type)].entity_set
            ]
            x.element("EntitySet", bindings + self.described(table.name), Name=table.entity_set, EntityType=f"{NAMESPACE}.{table.name}")
        self.operations.write_imports(self)
        x.leaf("Annotation", Term="Org.OData.Capabilities.V1.BatchSupported", Bool="true")
        x.close("EntityContainer")


def is_lookup(name):
    return name.startswith("_") and name.endswith("_value")


def qualified(type_):
    inner = item(type_)
    full = inner if inner.startswith("Edm.") else f"mscrm.{inner}"
    return f"Collection({full})" if inner != type_ else full


def main():
    from operations import Operations

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", type=Path, help="list of the platform tables, tab-separated")
    parser.add_argument("-o", "--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()

    tables = read_tables(arguments.tables, HERE / "tables.tsv")
    drop_navigations_out(tables)
    descriptions = Descriptions(HERE / "descriptions.tsv")
    operations = Operations.read(HERE / "operations.txt")
    operations.check(tables)
    text = Csdl(tables, operations, descriptions).write()
    descriptions.report_unused()
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
