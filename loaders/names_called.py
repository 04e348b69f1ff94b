"""Names told by words of naming, without marks: 企业名叫甲, 公司的名字叫乙, 办了家公司，起名丙."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.name_marks import Name
from loaders.vocabulary import is_word

KINDS = (  # what bears the name -> its label
    (
        "Company",
        "企业|公司|工厂|[一-鿿]?厂|厂子|合作社|民宿|客栈|酒店|饭店|餐馆|餐厅|面馆|[茶酒药鞋农]企|商行|[一-鿿]店|店铺|铺子|农场|农庄|牧场",
    ),
    ("Workshop", "车间|工坊|绣坊|作坊|染坊"),
    ("Organization", "公益组织|社会组织|公益机构|公益基金会|基金会|公益社团|社工机构|志愿者协会|志愿服务队"),
    ("Facility", "书屋|学堂|集市|夜市|市集|驿站|小院|工作室|直播间|书吧"),
)
ANY_KIND = "|".join(words for _, words in KINDS)
_CALLED = re.compile(
    rf"(?P<kind>{ANY_KIND})(?:的)?(?:名字|名称|名号|全名|大名|注册名)?(?:就|便|也)?(?:名叫|取名|起名|定名|叫|名为)(?:做|作|为)?"
    r"(?P<name>[一-鿿]{2,6}(?:（[一-鿿]{2,4}）)?[一-鿿]{0,8})(?=[，。；、])"
)
_ONE_CALLED = re.compile(
    r"(?P<kind>[另头首第其中]{0,2}[一二三]家)(?:就)?(?:名叫|叫)(?:做|作)?(?P<name>[一-鿿]{3,9})(?=[，。；、])"
)  # 另一家叫某某鞋服
_GIVEN_LATER = re.compile(
    rf"(?:办|开|建|注册|成立|创办|开办|办起|开起)了?(?:一?[家个座])?(?:自己的)?[一-鿿]{{0,6}}?(?P<kind>{ANY_KIND})，(?:取名|起名|定名|名叫|名为|注册名为?)(?:叫|作|做|为)?"
    r"(?P<name>[一-鿿]{3,8})(?=[，。；])"
)
_ONE_OF_KIND = re.compile(  # 请来一家叫某某的供应链公司
    rf"[一那这][家间个所](?:名叫|名为|取名|起名|叫)(?:做|作|为)?(?P<name>[一-鿿]{{2,8}}?)的(?:[一-鿿]{{0,6}}?)(?P<kind>{ANY_KIND})"
)
_NO_NAME = re.compile(
    r"^(?:[苦停好卖板嚷价响绝座屈他她它我你谁啥醒上人大]|什么|哪|来|去|一|不|做|成|到|得|开)|[的了着过吗呢吧是把被让从]|有限|一样|同名|老板|经理|厂长"
)


def called(plain: str) -> Iterator[Name]:
    """Such names in one block.

    >>> [n.label for n in called("这家企业名叫锐恩达，年产刀片九百万片。")]
    ['Company']
    >>> list(called("几家企业叫苦不迭，公司叫停了项目。"))
    []
    """
    for pattern in (_CALLED, _GIVEN_LATER, _ONE_CALLED, _ONE_OF_KIND):
        for match in pattern.finditer(plain):
            words = match["name"]
            if not (_NO_NAME.search(words) or is_word(words) or len(words) < 3):
                yield Name(match.start("name"), match.end("name"), match.start("name"), label_of(match["kind"]), True)


def label_of(kind: str) -> str:
    """The label of what is called by such a noun.

    >>> label_of("雨伞厂"), label_of("工坊")
    ('Company', 'Workshop')
    """
    for label, words in KINDS[1:]:
        if re.fullmatch(words, kind):
            return label
    return "Company"
