"""What looks like a person's name and is none: words, pairs of provinces, parts of other names."""

from __future__ import annotations

import re

from loaders.lexicon import any_of, read_yaml
from loaders.person_shapes import DOUBLE, FOREIGN_RUN, NOT_NAMES, SURNAME
from loaders.vocabulary import is_word

_TITLES = read_yaml("titles.yaml")
_RAW = read_yaml("persons.yaml")
_DEEDS = frozenset([*_RAW["deeds"], *_RAW["things"]])
_COMES_TO = re.compile(f"来(?:{any_of(_RAW['errands'])})")  # 师傅|来讲课
_COUNTS = re.compile("[计共现设已另仅含各均][有计](?=\\d)")  # 第一书记|计有11任
_POST = re.compile(any_of([*_TITLES["chiefs"], *_TITLES["others"], *_TITLES["jobs"]]))
PROVINCES = re.compile(
    "[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇陕秦甘陇青宁新藏蒙港澳台疆]{2,3}(?:[协合携情]|协作|合作|携手|对口|消费|产业|教育|劳务|扶贫|帮扶|一家|同心|情深)?"
)
_TAKES = re.compile(f"(?:{any_of([*_TITLES['others'], *_TITLES['jobs']])}|队员|教师|医生|干部)$")
_TITLE = re.compile(f"[一-鿿]{{0,5}}?(?:{any_of([*_TITLES['chiefs'], '带头人', '负责人'])})")
_CALLED = re.compile(
    f"(?:^|[，。：；“”、])(?:{SURNAME.pattern})(?:{any_of([*_TITLES['chiefs'], *_TITLES['others'], *_TITLES['jobs']])})$"
)
_OFFICES = frozenset((*_TITLES["chiefs"], *_TITLES["others"], *_TITLES["jobs"]))  # 女工|段长: a post, nobody
_RARE = frozenset("".join(_RAW["rare"]))
_NO_GIVEN = re.compile("[了着的这怎吗呢们您你我它啥很]")
_NO_ENDING = re.compile(
    r"^.[了着过得的村镇乡县屯寨]$|[城店场厂园馆院楼区站]里$|^[库家校厅棚箱车屋]里$"  # 校长乐了, 员工商城里, 项目库里
    r"|^.[总氏嫂婶伯叔姐哥姨爷奶家某]$|^(.)\1$|^[栗果茶菜花药粮棉瓜桑麦]农$"  # 苏总, 郑氏, 彭家; 张张; 栗农
    r"|^阿[姑婆公哥妹姐爸妈爷嬷婶叔伯舅姨弟]$|^都.$|^都.[上下有到好完起]$|^..上$|^.里$|^[春夏秋冬][春夏秋冬]"  # 都|盯上, 李浇上
    r"|^[李桃梨杏柿枣姜笋梅菜][干脯汁酒]$|^钱[花款袋]$|^[苏浙沪粤闽鲁京津]货$"  # 李干, 苏货
)
_KIND_OF_PERSON = re.compile(
    f"[一-鿿]*(?:{any_of([t for t in (*_TITLES['chiefs'], *_TITLES['others'], *_TITLES['jobs']) if len(t) > 2])})"
)
_CALLED_SO = re.compile(
    "(?:女士|先生|医生|老师|师傅|阿姨|阿婆|阿公|阿叔|阿伯|阿妈|阿爸|老太|老汉|老伯|老爹|老倌|老人|老板|老总|大爷|大妈|大姐|大叔|大伯|大哥|大嫂|大婶|大娘|大夫"
    "|嫂子|婆婆|奶奶|爷爷|兄弟|夫妇|夫妻|一家|家人|家嫂|教授|医师|护士|同志|同学|[摄协])$"
)
_ADVERB_FIRST = re.compile("[都才从自来][一-鿿]{2}")  # 都|记得, 来|跟岗: no 都, 来 by surname
_TOGETHER = re.compile("[一-鿿]{0,2}(?:一起|一道|一同|一块|搭[档班伙]|同[住行岁龄村乡事期]|结[对亲伴识])")
_CROP = re.compile("[脆糖红黑青杏]李$|[油蜜水黄蟠红]桃$|[青乌杨红]梅$|[红小燕荞青大]麦$")
_GOES_ON = re.compile(
    "庭农场|[坊铺](?![主里])|农场|公司|集团|合作社|工坊|[村镇屯](?![里上民长])|乡(?![亲村下里])|[县市州旗路](?!长)|街道|社区|中学|小学"
)

Span = tuple[int, int]


def plausible(name: str, others: set[str]) -> bool:
    if _CALLED_SO.search(name) or _NO_ENDING.search(name) or _KIND_OF_PERSON.fullmatch(name):
        return False
    if _ADVERB_FIRST.fullmatch(name) and is_word(name[1:]):
        return False
    if NOT_NAMES.fullmatch(name) or PROVINCES.fullmatch(name) or not re.fullmatch(r"[一-鿿·]{2,20}", name):
        return False
    if _COMES_TO.fullmatch(name):
        return False
    if name in _OFFICES or DOUBLE.fullmatch(name):  # 姓|尉迟
        return False
    if _NO_GIVEN.search(name, 1):
        return False  # 管这叫
    if "·" in name:
        return name[-1] != "·"
    surname = SURNAME.match(name)
    if surname is not None and _POST.fullmatch(name, surname.end()):
        return False  # 柳科长
    if surname is not None and name[surname.end() :] in _DEEDS:
        return False  # 给红李剪枝
    if len(name) >= 4 and any(len(o) >= 2 and name.startswith(o) for o in others):
        return False  # 莎车卡龙: a place below 莎车
    return ((len(name) <= 3 or (len(name) == 4 and bool(DOUBLE.match(name)))) and bool(SURNAME.match(name))) or (
        3 <= len(name) <= 6 or (len(name) == 2 and (foreign(name) or name[0] in _RARE))
    )


def elsewhere(plain: str, span: Span, whole: str) -> bool:
    """Whether the words belong to something else: 苗野家|庭农场, 哈达铺|镇, 2015年夏|建成, 师|傅蓝志, 林芝工|作; 宁强 of 宁强县."""
    name = plain[slice(*span)]
    if _COUNTS.match(plain, span[0]):
        return True
    if len(name) == 2 and _CROP.search(plain, max(0, span[0] - 1), span[0] + 1):
        return True  # 脆|李种了3400亩
    if len(name) == 2 and any(name + end in whole for end in "县市区旗州"):
        return True
    if plain[span[0] - 1 : span[0] + 1] == "师傅" or plain[span[1] - 1 : span[1] + 1] in ("工作", "合作", "协作"):
        return True
    if (
        plain[span[0]] == "任"
        and _TAKES.search(plain, max(0, span[0] - 4), span[0])
        and _TITLE.match(plain, span[1] - 2)
    ):
        return True  # 队员任科室带头人, 医生任副院长
    if plain[span[0]] == "和" and _TOGETHER.match(plain, span[1]):
        return True  # 和步云|飞一起来
    if plain[span[0]] in "来张管曾和" and _CALLED.search(plain, max(0, span[0] - 6), span[0]):
        return True  # “季院长来以前”
    return _GOES_ON.match(plain, span[1]) is not None or (
        plain[span[0]] in "春夏秋冬" and plain[span[0] - 1 : span[0]] in ("年", "今", "去")
    )


def foreign(words: str) -> bool:
    return FOREIGN_RUN.fullmatch(words) is not None
