"""Posts, places of work and the names of persons: sentences of the kinds that round 11 mended, and their look-alikes."""

from __future__ import annotations

import pytest

from graph.model import Fact
from loaders.build import extract_document
from loaders.person_cuts import settled
from loaders.read import from_text

_OPENING = "杭州市对口帮扶台江县\n浙江省杭州市对口帮扶贵州省台江县，拨付东西部协作资金3000万元。\n"


def _facts(text: str) -> list[Fact]:
    return [f for f in extract_document(from_text(_OPENING + text, "p")).facts if not f.source]


def _told(text: str, relation: str) -> set[tuple[str, str]]:
    return {(f.subject.name, f.object.name) for f in _facts(text) if f.relation == relation}


NAMES = [  # who holds a post: the whole name, and nothing of the next word
    ("台江县第二小学校长完德扎西说，学生都有了新书包。", "完德扎西"),
    ("台江县劳务中心主任韩索菲娅介绍，去年办了二十期班。", "韩索菲娅"),
    ("台江县彩云合作社理事长阿依夏·托列汗说，绣娘都领了工钱。", "阿依夏·托列汗"),
    ("台江县人民医院急诊科主任降央卓玛回忆，那晚来了九个病人。", "降央卓玛"),
    ("台江县第二小学校长呼延志成来自杭州。", "呼延志成"),
    ("台江县农业农村局副局长佘永刚常到棚里转。", "佘永刚"),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[n for _, n in NAMES])
def test_whole_names(text: str, name: str) -> None:
    assert {who for who, _ in _told(text, "HAS_ROLE")} == {name}


NOBODY = [
    "台江县第二小学校长高兴地说，学生都有了新书包。",
    "台江县第二小学校长再三强调，安全第一。",
    "台江县恒利电子有限公司的女工段长每月多拿五百元。",
    "台江县第二小学校长姓尉迟，学生都怕他。",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_names(text: str) -> None:
    assert _told(text, "HAS_ROLE") == set()


CUT = [
    ("旺堆刚当园长", "旺堆刚", ["旺堆"]),
    ("司徒凯来当的总经理", "司徒凯来", ["司徒凯"]),
    ("拉桂千里当了总监", "拉桂千里", ["桂千里"]),
    ("阿果和阿支回来了", "阿果和阿支", ["阿果", "阿支"]),
    ("拉巴次仁当了书记", "拉巴次仁", ["拉巴次仁"]),
    ("李春来当了经理", "李春来", ["李春来"]),
    ("马志刚到了台江", "马志刚", ["马志刚"]),
]


@pytest.mark.parametrize(("text", "name", "names"), CUT, ids=[n for _, n, _ in CUT])
def test_names_without_the_words_beside(text: str, name: str, names: list[str]) -> None:
    assert [text[slice(*span)] for span in settled(text, (0, len(name)), text)] == names


POSTS = [
    # what else the person is stands between the post and the name
    ("台江县恒利电子有限公司总工程师仡佬族人付家清说，二期投产了。", {("付家清", "台江县恒利电子有限公司")}),
    ("台江县恒利电子有限公司法人代表、宁波籍企业家傅金土表示，订单多了。", {("傅金土", "台江县恒利电子有限公司")}),
    # whose post it was before
    (
        "陈晓东接了计春晖的班，现任台江县农业农村局副局长。",
        {("陈晓东", "台江县农业农村局")},
    ),
    (
        "接过物资的吴远志是台江县农业农村局局长，兼着台江县委农办主任。",
        {("吴远志", "台江县农业农村局"), ("吴远志", "台江县委农办")},
    ),
    ("单雨桐——台江县工信局副局长——给他们争取了65万元。", {("单雨桐", "台江县工信局")}),
    ("汤敬轩，宁波人，眼镜行业的老把式，宁波市明澈光学有限公司董事长。", {("汤敬轩", "宁波市明澈光学有限公司")}),
    # the village spoken of
    ("台江县老屯乡长滩村有215户。村支书姜凤山掐指一算，去年收入67万元。", {("姜凤山", "长滩村")}),
    ("“价钱好！”驻村第一书记柳春山抹了把汗。去年，台江县老屯乡长滩村卖了花椒。", {("柳春山", "长滩村")}),
    ("2022年5月，蒲小满到台江县老屯乡长滩村任第一书记助理。", {("蒲小满", "长滩村")}),
    ("台江县老屯乡长滩村通了水。村民组长施立坤笑言，再不用挑水了。", {("施立坤", "长滩村")}),
    # departments whose words hold a character of grammar
    ("带队的是宁波市人社局就业处副处长蒋云飞，他把床位抄在本子上。", {("蒋云飞", "宁波市人社局")}),
    ("台江县人民医院新生儿科主任许柔安说，守了41天。", {("许柔安", "台江县人民医院")}),
    # a body by the end of its name, a town that no gazetteer knows, a head of the section of a firm
    (
        "台江县老屯乡第二中学建成了，台江县第三中学也挂了牌。第二中学校长慕容岚说得干脆。",
        {("慕容岚", "老屯乡第二中学")},
    ),
    ("台江县方竹镇的大棚一溜排开。副镇长李大海也来了。", {("李大海", "方竹镇")}),
    ("同年9月，台江县华海中药有限责任公司开业，何雅丽任质检部长。", {("何雅丽", "台江县华海中药有限责任公司")}),
    ("台江县职业教育中心收到捐款100万元。该校校长税长青表示，设备开学就能用上。", {("税长青", "台江县职业教育中心")}),
    # a post before the present one
    (
        "台江县苏港中学校长惠国栋此前担任杭州市星港学校副校长。",
        {("惠国栋", "台江县苏港中学"), ("惠国栋", "杭州市星港学校")},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), POSTS, ids=[t[:12] for t, _ in POSTS])
def test_posts(text: str, wanted: set[tuple[str, str]]) -> None:
    assert _told(text, "HAS_ROLE") == wanted


NO_POSTS = [
    "台江县老屯乡长滩村和台江县老屯乡南宫村都通了水。“真好！”远处的台江县城里，有人说。",
    "集聚区由宁波市意达服装有限公司投资。作坊主翟秀红说，以前要排三天队。",
    "宁波市供销商贸有限公司援建了超市。店长卯春花说，头几个月她连扫码枪都不敢碰。",
    "曾任台江县教育局局长的高建军已经退休。",
]


@pytest.mark.parametrize("text", NO_POSTS)
def test_no_posts(text: str) -> None:
    assert _told(text, "HAS_ROLE") == set()


def test_a_post_after_the_home_of_the_person() -> None:
    text = "冀望川来自杭州市中医医院，针灸科副主任，2023年到台江县人民医院帮扶。"
    assert ("冀望川", "杭州市中医医院") in _told(text, "HAS_ROLE")
    text = "冀望川来自杭州市中医医院，挂职副院长，2023年到台江县人民医院帮扶。"
    assert ("冀望川", "杭州市中医医院") not in _told(text, "HAS_ROLE")


def test_the_factory_is_no_group() -> None:
    text = "台江县彩云玩具厂去年投产。女工们收到一份礼物：宁波老三集团送来的300床空调被。工厂厂长艾小琳代大家收下。"
    assert "宁波老三集团" not in {where for _, where in _told(text, "HAS_ROLE")}


@pytest.mark.parametrize("trade", ["仓管员", "营业员", "保管员"])
def test_hands_work_there_and_hold_no_post(trade: str) -> None:
    text = f"台江县恒利电子有限公司的{trade}丁小燕说，活儿不累。"
    assert _told(text, "WORKS_AT") == {("丁小燕", "台江县恒利电子有限公司")}
    assert _told(text, "HAS_ROLE") == set()
