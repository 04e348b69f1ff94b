"""The gazetteer: its files, its names, and what it finds in a text."""

import csv
import doctest
import gzip
import time
from importlib.resources import files
from itertools import pairwise

import pytest
import yaml

import loaders.gazetteer
import loaders.gazetteer_pairs
import seeds.build_gazetteer
import seeds.build_short_names
from loaders.gazetteer import Gazetteer, Place, load
from loaders.gazetteer_pairs import abbreviation, aided, pair, register, same_pairing
from seeds.build_gazetteer import village_name
from seeds.build_short_names import short_names

FOLDER = files("seeds") / "gazetteer"
BY_HAND = yaml.safe_load((FOLDER / "names.yaml").read_text("utf-8"))


def the(name: str, level: int | None = None) -> Place:
    (place,) = load().named(name, level)
    return place


def found(text: str) -> list[str]:
    return [hit.name for hit in load().find(text)]


# The files


def test_the_built_files_hold_every_division() -> None:
    regions = (FOLDER / "regions.tsv").read_text("utf-8").splitlines()
    levels = [line.split("\t")[1] for line in regions[1:]]
    assert "china-division 2.7.0" in regions[0]
    assert (levels.count("1"), levels.count("2")) == (34, 333)
    assert levels.count("3") == 2974
    towns = gzip.decompress((FOLDER / "towns.gz").read_bytes()).decode().splitlines()
    villages = gzip.decompress((FOLDER / "villages.gz").read_bytes()).decode().splitlines()
    assert len(towns) == 41_352
    assert sum(not line.startswith(">") for line in villages) == 620_573


def test_the_packed_files_are_small_and_bear_no_time() -> None:
    for name in ("towns.gz", "villages.gz"):
        packed = (FOLDER / name).read_bytes()
        assert packed[4:8] == bytes(4)
        assert len(packed) < 3_500_000


def test_what_was_written_by_hand_is_in_the_built_file() -> None:
    for key, names in {**BY_HAND["short"], **BY_HAND["former"]}.items():
        place = load().place(key.split(" ")[0])
        assert place is not None and key == f"{place.code} {place.name}"
        assert set(names) <= set(load().names(place)), f"{key}: run python -m seeds.build_gazetteer"
    for name in (*BY_HAND["extra"], *BY_HAND["areas"]):
        assert any(place.level == 0 for place in load().named(name)), f"{name}: run python -m seeds.build_gazetteer"
    risky = set((FOLDER / "risky.txt").read_text("utf-8").split())
    assert set(BY_HAND["risky"]) <= risky and not set(BY_HAND["safe"]) & risky


def test_loading_takes_less_than_a_third_of_a_second() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        Gazetteer(FOLDER).find("三都")
        return time.perf_counter() - start

    assert min(seconds() for _ in range(3)) < 0.3


@pytest.mark.parametrize(
    "module", [loaders.gazetteer, loaders.gazetteer_pairs, seeds.build_gazetteer, seeds.build_short_names]
)
def test_examples_in_docstrings_hold(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type]
    assert result.attempted > 0 and result.failed == 0


# Building names


@pytest.mark.parametrize(
    ("name", "code", "shorts"),
    [
        ("广西壮族自治区", "450000", ["广西"]),
        ("内蒙古自治区", "150000", ["内蒙古"]),
        ("新疆维吾尔自治区", "650000", ["新疆"]),
        ("香港特别行政区", "810000", ["香港"]),
        ("黔南布依族苗族自治州", "522700", ["黔南自治州", "黔南州", "黔南"]),
        ("克孜勒苏柯尔克孜自治州", "653000", ["克孜勒苏自治州", "克孜勒苏州", "克孜勒苏"]),
        ("积石山保安族东乡族撒拉族自治县", "622927", ["积石山自治县", "积石山县", "积石山"]),
        ("东乡族自治县", "622926", ["东乡自治县", "东乡县", "东乡"]),
        ("龙胜各族自治县", "450328", ["龙胜自治县", "龙胜县", "龙胜"]),
        ("鄂温克族自治旗", "150724", ["鄂温克自治旗", "鄂温克旗", "鄂温克"]),
        ("和田地区", "653200", ["和田"]),
        ("忻城县", "451321", ["忻城"]),
        ("神农架林区", "429021", ["神农架"]),
        ("鹰手营子矿区", "130804", ["鹰手营子"]),
        ("浦东新区", "310115", ["浦东"]),
        ("清新区", "441803", ["清新"]),
        ("忠县", "500233", []),
        ("城区", "140502", []),
        ("阿拉善左旗", "152921", []),
        ("石家庄高新技术产业开发区", "130171", ["石家庄高新区"]),
    ],
)
def test_short_names(name: str, code: str, shorts: list[str]) -> None:
    assert short_names(name, code, ("河北", "石家庄")) == shorts


@pytest.mark.parametrize(
    ("official", "in_use"),
    [
        ("老居村居委会", "老居村居委会"),
        ("王居村委会", "王居村"),
        ("白兴图嘎查委员会", "白兴图嘎查"),
        ("布寨嘎查村委员会", "布寨嘎查"),
        ("大东社区委员会", "大东社区"),
        ("一连生活区", "一连生活区"),
    ],
)
def test_village_names(official: str, in_use: str) -> None:
    assert village_name(official) == in_use


# Places by code and by name


@pytest.mark.parametrize(
    ("code", "full_name"),
    [
        ("522732", "贵州省黔南布依族苗族自治州三都水族自治县"),
        ("522732000000", "贵州省黔南布依族苗族自治州三都水族自治县"),
        ("110101", "北京市东城区"),
        ("500229", "重庆市城口县"),
        ("429004", "湖北省仙桃市"),
        ("659009", "新疆维吾尔自治区昆玉市"),
        ("441900", "广东省东莞市"),
        ("441900121000", "广东省东莞市虎门镇"),
        ("620201100000", "甘肃省嘉峪关市新城镇"),
        ("522732002000", "贵州省黔南布依族苗族自治州三都水族自治县凤羽街道"),
        ("520627004004", "贵州省铜仁市沿河土家族自治县祐溪街道思源社区"),
    ],
)
def test_places_by_code(code: str, full_name: str) -> None:
    place = load().place(code)
    assert place is not None
    assert load().full_name(place) == full_name


@pytest.mark.parametrize("code", ["", "44", "999999", "110100", "620201", "522732999000", "522732002999"])
def test_unknown_codes_are_no_place(code: str) -> None:
    assert load().place(code) is None


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("三都县", "三都水族自治县"),
        ("大化", "大化瑶族自治县"),
        ("毕节", "毕节市"),
        ("德宏", "德宏傣族景颇族自治州"),
        ("昌吉州", "昌吉回族自治州"),
        ("海南", "海南省"),
        ("吉林", "吉林省"),
        ("中甸县", "香格里拉市"),
        ("襄樊市", "襄阳市"),
        ("毕节地区", "毕节市"),
        ("昌都地区", "昌都市"),
        ("田阳县", "田阳区"),
        ("达县", "达川区"),
        ("横琴", "横琴粤澳深度合作区"),
        ("大湾区", "粤港澳大湾区"),
        ("凤羽街道", "凤羽街道"),
    ],
)
def test_one_place_bears_the_name(name: str, standard: str) -> None:
    assert the(name).name == standard


def test_bearers_of_the_standard_name_come_first() -> None:
    assert [place.name for place in load().named("思茅市")] == ["普洱市", "思茅区"]
    assert [place.name for place in load().named("思茅")] == ["思茅区"]
    assert load().named("铜仁市")[0].level == 2
    assert [place.name for place in load().named("朝阳")][:2] == ["朝阳市", "朝阳区"]
    assert {place.code for place in load().named("和平区")} == {"120101", "210102"}


def test_levels_narrow_the_search() -> None:
    assert {place.level for place in load().named("三都", 3)} == {3}
    assert load().named("三都县", 2) == ()
    assert len(load().named("三都镇", 4)) == 6
    assert [load().full_name(town) for town in load().towns("安场镇", within="520000")] == ["贵州省遵义市正安县安场镇"]


def test_names_and_chain() -> None:
    county = the("三都水族自治县")
    assert load().names(county)[:1] == ("三都水族自治县",)
    assert {"三都县", "三都"} <= set(load().names(county))
    assert [place.code for place in load().chain(county)] == ["522732", "522700", "520000"]
    assert load().inside(county, the("贵州")) and not load().inside(the("贵州"), county)
    assert load().full_name(the("横琴")) == "广东省珠海市横琴粤澳深度合作区"


def test_villages() -> None:
    assert len(load().villages("城南社区")) > 200
    (one,) = load().villages("城南社区", within="522732")
    assert (one.code, one.level, one.parent) == ("522732002001", 5, "522732002000")
    assert load().villages("城南社区", within="522732002000") == (one,)
    assert load().villages("城南社区", within=one.code) == (one,)
    assert load().place(one.code) == one
    assert load().villages("没有这个社区") == ()
    inside_province = load().villages("城南社区", within="520000")
    assert 1 < len(inside_province) < 200 and all(village.code.startswith("52") for village in inside_province)


def test_a_community_known_by_its_committee_only() -> None:
    lines = gzip.decompress((FOLDER / "villages.gz").read_bytes()).decode().splitlines()
    committee = next(line.split("\t")[0] for line in lines if line.partition("\t")[0].endswith("街居委会"))
    named = load().villages(committee.removesuffix("居委会") + "社区")
    assert committee in {village.name for village in named}


# Names in a text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("广州市黄埔区与三都县结成对子", ["广州市", "黄埔区", "三都县"]),
        ("推进粤桂东西部协作", []),
        ("赴桂东县学习", ["桂东县"]),
        ("粤桂东兰县协作", ["东兰县"]),
        ("从江口县出发", ["江口县"]),
        ("开拓广州市场", ["广州"]),
        ("毕节市区的商场", ["毕节市"]),
        ("做强三都县域经济", ["三都"]),
        ("保护自然资源，实现安居乐业", []),
        ("全面推进乡村振兴", []),
        ("铺着大理石的广场在金沙江边", []),
        ("沪滇东西部协作、闽宁东西部协作", []),
        ("广东省的深圳、东莞两市", ["广东省", "深圳", "东莞"]),
        ("粤港澳大湾区的市场", ["粤港澳大湾区"]),
        ("地处乌蒙山区", ["乌蒙山区"]),
        ("原毕节地区的老人", ["毕节地区"]),
        ("援助新疆喀什", ["新疆", "喀什"]),
        ("", []),
        ("广西北海", ["广西", "北海"]),
        ("到大化", ["大化"]),
    ],
)
def test_names_in_text(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_hits_stand_where_they_say() -> None:
    text = "𠮷林的客商从毕节、昭平两地来，又去了三都水族自治县。"
    hits = load().find(text)
    assert [hit.name for hit in hits] == ["毕节", "昭平", "三都水族自治县"]
    assert all(text[hit.start : hit.end] == hit.name for hit in hits)
    assert all(earlier.end <= later.start for earlier, later in pairwise(hits))


@pytest.mark.parametrize(
    ("text", "name", "risky"),
    [
        ("两地加强合作", "合作", True),
        ("合作市位于甘南", "合作市", False),
        ("守住金融安全底线", "融安", True),
        ("融安县的金桔", "融安县", False),
        ("帮扶融安，共建产业", "融安", False),
        ("产品最大化利用", "大化", True),
        ("在大化设立车间", "大化", False),
        ("家住三都镇", "三都", True),
        ("家住三都", "三都", False),
        ("昭通过去很穷", "昭通", False),
        ("老城区改造", "老城区", True),
        ("贵州乡村的夜晚", "贵州", False),
        ("广西北海的客商", "北海", False),
        ("孙中山先生", "中山", True),
    ],
)
def test_doubtful_names_are_marked(text: str, name: str, risky: bool) -> None:
    assert [hit.risky for hit in load().find(text) if hit.name == name] == [risky]


def test_every_bearer_of_a_name_is_given() -> None:
    (hit,) = load().find("来到鼓楼区")
    assert len(hit.places) == 4 and all(place.name == "鼓楼区" for place in hit.places)


# Abbreviations, pairs, the register


@pytest.mark.parametrize(
    ("text", "helper", "helped"),
    [
        ("闽宁", "福建省", "宁夏回族自治区"),
        ("沪滇", "上海市", "云南省"),
        ("粤桂", "广东省", "广西壮族自治区"),
        ("桂粤", "广东省", "广西壮族自治区"),
        ("粤黔", "广东省", "贵州省"),
        ("苏青", "江苏省", "青海省"),
        ("鲁渝", "山东省", "重庆市"),
        ("杭恩", "杭州市", "恩施土家族苗族自治州"),
        ("穗毕", "广州市", "毕节市"),
        ("穗黔", "广州市", "黔南布依族苗族自治州"),
        ("莞铜", "东莞市", "铜仁市"),
        ("深百", "深圳市", "百色市"),
        ("深河", "深圳市", "河池市"),
        ("佛黔", "佛山市", "黔东南苗族侗族自治州"),
        ("甬凉", "宁波市", "凉山彝族自治州"),
    ],
)
def test_pairs_have_a_direction(text: str, helper: str, helped: str) -> None:
    sides = pair(text)
    assert sides is not None
    assert (sides[0][0].name, sides[1][0].name) == (helper, helped)


@pytest.mark.parametrize("text", ["青海", "泰安", "沪宁", "海关", "深", "粤桂黔", "你好"])
def test_what_is_no_pair(text: str) -> None:
    assert pair(text) is None


def test_abbreviations() -> None:
    assert abbreviation("粤", alone=True) == (the("广东"),)
    assert abbreviation("深", alone=True) == ()
    assert abbreviation("深") == (the("深圳"),)
    assert the("贵州") in abbreviation("黔") and the("黔南州") in abbreviation("黔")
    assert abbreviation("的") == ()
    assert aided("援疆") == (the("新疆"),) and aided("支援") == ()


def test_the_register_names_places_by_their_codes() -> None:
    assert len(register()) > 100
    for row in register():
        assert row.status in {"confirmed", "unconfirmed"}
        for code, name in ((row.assisting_code, row.assisting), (row.assisted_code, row.assisted)):
            place = load().place(code)
            assert place.name == name if place else code == ""
    rows = list(csv.reader((FOLDER / "pairings.csv").read_text("utf-8").splitlines()))
    assert rows[1:] == sorted(rows[1:]) and len({tuple(row) for row in rows}) == len(rows)


def test_the_register_knows_who_helps_whom() -> None:
    assert same_pairing(the("广东"), the("广西"))
    assert not same_pairing(the("广西"), the("广东"))
    assert same_pairing(the("深圳"), the("靖西市"))
    assert not same_pairing(the("宁波"), the("三都县"))
