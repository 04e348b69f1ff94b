"""What people at work are told as: the staff of a house, or those for whom it or a place has found work."""

from __future__ import annotations

import re
from functools import cache

from loaders.measure_actors import FREE
from loaders.measure_figures import Figure
from loaders.measure_frames import cue, patterns_of
from loaders.measure_rule import before
from loaders.measure_scene import Scene
from loaders.measure_subject import Subject, rules


def of_staff(figure: Figure, indicator: str, subject: Subject) -> str:
    """The indicator for people at work: the staff of a firm or workshop, or those whom a place has found work for.

    Women and villagers of whom a workshop's wages are told are those it has found work for, and so are those at work in a
    park, which employs nobody itself.
    """
    own_staff = subject.entity.label == "Company" or re.search(cue("employs_itself") + "$", subject.entity.name)
    if indicator == "residents" and subject.entity.label in ("Company", "Workshop"):
        return "people_employed"  # 车间安置搬迁群众150人: nobody lives there
    if indicator == "employees" and not own_staff:
        counts_folk = _counted_folk().search(figure.clause_words)
        found_work = subject.entity.label in ("Park", "RelocationSite") or counts_folk
        return "people_employed" if found_work else indicator
    if indicator == "people_employed" and subject.entity.label == "Company":
        words = figure.clause_words
        helped = _needy().search(words)
        if re.search(cue("on_the_payroll"), words) and not (helped or re.search(cue("finds_work"), words)):
            return "employees"
    return indicator


@cache
def _counted_folk() -> re.Pattern[str]:
    """People from the place, counted as such: 38名离不开家的妇女."""
    return patterns_of(["#[^，。；#〇]{0,8}?{folk}"])


@cache
def _needy() -> re.Pattern[str]:
    """Words for those who are helped to find work."""
    return patterns_of(["{needy}"])


def is_of_division(stage: Scene, figure: Figure) -> bool:
    """Whether the workers are those of the firms of a division: 县内6家车间用工243人."""
    here = [a for a in before(figure, stage.of(figure)) if a.clause == figure.clause and not a.outer]
    things = [a for a in here if a.label in rules()["staff"].labels]
    counted = re.search(
        "〇[家个间座][^，。；#]{0,8}(?:车间|企业|公司|工厂|基地|园区|合作社)[^，。；#]*#", figure.clause_words
    )
    return counted is not None and not things and any(a.label == "Region" and a.case == FREE for a in here)
