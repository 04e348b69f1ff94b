"""Names in quotation marks that end in no noun of a kind: “某某粮行”, 开起这家“某某麻花”, 甲区援建的“某某文创空间”.

No single sign tells such a name from a figure of speech; what is inside the marks, what leads to them and what follows are
weighed together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.brands import acts_behind, coinage
from loaders.lexicon import names
from loaders.name_marks import NUMBERED, Name
from loaders.names_called import ANY_KIND, label_of
from loaders.regions import RegionSpan
from loaders.vocabulary import is_coined, is_word

_ENOUGH = 4
_QUOTE = re.compile(r"“([^“”，。；：！？、（）\d+]{2,12})”")

# Nouns that the name of a house, shop or place ends in, though they end other words too.
_FIRM_END = re.compile(
    "(?:[粮商布药茶米鱼果]行|食品|蛋品|[一-鿿]业|制造|面馆|茶集|食集|[茶酒]铺|记|酒庄|作坊|包子|麻花|火腿|米粉|酸汤|手作|手造)$"
)
_HOUSE_END = re.compile(
    "(?:夜市|集市|市集|早市|空间|世界|天地|小镇|之家|家园|乐园|[书鸡猪羊牛暖新]?[屋窝]|云仓|工位|小院|大院|小筑|客厅|厨房|书吧|茶舍|小屋|驿站|图书角|小站|花园|农场|大集|小店|铺子|食堂|宿舍|教室)$"
)
_SCHEME_END = re.compile("(?:奖学金|助学金|基金|专场|大赛|专列|班车|小课堂)$")
_FIGURE = re.compile(
    r"(?:是|像|如|(?<![建办落合开造])成|成为|成了|变成|变身|变为|化为|当成|当作|称为|称作|誉为|喻为|堪称|叫做|说成|看成|喊出|提出|总结|坚持|围绕|聚焦|探索|形成|构建|从|靠|凭|破解|实现|摘掉|念好|唱响|算好|打好|打出|下好|跑出|按下|当好|做好|用好|走出|写好)(?:了|出|起)?(?:一?[个座张条种项])?$"
    r"|[说道喊问答笑曰讲：]$|所谓的?$|一[个种条批张](?:的)?$"
)
_NOT_BEHIND = re.compile(
    r"(?:\d+[多余]?[个处间家所座]|的?(?:牌子|牌匾|匾额|荣誉)|模式|经验|精神|之称|效应|理念|做法|现象|难题|问题|口号|思维|机制|体系|格局|路径|方式|原则|工作法|战略|称号|美誉|标准|特色|作物|的美誉|大礼包|清单|式|型|般|一样|似的|之路|之间|二字|两个字|三个字|四个字|字样|三农|转|到|变)"
)
_FUNCTION = re.compile(
    "[的了着过吗呢吧是被让从在到给向与也不没有我你他她它们这那谁]|^[跑闯吃走当做干学卖买送带领帮扶借还引留守找听说看想盼追赶抢抱搭搬拎端捧打]|^[一二三四五六七八九十两几多][个家座门条项张把站键网级户村人天年月次]"
)
_LEFT = re.compile("[城路街桥楼道渠]$")  # such things are told in loaders/sited.py
_GOODS = re.compile("(?<!班)[车船]$|[箱柜碑卡]$")  # a thing that is given or driven is no house
_HONOUR = re.compile("(?:课堂|讲堂|通道|专线|药方|处方|绿灯|企业|单位|先进|标兵|示范[村镇县点户]|基地)$")
_MEANT = re.compile("(?:把|将|管)[^，。；“”]*$")  # 把开店叫“跑光阴”
_FOUNDED = re.compile(
    r"(?:开起|办起|创办|开办|建起|建成|建设|援建|捐建|共建|新建|兴建|改造成|改建成|合办|联办|开设|设立|成立|盖起|办|开|建)(?:了|起|的)?(?:这|那|一|首|第一)?(?:[家座个间处所]|块)?(?:自己的)?$"
)
_OPENS = re.compile("(?:开起|开了|开出|办起)(?:了)?(?:一?[家间]|这家|这间|自己的)$")  # what one opens so is a shop
_FIRMS = r"(?:企业|品牌|连锁|连锁店|商家|厂家|公司|供应商|经销商|运营方|承租方|管理方|合作方|老字号|网红店)"
_CUE = re.compile(rf"(?:{_FIRMS}|引来|引进|招来|引入|当属|要数|首推|名叫)(?:了|的)?$")
_NAMED = re.compile(
    rf"(?P<kind>{ANY_KIND})(?:的|，)?(?:名字|名称|名|牌子)?(?:就|便)?(?:叫|名叫|取名|起名|名为)(?:做|作|为)?$"
)
_CALLED_BEFORE = re.compile("(?:叫|名叫|名为|取名|起名)(?:做|作|为)?$")
_KIND_AFTER = re.compile(rf"”?的[一-鿿]{{0,3}}?(?P<kind>{ANY_KIND})")  # 一间叫“某某绣语”的工坊
_OWNED = re.compile("(?:[省市县区旗镇乡村州岛湾]|社区|街道|园|[她他里内]|开|办)的$")
_SIGN = re.compile("(?:挂着|挂上|挂起|挂出|写着|打着|招牌是|招牌叫)(?:一?块)?$")
_KIND_BEHIND = re.compile(r"[”]?(?:的)?(?:小店|招牌|门店|铺面|店铺|分店|老店|专柜)")
_ACTS = re.compile(
    r"(?:开业|开张|开店|开门|开园|开市|开街|揭牌|挂牌|试营业|营业|亮灯|建成|落成|投用|由[^，。；]{2,20}(?:创办|开办|运营|管理|打理|承包|捐资|援建|出资|建)|看中|厂|的?掌门人|的?董事长|的?老板|的?店长|的?负责人|受[^，。；]{2,16}委托|就?落脚|就?设在|就?开在|坐落|位于)"
)


def marked(plain: str, regions: Sequence[RegionSpan]) -> Iterator[Name]:
    """Such names in one block."""
    for match in _QUOTE.finditer(plain):
        inside = match.group(1)
        before = plain[max(0, match.start() - 14) : match.start()]
        behind = plain[match.end() : match.end() + 24]
        if NUMBERED.match(inside) or inside in names().never or _FUNCTION.search(inside) or is_word(inside):
            continue
        if any(refused.search(inside) for refused in (_LEFT, _GOODS, _HONOUR)):
            continue
        named = None if _MEANT.search(before) else _NAMED.search(before)
        if named is None and _CALLED_BEFORE.search(before):
            named = _KIND_AFTER.match(behind)
        if named is None and (_FIGURE.search(before) or _NOT_BEHIND.match(behind)):
            continue
        if _weight(plain, match, regions) >= _ENOUGH:
            label = label_of(named["kind"]) if named else _label(inside, before, behind)
            yield Name(match.start(1), match.end(1), match.start(1), label, True)


def _weight(plain: str, match: re.Match[str], regions: Sequence[RegionSpan]) -> int:
    """How much speaks for a name."""
    inside = match.group(1)
    before = plain[max(0, match.start() - 14) : match.start()]
    behind = plain[match.end() : match.end() + 24]
    placed = any(plain[r.end : match.start()] == "的" for r in regions) or bool(_OWNED.search(before))
    weight = 1 if is_coined(inside) else 0
    weight += 2 if _ends_as_name(inside) else 0
    after = _CALLED_BEFORE.search(before) and _KIND_AFTER.match(behind)
    weight += 4 if after else 3 if _NAMED.search(before) else 0
    weight += 3 if _OPENS.search(before) else 2 if _FOUNDED.search(before) or _SIGN.search(before) else 0
    weight += 2 if _CUE.search(before) else 0
    weight += 1 if placed else 0
    weight += 2 if _KIND_BEHIND.match(behind) else 0
    weight += 2 if _ACTS.match(behind) or acts_behind(plain, match.end()) or _acts_elsewhere(plain, inside) else 0
    weight += 1 if plain.count(inside) > 1 else 0
    return weight


def _acts_elsewhere(plain: str, inside: str) -> bool:
    """Whether the name does what firms do where it stands without its marks: 某某董事长."""
    return any(acts_behind(plain, one.end()) for one in re.finditer(re.escape(inside), plain))


def _ends_as_name(inside: str) -> bool:
    """Whether the last word inside the marks is one that names end in."""
    ends = (_FIRM_END, _HOUSE_END, _SCHEME_END)
    return any(end.search(inside) for end in ends) or bool(coinage(inside)) or bool(names().trade.search(inside))


def _label(inside: str, before: str, behind: str) -> str:
    """What bears the name: a scheme, a house, else a firm."""
    ending = next((inside[at:end] for at, end in names().ending.longest(inside).items() if end == len(inside)), None)
    if ending is not None:
        return names().endings[ending]
    if _SCHEME_END.search(inside):
        return "Programme"
    if _CUE.search(before) or _FIRM_END.search(inside) or behind.startswith("厂"):
        return "Company"
    if _HOUSE_END.search(inside):
        return "Facility"
    return "Company"
