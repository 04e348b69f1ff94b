"""The characters around a found name that belong to other words: 扎西刚|当园长, 拉|周远山; and two names read as one."""

from __future__ import annotations

import re

from loaders.lexicon import read_yaml
from loaders.person_shapes import DOUBLE, ELEMENT, ELEMENTS, FOREIGN_RUN, SURNAME

Span = tuple[int, int]

_RAW = read_yaml("persons.yaml")
_JOINED = re.compile(f"(?P<one>(?:[一-鿿]*(?:{ELEMENTS})|阿[一-鿿]))和(?P<other>(?:{ELEMENTS}|阿)[一-鿿]*)")
_SINCE = re.compile("原(?=[在是任系为])")  # 皇甫伟|原在: only behind a surname of two characters, 李志原 is a name
# A last character that makes a word with what follows: 扎西刚|当园长时, 上官明来|当的经理, 岩温买|了车.
_WORD_OPENS = re.compile(
    "刚(?=[当到来从进开接毕上入满去担任做])|来(?=[当办做任支挂援驻投考])|买(?=[了过下回起])|当(?=[了上着])|拉(?=[着来起了])|开(?=[了办起着])|带(?=[着了来领])|花(?=了[\\d一两三四五六七八九十几半多大好])|募(?=[来集得到])|捐(?=[了来出赠献助])|作(?=了|为|出|主旨|主题|发言|表态|交流|报告|讲话|动员)"
)
_GIVEN_WITH_COME = "春福运喜东友贵时连财宝"  # 春来, 福来: given names
_TAKES = "拉请让找推选招派聘给把对向由带陪雇劝喊帮"


def settled(plain: str, span: Span, whole: str) -> list[Span]:
    """The names in a span that was taken for one; `whole` is the text of the article.

    >>> text = "阿果和阿支回来了"
    >>> [text[slice(*s)] for s in settled(text, (0, 5), text)]
    ['阿果', '阿支']
    """
    start, end = span
    name = plain[start:end]
    two = _JOINED.fullmatch(name)
    if two is not None and whole.count(name) == 1:
        return [(start, start + len(two["one"])), (end - len(two["other"]), end)]
    written = ELEMENT.search(name) is not None or FOREIGN_RUN.fullmatch(name) is not None  # 拉巴次仁, 扎西
    if len(name) == 4 and name[0] in _TAKES and SURNAME.match(name, 1) and not (DOUBLE.match(name) or written):
        return [(start + 1, end)]
    least = 4 if DOUBLE.match(name) else 3
    opens = _WORD_OPENS.match(plain, end - 1) or (_SINCE.match(plain, end - 1) if DOUBLE.match(name) else None)
    if (
        len(name) >= least
        and opens is not None
        and whole.count(name) == 1
        and (ELEMENT.search(name) or opens.group() != "刚")
    ):
        return [span] if opens.group() == "来" and name[-2] in _GIVEN_WITH_COME else [(start, end - 1)]
    return [span]
