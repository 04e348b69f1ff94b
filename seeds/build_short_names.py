"""Short names of administrative divisions: 三都 and 三都县 for 三都水族自治县, 广西 for 广西壮族自治区."""

import re

_PEOPLES = """
    蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 柯尔克孜
    土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 保安 裕固 独龙 各
"""
# Some names of Xinjiang and the first banners leave out the 族: 察布查尔锡伯自治县, 巴音郭楞蒙古自治州.
_BARE_PEOPLES = ["蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯"]
_PEOPLE = "|".join(sorted([people + "族" for people in _PEOPLES.split()] + _BARE_PEOPLES, key=len, reverse=True))
_AUTONOMOUS = re.compile(rf"^(?P<stem>.{{2,}}?)(?:{_PEOPLE})*族?自治(?P<kind>[县州旗])$")
_PROVINCE = re.compile(r"^(.+?)(?:壮族|回族|维吾尔)?(?:省|市|自治区|特别行政区)$")
_ORDINARY = re.compile(r"^(?P<stem>.{2,}?)(?:地区|林区|特区|矿区|联合旗|市|盟|县|区|旗)$")
_DIVIDED_BANNER = re.compile(r"[左右前后中]旗$")
_ZONE_KINDS = (
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("高新技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
)
_GENERIC_ZONE = re.compile(r"^(?:国家|经济|技术|产业|工业|火炬|综合|城乡|一体化|开发|示范|管理|现代|[高新园区])+$")


def is_zone(code: str) -> bool:
    """Whether a six-digit code is that of a zone (开发区, 管理区): the statistics office numbers them from 71 to 80."""
    return "71" <= code[4:] <= "80"


def short_names(name: str, code: str, outer: tuple[str, ...] = ()) -> list[str]:
    """The short forms of a standard name, longest first; `outer` are the short names of its province and prefecture.

    >>> short_names("三都水族自治县", "522732")
    ['三都自治县', '三都县', '三都']
    >>> short_names("唐县", "130627")
    []
    """
    if code.endswith("0000"):
        match = _PROVINCE.match(name)
        return [match[1]] if match else []
    if is_zone(code):
        return _zone_short_names(name, outer)
    if match := _AUTONOMOUS.match(name):
        stem, kind = match["stem"], match["kind"]
        return [stem + "自治" + kind, stem + kind, stem]
    if name.endswith("新区") and len(name) > 3:
        return [name[:-2]]
    if (match := _ORDINARY.match(name)) and not _DIVIDED_BANNER.search(name):
        return [match["stem"]]
    return []


def stem(name: str) -> str:
    """What stays of a name when a county becomes a city or a district: 田阳 for 田阳县 and for 田阳区."""
    match = _AUTONOMOUS.match(name) or _ORDINARY.match(name)
    return match["stem"] if match else name


def _zone_short_names(name: str, outer: tuple[str, ...]) -> list[str]:
    """A zone's name with its kind in short, and without the province or city before it where the rest is telling.

    >>> short_names("河北唐山芦台经济开发区", "130271", ("河北", "唐山"))
    ['唐山芦台经济开发区', '芦台经济开发区', '河北唐山芦台经开区', '唐山芦台经开区', '芦台经开区']
    """
    rest, found = name, []
    for prefix in outer:
        without = rest.removeprefix(prefix).removeprefix("市").removeprefix("省")
        if without != rest and len(without) > 3 and not _GENERIC_ZONE.match(without):
            found.append(without)
            rest = without
    brief = [form.replace(*kind) for form in (name, *found) for kind in _ZONE_KINDS if form.endswith(kind[0])]
    return found + brief
