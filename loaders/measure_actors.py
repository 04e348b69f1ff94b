"""The names of a sentence as actors: which of them is subject-like, which only modifies, which stands aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.model import Entity
from loaders.measure_frames import frames
from loaders.values import Mention, Reading, Sentence

FREE, MODIFIER, OBLIQUE = range(3)
MARKS = "“”‘’《》"
_THINGS = (
    "Company",
    "Park",
    "Workshop",
    "Facility",
    "RelocationSite",
)  # what "…是X" presents; a division is a predicate
_AND = re.compile(r"[”’》]?(?:、|和|与|及|以及|，|同)[“‘《]?")
_ORIGIN = re.compile(r"(?:派?来的|籍|人(?![民大]))")
_PREDICATE = re.compile(r"是[^，。]{0,8}$")


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention in its sentence. `case`: FREE (subject-like), MODIFIER (of a name or a holder of a post) or OBLIQUE.

    `entity` is the mention's, or the division that an office is named after. `built`, `introduced`: the clause brings it
    into the story; `beneficiary`: words such as 向 or 给 lead to it; `agent`: it acts in a passive (由…出资).
    """

    mention: Mention
    entity: Entity
    sentence: int
    clause: int
    case: int
    built: bool = False
    introduced: bool = False
    beneficiary: bool = False
    agent: bool = False
    listed: bool = False  # one of several names of its kind side by side
    head: int = 0  # where the chain of names that it ends begins (广西忻城县: at 广西)
    outer: bool = False  # only says where the place named right after it lies

    @property
    def label(self) -> str:
        return self.entity.label


def actors_of(reading: Reading, number: int, sentence: Sentence, mentions: list[Mention]) -> Iterator[Actor]:
    plain = reading.blocks[sentence.block].text.plain
    for index, mention in enumerate(mentions):
        clause = next((i for i, (a, b) in enumerate(sentence.clauses) if a <= mention.start < b), 0)
        start, end = sentence.clauses[clause] if sentence.clauses else (sentence.start, sentence.end)
        head = index
        while head and _belongs(plain[mentions[head - 1].end : mentions[head].start]):
            head -= 1
        before = plain[start : mentions[head].start].rstrip(MARKS)
        after = plain[mention.end : end].lstrip(MARKS)
        follower = mentions[index + 1] if index + 1 < len(mentions) else None
        touches = follower is not None and _belongs(plain[mention.end : follower.start])
        holder = _patterns()["holder_after"].match(after) is not None
        agent = bool(_patterns()["agent_before"].search(before) and _agent_after(after, before))
        built = not touches and _patterns()["built_before"].search(before) is not None
        introduced = not touches and _patterns()["introduced_before"].search(before) is not None
        if mention.label == "Programme":  # a course or plan that is set up or brought in is a means, not the actor
            built, introduced, means = False, False, built or introduced
        else:
            means = False
        introduced = introduced or (before.endswith("是") and not after and mention.label in _THINGS)
        predicate = not built and not introduced and _PREDICATE.search(before) is not None
        aside = _patterns()["aside_before"].search(plain[start : mention.start].rstrip(MARKS)) is not None
        origin = mention.label == "Region" and _ORIGIN.match(after) is not None
        oblique = (
            agent or origin or means or predicate or aside or _patterns()["oblique_before"].search(before) is not None
        )
        case = OBLIQUE if oblique else MODIFIER if touches or holder else FREE
        beneficiary = _patterns()["for_before"].search(before) is not None
        listed = (
            after.startswith("、")
            or plain[: mention.start].rstrip(MARKS).endswith("、")
            or any(
                other.label == mention.label
                and _AND.fullmatch(plain[min(mention.end, other.end) : max(mention.start, other.start)])
                for other in mentions[max(0, index - 1) : index + 2]
                if other is not mention
            )
        )
        outer = (
            follower is not None
            and {mention.label, follower.label} <= {"Region", "RelocationSite"}
            and not plain[mention.end : follower.start].strip(MARKS)
        )
        yield Actor(
            mention,
            mention.entity,
            number,
            clause,
            case,
            built,
            introduced,
            beneficiary,
            agent,
            listed,
            mentions[head].start,
            outer,
        )
        if mention.prefix is not None and mention.label != "Region":
            yield Actor(mention, mention.prefix, number, clause, max(case, MODIFIER))


def _belongs(between: str) -> bool:
    """Whether the words between two names make the first a part of the second's description."""
    return _patterns()["apposition"].fullmatch(between.strip(MARKS)) is not None


def _agent_after(after: str, before: str) -> bool:
    return before.endswith(("由", "被", "经")) or _patterns()["agent_after"].match(after) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    cases = frames().settings["cases"]
    words = {
        name: "|".join(sorted(map(re.escape, members), key=lambda w: (-len(w), w))) for name, members in cases.items()
    }
    between = f"(?:{words['between']})*"
    return {
        "oblique_before": re.compile(f"(?:{words['oblique_before']})$"),
        "aside_before": re.compile(f"(?:{words['aside_before']})$"),
        "agent_before": re.compile(f"(?:{words['agent_before']})$"),
        "agent_after": re.compile(f"(?:{words['agent_after']})"),
        "built_before": re.compile(f"(?:{words['built_before']}){between}[\u4e00-\u9fff0-9]{{0,6}}$"),
        "introduced_before": re.compile(f"(?:{words['introduced_before']}){between}$"),
        "holder_after": re.compile(f"的?[\u4e00-\u9fff]{{0,6}}?(?:{words['holder_after']})"),
        "helps": re.compile(f"[^，。；、和与]{{0,8}}(?:{'|'.join(frames().settings['helps'])})[了着]?"),
        "apposition": re.compile(f"(?:{words['apposition']})?"),
        "for_before": re.compile(f"(?:{words['for_before']})$"),
    }
