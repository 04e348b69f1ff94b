"""How long a person's name is, and which characters can make one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import any_of, read_yaml
from loaders.tagger import Token

_RAW = read_yaml("persons.yaml")
DOUBLE = re.compile(any_of(_RAW["double_surnames"]))
SURNAME = re.compile(any_of([*_RAW["double_surnames"], *_RAW["surnames"]]))
PURE = frozenset(_RAW["pure"])  # surnames with which hardly any other word begins
NOT_NAMES = re.compile(any_of([*_RAW["not_names"], *_RAW["never"]]))
_FOREIGN = "[" + _RAW["foreign"] + "]"
_FOREIGN_END = re.compile(f"(?:来(?!提)|才(?!让)|(?<!才)让|[{re.sub('[来才]', '', _RAW['foreign_end'])}])+$")
_CALLED = re.compile(any_of(_RAW["callings"]))
ELEMENTS = any_of(_RAW["elements"])
ELEMENT = re.compile(ELEMENTS)
_ELEMENT_END = re.compile(f"(?:{ELEMENTS})$")
FOREIGN_RUN = re.compile(_FOREIGN + "{2,7}")
DOTTED = re.compile(f"{_FOREIGN}{{1,7}}(?:·{_FOREIGN}{{1,8}}){{1,3}}")

# What may stand right before a name in running text.
_OPENS = re.compile(
    r"(?:[的是叫和与由让请跟给对把被找族员长任记师生民户娘妹哥农]|干部|姑娘|小伙|大姐|妇女|队员|学员|老人|代表)$"
)

# What may stand right after a name in running text.
_BORDER = "，。、；：！？”“）（】〉》\\s—…\\d"
_VERBS = "卖买报购雇获说表介告坦感认指强率带任担在是到来去从把被向和与及等的了也还又就都已曾原现今当对为将则却便正刚一自由负参出主兼同给让请找走看做回听笑想算拿领陪每没不有以因先后再才只常总并而接开打帮教于至本站坐如所捧指叫用管送跑住入进此这那两跟二三上下前年去夫挂牵翻拉讲谈答问喊握逐忙亲边立带透几头作留奔驻扎守选携分全"
_BEARS = "皮肤|脸[上色]|眼[睛里圈角]|嗓[子音]|心里|手[里上中]|身[上后边]|头发|家[的里中]|记得|希望|代表|底气|语气|神[情色]|声音|压低|提高|掏出|抹[了着]|掰着|办[起了的成]|捐[了的赠出]|建[起成]|投资|隔三差五|如此"
BORDER = re.compile(f"[{_BORDER}{_VERBS}]|{_BEARS}|$")
STRONG = re.compile(
    f"[{_BORDER}]|说|表示|介绍|告诉|坦言|感慨|认为|指出|强调|回忆|率|参加|出席|主持|带领|陪同|一行|等|是|任|担任|在|曾|$"
)
_THIRD_IS_VERB = frozenset(
    "说表介告坦感认指强率带任担在是到来去从把被向和与及等的了也还又就都已曾原现当对为将则却便正刚自由负参出主兼同给让请找走看做回听笑想算拿领陪每没不有以因再才只并而接打帮教本则挂讲谈"
)
ADVERBS = ("正在", "曾经", "正是", "正和", "正带", "正为", "正给")

# A last character that is no word of its own, for another begins behind it: 欧阳大成|来自, 李志刚|常到.
_WORD_FOLLOWS = re.compile(
    "成(?=来自|说|介绍|表示|告诉|坦言|回忆|[是在从把将被向和，。、])|刚(?=[常也又都还就则便，。、]|说|介绍|表示|告诉|坦言|来自|[是把将被])"
)

_PAIRS = frozenset(_RAW["given_pairs"])
_SIGN_GOES_ON = re.compile(
    "全[部程面体家县市村镇力都校国省乡身天年球区州靠凭]|来[到自说访看过的回了不得料宾当支挂]|成[为立功了交果长员绩都熟本]|才[能会有是把在发从到把]"
    "|在[了一这家村县乡厂车里当旁]|正[在是式好和准]|先[后是在把从]|同[时意样行事村]|刚[刚从到好来下毕]"
)


def kept_whole(plain: str, end: int) -> bool:
    """Whether the last character before `end` is part of a name, as the next word begins behind it.

    >>> kept_whole("李志刚常到车间", 3), kept_whole("扎西刚当园长", 3)
    (True, False)
    """
    return _WORD_FOLLOWS.match(plain, end - 1) is not None


def name_end(plain: str, start: int, tokens: Sequence[Token], whole: str) -> int | None:
    """Where the Han name that begins at `start` ends; None where none can be told.

    `whole` is the text of the article: a name that stands in it twice shows its length.
    """
    surname = SURNAME.match(plain, start)
    if surname is None:
        return None
    long, short = surname.end() + 2, surname.end() + 1
    if not re.fullmatch(r"[一-鿿]{2,3}", plain[start:short]):
        return None
    three = plain[start:long] if re.fullmatch(r"[一-鿿]{3,4}", plain[start:long]) else ""
    if three:
        n_three, n_two = whole.count(three), whole.count(plain[start:short])
        if n_three > 1 and n_three == n_two and _ends_somewhere(whole, three):
            return long
        if n_two > n_three == 1 and _fits(plain, short):
            return short
    token = next((t for t in tokens if t.tag == "PER" and t.start <= start < t.end and t.end >= short), None)
    if token is not None and token.end == short and three and n_two > 2 * n_three:
        return short
    if three and plain.startswith(ADVERBS, short) and _fits(plain, short):
        return short  # 孙丽|正在
    verb = plain[short : short + 1] in _THIRD_IS_VERB and (plain[short] != "强" or plain.startswith("调", long))
    if three and not verb and BORDER.match(plain, long):
        return long
    if three and kept_whole(plain, long):
        return long
    if three and plain[short] in "有来成" and re.match(r"[则说介表告坦也还又]", plain[long:]):
        return long  # 霍全有则, 林春来说: the verb stands behind the name
    if three and plain[short - 1 : long] in _PAIRS and not _SIGN_GOES_ON.match(plain, short):
        return long  # 徐德全种了: 德全 is the given name
    if token is not None and token.end in (short, long):
        return token.end
    if _fits(plain, short):
        return short
    return long if three and token is not None and BORDER.match(plain, long) else None


def _ends_somewhere(whole: str, name: str) -> bool:
    """Whether the last character is part of the name: it opens no verb (则, 来), or a mark or 的 follows somewhere."""
    return name[-1] not in _THIRD_IS_VERB or re.search(re.escape(name) + r"[，。、；：的说是在]", whole) is not None


def _fits(plain: str, end: int) -> bool:
    return BORDER.match(plain, end) is not None


def foreign_end(plain: str, start: int) -> int | None:
    """Where the name in the characters of transliteration ends that begins at `start`.

    >>> foreign_end("马定巴特（蒙古族）", 0), foreign_end("旺堆介绍", 0)
    (4, 2)
    """
    run = FOREIGN_RUN.match(plain, start)
    if run is None:
        return None
    whole = next((run.group()[:n] for n in range(len(run.group()), 2, -1) if _complete(plain, start, n)), None)
    kept = whole or _FOREIGN_END.sub("", run.group())
    end = start + len(kept)
    return end if len(kept) >= 2 and BORDER.match(plain, end) else None


def _complete(plain: str, start: int, length: int) -> bool:
    """Whether the characters end with a part of such names, and a name may end there: 巴特尔|买了."""
    end = start + length
    return _ELEMENT_END.search(plain[start:end]) is not None and BORDER.match(plain, end) is not None


def with_element(plain: str) -> list[tuple[int, int]]:
    """Names of three to six characters that hold a part of such names: 旦增罗布, 乌云其木格."""
    found: list[tuple[int, int]] = []
    for match in re.finditer(ELEMENTS, plain):
        opening = re.search(_FOREIGN + "{0,4}$", plain[max(0, match.start() - 4) : match.start()])
        first = match.start() - (len(opening.group()) if opening else 0)
        for start in range(first, match.start() + 1):
            if start and re.match("[一-鿿]", plain[start - 1]) and not _OPENS.search(plain[max(0, start - 2) : start]):
                continue
            end = foreign_end(plain, start)
            if end is None and start == match.start():
                end = foreign_end(plain, match.end())  # 公保|扎西: the first part in characters of everyday words
            if end is not None and 3 <= end - start <= 6 and end >= match.end():
                found.append((start, end))
                break
    return found


def dotted(plain: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Names with a dot, cut where the next word begins: 阿依努尔·艾合买提 (not 就这样)."""
    found: list[tuple[int, int]] = []
    for match in DOTTED.finditer(plain):
        start, end = match.start(), match.end()
        dot = plain.index("·", start)
        inside = [t for t in tokens if t.start < end and t.end > start]
        if any(t.tag == "ORG" for t in inside):
            continue
        called = _CALLED.match(plain, start)
        start = called.end() if called is not None and called.end() < dot else start
        opening = next((t for t in inside if t.tag in ("PER", "LOC", "nz", "nw") and start <= t.start < dot), None)
        if opening is not None:
            start = opening.start
        kept = _FOREIGN_END.sub("", plain[start:end])
        if "·" in kept.rstrip("·"):
            found.append((start, start + len(kept.rstrip("·"))))
    return found
