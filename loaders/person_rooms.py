"""Names that fill the room between a post or calling and a verb of speaking: 校长|才让扎西|说, 中心主任|马古丽娜|介绍.

What stands there whole is a name, whatever the tagger cuts it into; only its characters must be such as names have.
"""

from __future__ import annotations

import re

from loaders.lexicon import any_of, read_yaml

Span = tuple[int, int]

_RAW = read_yaml("persons.yaml")
_TITLES = read_yaml("titles.yaml")
_WHO = any_of([*_TITLES["chiefs"], *_TITLES["others"], *_TITLES["jobs"], *_RAW["callings"], *_RAW["kin"]])
_SOUND = f"(?:{any_of(_RAW['elements'])}|[{_RAW['foreign']}{_RAW['foreign_rare']}])"
_FIRST = "[" + "".join({name[0] for name in (*_RAW["surnames"], *_RAW["rare"])}) + "]"
# How it was said, between the name and the verb: 院长才让卓玛压低声音说.
_HOW = "(?:如此|这样|这么|压低(?:了)?声音|提高(?:了)?嗓门|[一-鿿]{2}地|笑着|边[一-鿿]边|一边[一-鿿]{1,6}一边|用[一-鿿]{2,4}话)?"
_SPEAKS = "说|表示|介绍|告诉|坦言|回忆|感慨|笑[道着称言说]|透露|认为|指出|强调|补充|解释|直言|打趣|念叨|记得|感叹|评价|自嘲|讲起|谈到"
# 对主任来说, 校长也说, 队长又介绍: the word before the verb is none of the name.
_ADVERB = "[来也又还都才再就则便常总却刚正]"
_ROOM = re.compile(
    f"(?:{_WHO})(?P<name>(?:{_SOUND}|{_FIRST}){_SOUND}{{2,6}}?)(?<!{_ADVERB})(?<!地)(?={_HOW}(?:{_SPEAKS}))"
)
_NO_NAME = re.compile(
    "^(?:不|也|又|还|都|才|再|就|则|便|常|总|却|刚|正|一|来|在|和|对|大家|自|可|多|有|本|其|如|以|让|将|加|班)"
)
_DOT = re.compile(
    f"(?:{_WHO})(?P<name>[一-鿿]{{1,7}}(?:·[一-鿿]{{1,7}}?){{1,2}}?)(?<!{_ADVERB})(?={_HOW}(?:{_SPEAKS}))"
)


def between(plain: str) -> set[Span]:
    """The names between a post or calling and a verb of speaking, in the characters of transliteration.

    >>> text = "校长才让扎西说，中心主任马古丽娜介绍，村民代表也来说"
    >>> sorted(text[slice(*s)] for s in between(text))
    ['才让扎西', '马古丽娜']
    """
    found = {m.span("name") for pattern in (_ROOM, _DOT) for m in pattern.finditer(plain)}
    return {(s, e) for s, e in found if _NO_NAME.match(plain, s) is None}
