"""Reads operations.txt and writes its types, functions and actions as CSDL.

One declaration a line, its members indented below it, what stands behind a colon is its description:

    complex NAME [is BASE]: text              members `Name Type: text`, `nav Name Type: text`
    enum NAME: text                           members `Name = number`; `flags` instead of `enum` for sets of bits
    [bound] [composable] function NAME -> TYPE: text
    [bound] action NAME [-> TYPE]: text       members are parameters; a name that ends with `?` is optional
    query NAME [TYPES]: text                  a function for $filter only; its value parameters have these types

Types are written without `Edm.` and without a namespace. The first parameter of a bound operation is what it is bound to.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

PRIMITIVES = {"Binary", "Boolean", "Date", "DateTimeOffset", "Decimal", "Double", "Guid", "Int32", "Int64", "String"}
NAMESPACE = "Microsoft.Dynamics.CRM"


@dataclass
class Part:
    name: str
    type: str
    text: str
    optional: bool = False
    navigation: bool = False


@dataclass
class Declaration:
    words: list[str]
    text: str
    parts: list[Part] = field(default_factory=list)

    @property
    def kind(self):
        return next(w for w in self.words if w in KINDS)

    @property
    def name(self):
        return self.words[self.words.index(self.kind) + 1]

    def after(self, word):
        return self.words[self.words.index(word) + 1] if word in self.words else None

    def has(self, word):
        return word in self.words[: self.words.index(self.kind)]


KINDS = ("complex", "enum", "flags", "function", "action", "query")


class Operations:
    def __init__(self, declarations):
        self.declarations = declarations

    @staticmethod
    def read(file):
        declarations = []
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            head, _, text = line.strip().partition(":")
            words = head.split()
            if line.startswith(" "):
                declarations[-1].parts.append(part(words, text.strip()))
            else:
                declarations.append(Declaration(words, text.strip()))
        return Operations([query_function(d) if d.kind == "query" else d for d in declarations])

    def check(self, tables):
        known = set(tables) | {"crmbaseentity"} | {d.name for d in self.of("complex", "enum", "flags")}
        known |= {f"Edm.{p}" for p in PRIMITIVES}
        unknown = {
            f"{d.name}: {type_}"
            for d in self.declarations
            for type_ in [p.type for p in d.parts if d.kind not in ("enum", "flags")] + [result(d) or "Edm.String"]
            if bare(typed(type_)) not in known
        }
        if unknown:
            sys.exit("operations.txt names unknown types: " + ", ".join(sorted(unknown)))

    def of(self, *kinds):
        return [d for d in self.declarations if d.kind in kinds]

    def write_types(self, csdl):
        x = csdl.xml
        for d in self.of("complex"):
            children = [lambda p=p: self.member(csdl, p) for p in d.parts] + self.described(csdl, d)
            base = d.after("is")
            x.element("ComplexType", children, Name=d.name, BaseType=f"mscrm.{base}" if base else None)
        for d in self.of("enum", "flags"):
            children = [lambda p=p: x.leaf("Member", Name=p.name, Value=p.type) for p in d.parts]
            x.element("EnumType", children + self.described(csdl, d), Name=d.name,
                      IsFlags="true" if d.kind == "flags" else None)

    def write_operations(self, csdl):
        for d in self.of("function", "action"):
            tag = d.kind.capitalize()
            children = [lambda p=p: self.parameter(csdl, d, p) for p in d.parts]
            if result(d):
                children.append(lambda: csdl.xml.leaf("ReturnType", Type=qualified(result(d)), Nullable="false"))
            csdl.xml.element(tag, children + self.described(csdl, d), Name=d.name,
                             IsBound="true" if d.has("bound") else None,
                             IsComposable="true" if d.has("composable") else None)

    def write_imports(self, csdl):
        for d in sorted(self.of("function", "action"), key=lambda d: (d.kind != "function", d.name)):
            if not d.has("bound") and not d.has("filter"):
                tag = d.kind.capitalize()
                csdl.xml.leaf(f"{tag}Import", Name=d.name, **{tag: f"{NAMESPACE}.{d.name}"})

    def member(self, csdl, p):
        children = [lambda: csdl.description(p.text)] if p.text else []
        if p.navigation:
            csdl.xml.element("NavigationProperty", children, Name=p.name, Type=qualified(p.type))
        else:
            csdl.xml.element("Property", children, Name=p.name, Type=qualified(p.type),
                             Nullable="false" if typed(p.type).startswith("Collection") else None,
                             Scale="variable" if p.type == "Decimal" else None)

    def parameter(self, csdl, d, p):
        children = [lambda: csdl.description(p.text)] if p.text else []
        if p.optional and d.kind == "function":
            children.append(lambda: csdl.xml.leaf("Annotation", Term="Org.OData.Core.V1.OptionalParameter"))
        csdl.xml.element("Parameter", children, Name=p.name, Type=qualified(p.type),
                         Nullable=None if p.optional else "false")

    @staticmethod
    def described(csdl, d):
        return [lambda: csdl.description(d.text)] if d.text else []


def part(words, text):
    if words[1:2] == ["="]:
        return Part(words[0], words[2], text)
    navigation = words[0] == "nav"
    name, type_ = words[1:] if navigation else words
    return Part(name.removesuffix("?"), type_, text, name.endswith("?"), navigation)


def query_function(d):
    """A function that is only legal inside $filter: it gets the name of the column first, then its values."""
    types = d.words[2:]
    parts = [Part("PropertyName", "String", "Name of the column.")]
    for number, type_ in enumerate(types, start=1):
        name = "PropertyValues" if type_.startswith("Collection") else "PropertyValue"
        parts.append(Part(name + (str(number) if len(types) > 1 else ""), type_, ""))
    return Declaration(["filter", "function", d.name, "->", "Boolean"], "Only inside $filter: " + d.text, parts)


def result(d):
    return d.after("->")


def typed(type_):
    inner = bare(type_)
    full = f"Edm.{inner}" if inner in PRIMITIVES else inner
    return f"Collection({full})" if type_.startswith("Collection(") else full


def bare(type_):
    return re.sub(r"Collection\((.*)\)", r"\1", type_)


def qualified(type_):
    full = typed(type_)
    inner = bare(full)
    return full if inner.startswith("Edm.") else full.replace(inner, f"mscrm.{inner}")
