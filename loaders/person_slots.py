"""Names that fill a slot which only a person fits: 对|盘得胜|来说, 接过|占阳|递来的茶, 由|法图麦|创办, 派|师永红|到某县.

What stands whole between the two halves of such a phrase is a name, whatever the tagger cuts it into; only its
characters must be such as names have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.lexicon import any_of, read_yaml
from loaders.person_shapes import NOT_NAMES
from loaders.tagger import Token
from loaders.vocabulary import is_word

Span = tuple[int, int]

_RAW = read_yaml("persons.yaml")
_TITLES = read_yaml("titles.yaml")
_WHO = any_of([*_TITLES["chiefs"], *_TITLES["others"], *_TITLES["jobs"], *_RAW["callings"], *_RAW["kin"]])
_SOUND = f"[{_RAW['foreign']}{_RAW['foreign_rare']}]"
_FIRST = "[" + "".join({name[0] for name in (*_RAW["surnames"], *_RAW["rare"])}) + "]"
_GIVEN = "[^，。、；：！？“”（）《》\\s\\da-zA-Z的了着吗呢们这那哪每各些您你我他她它嘛吧啊很]"
_NAME = f"(?P<name>(?:{any_of(_RAW['double_surnames'])}){_GIVEN}{{1,2}}?|{_FIRST}{_GIVEN}{{1,2}}?|{_SOUND}{{3,6}}?)"
_CLAUSE = "(?:^|(?<=[，。；：！？“”\n]))"
_SPEAKS = "说[，：“起]|介绍[，：“说道]|告诉(?:记者|笔者|我们)|坦言|回忆|感慨|笑[道着称言说]|直言|打趣|念叨|感叹|算(?:过|起|了|开)?(?:一笔)?账"
_FAMILY = "丈夫|妻子|爱人|婆婆|公公|老伴|儿子|女儿|父亲|母亲|爷爷|奶奶|孙子|孙女|徒弟|师傅|双手|手机|微信|眼眶|眼睛|眼里|心里|脸上|家门|一席话|心愿|笑容|故事|想法"
_SLOTS = tuple(
    re.compile(left + _NAME + f"(?={right})")
    for left, right in (
        (f"{_CLAUSE}(?:但|而)?(?:对|对于|在)", "来说|而言|看来|眼里|的带[领动]下|的指导下|的影响下"),
        (_CLAUSE, f"的(?:{_FAMILY})"),
        (
            f"(?:{_CLAUSE}|的)",
            "一家(?:[一二三四五六七八九]口|人|子)?(?:搬|住|靠|曾|也|从|就|是|过)|家住|家里?有[一二三四五六七八九十\\d]",
        ),
        (
            "(?:派|选派|委派|派出|派遣|推荐|安排|抽调)(?:干部|教师|医生|骨干)?",
            "到[一-鿿]{2}|赴|前往|来[一-鿿]{2}|担?任|驻|挂职",
        ),
        ("由", "创[办立建]|牵头|带队|领办|主讲|主刀|执教|带领|担任|接任|打理|掌舵|一手"),
        ("(?:见到|遇到|遇见|找到|采访|碰到|认识|结识)了?", "时|的时候|，|。"),
        ("(?:接过|握着|拉着|拍着|看着|望着)", "递|的手|手[中里上]"),
        (f"{_CLAUSE}(?:据|听)", "介绍|说|讲|回忆|透露|估算|统计"),
        ("(?:跟着|跟随|师从)", "学|干|做|一起|走村|跑"),
        (f"{_CLAUSE}像", "这样|一样|家这样"),
        (_CLAUSE, _SPEAKS),
        (f"(?:{_WHO})", _SPEAKS),
        (
            f"(?:{_CLAUSE}|[一-鿿]{{1,4}}族|的)(?<!其中)",
            "（(?:男|女|[一-鿿]{1,5}族)|，(?:男|女|[一-鿿]{1,4}族)[，）]|，?今年\\d\\d岁|，\\d\\d岁",
        ),
        (
            f"{_CLAUSE}",
            "没想到|忍不住|说干就干|打心[底眼里]|心里[有乐明踏没]|脸上[笑乐写]|乐得合不拢|红了眼|抹了抹|擦了擦|摆了?摆手|掰着(?:手)?指",
        ),
    )
)
# Words of a sentence that are surnames too: a name only where the rest is no word.
_FUNCTION = frozenset(
    "向从于由为和与同跟随经都便时常连边还又全安成能方正后当曾对在是有被把将到给让也就才再因以如若但且而或及则却仅只并已可应该来去说看问想找请叫带帮等每平单高大小老新多少党国家双两各其原初前现今明昨年早晚起自怀信思念习年月日底"
)
_NO_LAST = re.compile(
    "[村镇乡县市区州旗局委厂店社司校院园队组部站厅所户业馆省国民们人时者后前里中上下内外间话次回起来去方主副]$|主任|[县市区镇]长"
)
_PLAIN_WORDS = re.compile(
    "大家|家人|村里|镇里|县里|厂里|公司|企业|群众|记者|老人|孩子|游客|农户|百姓|家长|师生|学生|老师|干部|工人|员工|同学|牧民|居民|书记|主任|校长|院长|队员|一边|一直|一起|一度|一再|有人|有关"
)


def slots(plain: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Spans of such names in one block.

    >>> text = "对盘得胜来说，这是第二故乡。对大家来说，路通了。"
    >>> [text[slice(*s)] for s in slots(text, ())]
    ['盘得胜']
    """
    for slot in _SLOTS:
        for match in slot.finditer(plain):
            if _may_name(plain, match.span("name"), tokens):
                yield match.span("name")


def _may_name(plain: str, span: Span, tokens: Sequence[Token]) -> bool:
    name = plain[slice(*span)]
    if is_word(name) or NOT_NAMES.match(name) or _NO_LAST.search(name) or _PLAIN_WORDS.search(name):
        return False
    inside = [t for t in tokens if t.start < span[1] and span[0] < t.end]
    if any(t.tag in ("ORG", "LOC") and t.start < span[0] for t in inside):
        return False
    if any(t.tag == "PER" for t in inside):
        return True
    if name[0] in _FUNCTION:
        return False
    return len(name) > 2 or all(t.end - t.start == 1 or t.tag in ("nz", "nw", "nr") for t in inside)
