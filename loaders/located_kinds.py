"""Names that mean a kind of place rather than one of them: 蔬菜批发市场, 沙棘园, 九所小学. Where such a one lies is no fact."""

from __future__ import annotations

import re

from graph.model import Entity
from loaders.around import THINGS
from loaders.topics import Topics
from loaders.values import Mention, Reading

_HOW_MANY = re.compile(  # how many or which ones: 整个产业园, 九所小学, 县乡医院, 镇管园区
    r"(?:整[个座]|全[部体]|各[个家级类]?|多[个家所座处]|[两二三四五六七八九十几\d]+[多余]?[个家所座处间栋]|[省市县区镇乡村]管|[省市县区乡镇][县区乡镇村]两?级?|"
    r"小(?=[车微工作])|大型|小型|周边|附近|当地|本地|新建|在建|闲置)"
)
_SIZE = (
    r"(?:高效|节能|新|老|旧|大|小|智能|智慧|现代化?|标准化?|高标准|高原|万亩|千亩|百亩|有机|生态|绿色|特色|综合|露地)*"
)
_GROWN = (  # what is grown or kept, in front of 园, 棚, 地
    r"(?:蔬菜|果蔬|瓜果|瓜菜|水果|草莓|葡萄|沙棘|枸杞|苹果|梨|桃|柑橘|柑桔|脐橙|橘|荔枝|龙眼|芒果|火龙果|猕猴桃|核桃|板栗|花椒|辣椒|番茄|西红柿|"
    r"茶|桑|桑蚕|药材|中药材|花卉|玫瑰|食用菌|菌菇|香菇|木耳|羊肚菌|红薯|土豆|马铃薯|玉米|谷子|水稻|牛|羊|肉牛|奶牛|奶山羊|滩羊|猪|鸡|鸭|鹅|果|菜|花|育苗|采摘)"
)
_GROUNDS = rf"{_SIZE}{_GROWN}{{1,2}}(?:种植|养殖|采摘)?(?:老|新|果)*(?:园|园子|棚|大棚|温室|圈舍|舍|地|林|田)"
_SHOPS = (
    r"(?:农贸|集贸|批发|零售|综合|便民|农产品|蔬菜|水果|果蔬|粮油|牲畜|活畜|夜|早|菜)*(?:市场|集市|早市|夜市|菜市场)|(?:社区|乡村|镇上|村口)?(?:集市|超市|商店|便利店|小卖部)"
    r"|(?:集市|文化|中心|市民|人民|村民|健身|休闲|购物)广场"
)
_WAYS = r"(?:长途|汽车|客运|火车|高铁|公交|地铁|加油|充电|收费|检查)+(?:客运)?(?:总|中心|南|北|东|西)?站|(?:客运|渡口|货运|旅游|海鲜)?码头|机场|高速口|口岸"
_STORES = rf"{_SIZE}(?:冷|气调|仓|保鲜|冻|粮)库|仓储|(?:标准)?厂房|(?:日光)?温室|(?:{_SIZE}|连栋|钢架|塑料)*大棚"
_ASSISTED = r"(?:就业|产业|非遗|巾帼|乡村|乡村振兴|村级|社区|卫星|居家)?(?:帮扶|扶贫|就业|卫星|助残|居家)+(?:加工)?(?:车间|工厂|工坊|基地|点)"
_ASSISTED_ONLY = re.compile(_ASSISTED)
_COOLED = r"(?:产地|田头|田间|移动|共享|预冷)+(?:保鲜|冷藏|气调)?冷?库|饲草[料站]*|(?:牛|羊|猪|鸡|圈)舍"
_KIND = re.compile(f"{_GROUNDS}|{_SHOPS}|{_WAYS}|{_STORES}|{_ASSISTED}|{_COOLED}")
_SITE = re.compile(
    r"(?:易地|扶贫|易迁|生态|移民|避险|集中)*(?:(?:搬迁|安置)+(?:点|区|社区|小区)?|移民(?:社区|小区|新村))"
)


def is_kind(thing: Entity) -> bool:
    """Whether a thing's name says what kind it is and nothing that tells it from others."""
    if thing.label not in THINGS:
        return False
    name = thing.name.strip("“”")
    return _HOW_MANY.match(name) is not None or _KIND.fullmatch(name) is not None


_MADE = re.compile(r"(?:(?<!援)[办建]|改造|出资|投资)的“?$")


def is_told_apart(reading: Reading, thing: Entity) -> bool:
    """Whether the words right before a workshop without a name of its own say who made it: 甲厂在镇上办的|就业帮扶车间."""
    if _ASSISTED_ONLY.fullmatch(thing.name.strip("“”")) is None:
        return False
    return any(
        _MADE.search(reading.plain(m.block, max(0, m.start - 5), m.start))
        for m in reading.mentions
        if m.entity.id == thing.id
    )


def is_any_site(place: Entity) -> bool:
    """Whether a relocation site's name is the word for it: 易地扶贫搬迁安置区."""
    return place.label == "RelocationSite" and _SITE.fullmatch(place.name) is not None


def helpers_address(topics: Topics, mention: Mention) -> bool:
    """Whether a name opens with a helper's full name (珠海市横琴绣坊): 珠海工坊 may stand anywhere, this one stands at home."""
    place = mention.prefix
    if place is None or place.label != "Region" or not topics.is_helper(place):
        return False
    return place.name.endswith(("市", "区", "县")) and mention.surface.startswith(place.name)
