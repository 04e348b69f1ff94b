"""The colours of labels and relations as classes of a style sheet, from graph/look.yaml."""

from __future__ import annotations

from functools import cache

from graph.look import looks


@cache
def look_css() -> str:
    """`.fill-LABEL`, `.chip-LABEL` and `--label` of `.name-LABEL` for a label, `.line-RELATION` for lines; dark pages have lighter lines."""
    found = looks()
    lines = []
    for label, look in found.labels.items():
        lines.append(f".fill-{label} {{ fill: {look.color}; stroke: {look.border}; }}")
        lines.append(f".name-{label} {{ --label: {look.color}; }}")
        lines.append(f".chip-{label} {{ background: {look.color}; color: {look.text}; border-color: {look.border}; }}")
    for relation, line in found.relations.items():
        lines.append(f".line-{relation} {{ stroke: {line.color}; --line: {line.color}; }}")
        lines.append(f'html[data-theme="dark"] .line-{relation} {{ stroke: {line.dark}; --line: {line.dark}; }}')
    return "\n".join(lines) + "\n"
