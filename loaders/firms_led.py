"""Firms told by the word right before them: 羽绒企业某某, 全资子公司某某, 一家取名“某某”的企业."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.brands import acts_behind
from loaders.lexicon import names
from loaders.regions import RegionSpan
from loaders.tagger import Token
from loaders.vocabulary import is_coined

Span = tuple[int, int]

_APPOSED = re.compile(r"(?:企业|龙头企业|厂家|商家|客商|品牌)$")
_ROLES = ("客商", "商家")  # 客商顾某某 is a person
AFTER = re.compile(
    r"$|[，。、；：！？“”（）等在的与和入落投董总负也已将把从先就到来承接收做卖建租派请招雇]|(?:公司|集团|成为|签|是|有|里|办|开|捐|年|拿|给|为|又|一|于|都(?=[是有在来投已能将把用从到要给开办盖建派签落招])|均|还|再|只|因|用|送|计划|\d{4}年|[去今前当]年|[一二三四五六七八九十两几]年前|早|便(?!民|利|捷))"
)
NO_NAME = re.compile(
    r"企业|商人|老板|公司$|项目|产业|工人|员工|群众|资金|车间|基地|产品|政府|^[一两三四五六七八九十\d]|家$|园区"
)
FUNCTION = re.compile(
    r"^[^，]*(?:[市县区州旗省镇乡])$|[的在与和了是有为给把被将从到来去等个家名位，。、：；“”]|企业|特色|优质|当地|产业|游客|群众|选派|援资|捐|拨|赴|[学做办搞卖买开建种养干当打找走带让教帮看种]"
)


def led_firms(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> Iterator[Span]:
    """Spans of such names in one block."""
    yield from _apposed(plain, tokens)
    yield from _quoted(plain)
    yield from _after_word(plain)
    yield from _subsidiary(plain, tokens, regions)


def _apposed(plain: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """羽绒企业波司曼: the name right behind the word."""
    for index, token in enumerate(tokens):
        if token.tag not in ("ORG", "nz", "PER", "LOC"):
            continue
        led = _APPOSED.search(plain[max(0, token.start - 4) : token.start])
        if led and (token.tag != "PER" or led.group() not in _ROLES):
            end = token.end
            for after in tokens[index + 1 :]:
                if (
                    after.start != end
                    or after.tag not in ("n", "nz", "ORG")
                    or len(plain[token.start : after.end]) > 10
                ):
                    break
                end = after.end
            if end - token.start >= 3 and AFTER.match(plain, end) and not NO_NAME.search(plain[token.start : end]):
                yield token.start, end


def _after_word(plain: str) -> Iterator[Span]:
    """企业协鼎能源股份: the word, a stem and a trade."""
    for match in re.finditer(
        r"(?:企业(?!家)|厂家|客商|东家)([一-鿿]{4,10}?)(?=[在已将与和向把，。、从到于投签捐落])", plain
    ):
        name = match.group(1)
        ending = names().trade.search(name)
        if ending and len(name) - len(ending.group()) >= 2 and not FUNCTION.search(name) and not NO_NAME.search(name):
            yield match.span(1)


_SUBSIDIARY = re.compile(
    r"(?:子公司|全资公司|合资公司|关联企业|关联公司)((?!都|也|均|还|不|却|没|能|要|来)[一-鿿]{4,9}?)(?=[，。；、）（]|[租投在入落已将也把从与开的和]|承[租接建])"
)


def _subsidiary(plain: str, tokens: Sequence[Token], regions: Sequence[RegionSpan]) -> Iterator[Span]:
    """全资子公司青海某某: the name right behind the word."""
    for match in _SUBSIDIARY.finditer(plain):
        start = next((r.end for r in regions if r.start == match.start(1)), match.start(1))
        named = any(
            t.start >= match.start(1) and t.tag in ("ORG", "LOC", "nz", "PER") for t in tokens if t.start < match.end(1)
        )
        if named and 2 <= match.end(1) - start <= 6 and is_coined(plain[start : match.end(1)]):
            yield match.span(1)


_MARKED = re.compile(r"(?:企业|[茶酒药农车民央国]企|公司|厂家|厂商)“([^“”，。、]{2,8})”")
_FIGURE = re.compile(  # 央企“娘家人”: what one calls a firm, not its name
    "娘家人|领头[羊雁]|火车头|带头人|主力军|排头兵|及时雨|国家队|新面孔|老面孔|老朋友|老大哥|顶梁柱|店小二|小巨人|独角兽|隐形冠军|单项冠军|专精特新"
    "|压舱石|主心骨|引路人|领路人|摆渡人|热心肠|老黄牛|孺子牛|拓荒牛|大管家|红娘|月老|伯乐|新农人|自家人|一家人|老乡|亲戚|老熟人|常客|贵客|铁粉|组团|抱团"
)
_SOME = re.compile(r"\d[余多]?家[^，。]{0,4}$")
_BROUGHT = re.compile(r"(?:引进|引来|引入|招引|招来|请来)了?的?“([^“”，。、的]{2,8})”")
_STARTED = re.compile(
    r"(?:创办|开办|办起|开起|开|注册|成立|兴办)了?(?:第?一?[家个])?“([^“”，。、的]{2,8})(?<![班节日杯赛会队团网群号课堂线口区划程动])”(?![一-鿿]{0,2}(?:品牌|模式|课堂|项目|商标|活动|基金|平台|账号|计划|工程))"
)
_BRAND = re.compile(
    r"品牌“([^“”，。、]{2,8})”(?=租|入驻|落户|投|在|也|将|已|来|搬|签|把|当场|定下|下单|派|设|包销|采购|是第一|是头一|是首)"
)
_CALLED = re.compile(
    r"(?:名为|名叫|叫做?|叫作|唤作|取名|起名|注册名为)“([^“”，。、]{2,8})”的[^，。；、“”]{0,6}"
    r"(?:公司|企业|厂|商行|合作社|民宿|客栈|酒店|饭店|餐馆|餐厅|[茶酒药农车民]企)(?!车间)"
)


_SIGNBOARD = re.compile(
    r"(?:厂名|公司名|企业名|合作社名|社名|字号|商号|招牌)(?:就?叫[作做]?|唤作|唤做|为|是|取作|取为)?“([^“”，。、的]{2,8})”"
)


def _quoted(plain: str) -> Iterator[Span]:
    """茶企“松年”, 去年引来的“松年”: a firm's brand in quotation marks."""
    if "“" not in plain:
        return
    for match in _MARKED.finditer(plain):
        if (
            match.group(1) not in names().never
            and not _FIGURE.fullmatch(match.group(1))
            and not _SOME.search(plain[: match.start(1) - 1])
        ):
            yield match.span(1)
    for match in _BROUGHT.finditer(plain):
        if is_coined(match.group(1)) and acts_behind(plain, match.end()):
            yield match.span(1)
    yield from (match.span(1) for match in _STARTED.finditer(plain) if is_coined(match.group(1)))
    yield from (match.span(1) for words in (_BRAND, _CALLED, _SIGNBOARD) for match in words.finditer(plain))
