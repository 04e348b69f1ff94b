"""What speaks against a sending that the words about a person seem to tell: a team acts, another is meant, a visit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.chart import SIGNS, Chart
from loaders.lexicon import read_yaml
from loaders.post_shapes import PERSON
from loaders.proposals import Proposal
from loaders.sending_ends import Sent

_RAW: dict[str, str] = read_yaml("sendings.yaml")["against"]
_TEAM_ACTS = re.compile(_RAW["team_acts"].replace("{team}", SIGNS["Organization"]))
_KIN = re.compile(_RAW["kin"].replace("{person}", PERSON))
_IN_TURN = re.compile(_RAW["in_turn"])
_HEAD, _SENT = re.compile(_RAW["head_of_house"]), re.compile(_RAW["sent_all_the_same"])
_CRAFT = re.compile(
    "(?:烘焙师|厨师|大厨|面点师|糕点师|咖啡师|摄影师|摄影家|画家|作家|歌手|导游|裁缝|木匠|店主|店长|理发师|司机|货郎|主播|网红|掌柜)$"
)
_MEETING = re.compile(
    f"(?:会|会议|仪式|活动|论坛|[{SIGNS['Organization']}{SIGNS['Programme']}]在)[^，。；]{0, 14}(?:召开|举行|开幕|举办)"
)
_SPEAKS = re.compile("(?:[^，。；]{0,4})(?:通报|致辞|讲话|发言|表示|介绍|说|宣布|作了)")
_MANAGER = re.compile("经理|董事长|总裁|厂长|老板|负责人|法人|创始人|店长")
_UNNAMED = re.compile(_RAW["unnamed_body"])


def without_teams(clause: str) -> str:
    """A clause without the team that it lets act: what it tells of 甲市派来的工作组 it does not tell of a person."""
    return _TEAM_ACTS.sub("", clause)


def kin_from(code: str, index: int, stop: int) -> int:
    """Where the words after a person go on about a relation of the person: 丙说，丈夫|也在医疗队里."""
    found = _KIN.search(code, index + 1, stop)
    return found.start("who") if found is not None else stop


def in_turn(code: str, clauses: list[tuple[int, int]], group: tuple[int, int], index: int) -> list[tuple[int, int]]:
    """The clauses of one person where each of several gets one: 甲和乙是夫妻，一个从丙市来挂职，一个在镇上长大."""
    each = [c for c in clauses if _IN_TURN.match(code, *c)]
    people = [at for at in range(group[0], group[1] + 1) if code[at] == PERSON]
    if len(people) < 2 or len(each) != len(people):
        return clauses
    others = [c for c in each if c != each[people.index(index)]]
    return [c for c in clauses if c not in others]


def calls(row: Chart, gap: str) -> bool:
    """Whether who only arrives is the head of a house, who visits: 甲局局长丙到了乙县."""
    return _HEAD.search(gap) is not None and _SENT.search(row.code) is None


def crafts(code: str, index: int) -> bool:
    """Whether the words call a person by a trade that nobody is sent for, and the sentence tells of no sending."""
    return _CRAFT.search(code[:index]) is not None and _SENT.search(code) is None


def reports(code: str, index: int) -> bool:
    """Whether a person speaks at a meeting that the sentence tells of: 会商会在乙镇召开，甲办副主任丙通报."""
    return _MEETING.search(code[:index]) is not None and _SPEAKS.match(code, index + 1) is not None


def manages_firm(posts: Sequence[Proposal], words: str) -> bool:
    """Whether a person leads a firm, and nothing in the words says that it was lent to a county or village."""
    leads = (p for p in posts if p.object.label in ("Company", "Park", "Workshop") or "运营" in p.properties["title"])
    return any(_MANAGER.search(p.properties["title"]) for p in leads) and _SENT.search(words) is None


def unsure(sent: Sent) -> bool:
    """Whether nothing but a 他 of an unsure antecedent tells that the person was sent, and nothing by whom."""
    return sent.hearsay and not (sent.named or sent.senders)


def unnamed(name: str) -> bool:
    """Whether a body is called by its kind alone (园区管委会): it is the one under discussion, no sender."""
    return _UNNAMED.fullmatch(name) is not None
