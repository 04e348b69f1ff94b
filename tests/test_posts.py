"""Posts, secondments, founders and workers, read from sentences written for these tests."""

from __future__ import annotations

import pytest

from graph.model import Document, Fact, Reject
from loaders.build import read_article
from loaders.relate import relate
from loaders.split import split

_OPENING = "东西部协作和对口支援工作简报\n\n　　"
_PERSONAL = ("HAS_ROLE", "SECONDED_FROM", "SECONDED_TO", "FOUNDED", "WORKS_AT")


def read(text: str) -> tuple[list[Fact], list[Reject]]:
    """The facts about persons and the rejects of one paragraph in an article about paired assistance."""
    document = Document("example", f"{_OPENING}{text}\n", "0" * 64)
    facts: list[Fact] = []
    rejects: list[Reject] = []
    for article, blocks in split(document):
        _, found, refused = relate(read_article(document, article, blocks))
        facts += [f for f in found if f.relation in _PERSONAL]
        rejects += [r for r in refused if r.candidate.get("relation") in _PERSONAL]
    return facts, rejects


def told(text: str) -> set[str]:
    """The facts as "A RELATION B", posts as "A 任 B title"."""
    return {
        f"{f.subject.name} 任 {f.object.name} {f.properties['title']}"
        if f.relation == "HAS_ROLE"
        else f"{f.subject.name} {f.relation} {f.object.name}"
        for f in read(text)[0]
    }


POSTS = [
    (
        "湖州市吴兴区委书记赵如浪、广安市岳池县委副书记、县长蔡维分别讲话。",
        {"赵如浪 任 吴兴区委 书记", "蔡维 任 岳池县委 副书记", "蔡维 任 岳池县 县长"},
    ),
    ("陈晓岚现任临夏县教育局副局长。", {"陈晓岚 任 临夏县教育局 副局长"}),
    (
        "来接我们的叫韩立群，盐津县农业农村局局长，在县里干了二十年。",
        {"韩立群 任 盐津县农业农村局 局长"},
    ),
    (
        "西和县万家福农业科技有限公司的董事长是返乡创业的刘金虎。",
        {"刘金虎 任 西和县万家福农业科技有限公司 董事长"},
    ),
    (
        "广东省佛山市禅城区援建凉山州雷波县工作组组长由禅城区发改局副局长梁启明担任。",
        {"梁启明 任 禅城区援建凉山州雷波县工作组 组长", "梁启明 任 禅城区发改局 副局长"},
    ),
    (
        "永昌县副县长、闽宁协作挂职干部林志勇，永昌县乡村振兴局局长赵明参加座谈会。",
        {"林志勇 任 永昌县 副县长", "赵明 任 永昌县乡村振兴局 局长"},
    ),
    (
        "黄埔区对口帮扶荔波县工作组组长曾文斌、副组长谢丽华陪同考察。",
        {"曾文斌 任 黄埔区对口帮扶荔波县工作组 组长", "谢丽华 任 黄埔区对口帮扶荔波县工作组 副组长"},
    ),
    ("洋县副县长、来自海安市财政局的黄启文笑着打招呼。", {"黄启文 任 洋县 副县长"}),
    (
        "洋县人大常委会表决，任命海安市大公镇副镇长黄启文为副县长。",
        {"黄启文 任 大公镇 副镇长", "黄启文 任 洋县 副县长"},
    ),
    (
        "石泉县中学副校长一职，由溧阳市南渡中学的德育处主任黄启文挂任。",
        {"黄启文 任 石泉县中学 副校长", "黄启文 任 溧阳市南渡中学 德育处主任"},
    ),
    (
        "洋县教育局副局长黄启文，任洋县人民政府副县长；洋县卫生健康局科长谭秀英，任洋县医院副院长。",
        {
            "黄启文 任 洋县教育局 副局长",
            "黄启文 任 洋县 副县长",
            "谭秀英 任 洋县卫生健康局 科长",
            "谭秀英 任 洋县医院 副院长",
        },
    ),
    ("洋县溢水镇溢水安置小区，六十岁的党支部书记黄启文站在门口。", {"黄启文 任 溢水安置小区 党支部书记"}),
    ("洋县宏发鞋业有限公司的厂长助理黄启文来自海安。", {"黄启文 任 洋县宏发鞋业有限公司 厂长助理"}),
    (
        "联系人黄启文，洋县人力资源和社会保障局农民工工作股股长。",
        {"黄启文 任 洋县人力资源和社会保障局 农民工工作股股长"},
    ),
    ("黄启文在洋县宏发鞋业有限公司当保安队长。", {"黄启文 任 洋县宏发鞋业有限公司 保安队长"}),
    (
        "海安市财政局局长黄启文，洋县教育局党组书记、局长，洋县招生办公室主任谭秀英到会。",
        {
            "黄启文 任 海安市财政局 局长",
            "谭秀英 任 洋县教育局 党组书记",
            "谭秀英 任 洋县教育局 局长",
            "谭秀英 任 洋县招生办公室 主任",
        },
    ),
    (
        "海安市教育局副局长黄启文挂职任洋县人民政府党组成员、副县长，分管协作。",
        {"黄启文 任 海安市教育局 副局长", "黄启文 任 洋县政府 党组成员", "黄启文 任 洋县 副县长"},
    ),
    (
        "洋县医院业务副院长（挂职）黄启文，洋县教育局局长谭秀英到会。",
        {"黄启文 任 洋县医院 业务副院长", "谭秀英 任 洋县教育局 局长"},
    ),
    ("黄启文担任洋县第二中学“海安班”班主任。", {"黄启文 任 洋县第二中学 “海安班”班主任"}),
    ("黄启文，女，1988年生，洋县第二中学高级教师，爱唱歌。", {"黄启文 任 洋县第二中学 高级教师"}),
    (
        "谭秀英是洋县教育局局长，挂职洋县副县长的海安市财政局干部黄启文一同调研。",
        {"谭秀英 任 洋县教育局 局长", "黄启文 任 洋县 副县长"},
    ),
    ("洋县溢水镇青树村通了水，村支书黄启文带头试种。", {"黄启文 任 青树村 支书"}),
    ("丈夫黄启文在洋县溢水安置小区当保洁员。", {"黄启文 任 溢水安置小区 保洁员"}),
    ("黄启文，洋县教育局基教科科长。", {"黄启文 任 洋县教育局 基教科科长"}),
    (
        "洋县医院副院长孙丽、海安市中医院主管护师谭秀英都在场。",
        {"孙丽 任 洋县医院 副院长", "谭秀英 任 海安市中医院 主管护师"},
    ),
    (
        "黄启文、谭秀英分别担任洋县医院院长助理、洋县教育局副局长。",
        {"黄启文 任 洋县医院 院长助理", "谭秀英 任 洋县教育局 副局长"},
    ),
    ("黄启文、谭秀英分别任洋县医院副院长。", set()),
    ("海安市财政局一级主任科员黄启文到会。", {"黄启文 任 海安市财政局 一级主任科员"}),
    ("黄启文，海安市人民法院法官，爱下棋。", {"黄启文 任 海安市人民法院 法官"}),
    (
        "海安市中医院选派副主任中医师谭秀英、主管药师黄启文到洋县医院坐诊。",
        {"谭秀英 任 海安市中医院 副主任中医师", "黄启文 任 海安市中医院 主管药师"},
    ),
    (
        "海安市中医院护理部主任谭秀英、检验科主管技师黄启文来了。",
        {"谭秀英 任 海安市中医院 护理部主任", "黄启文 任 海安市中医院 检验科主管技师"},
    ),
    (
        "授课的是海安市技工学校烹饪教师、粤菜技师黄启文。",
        {"黄启文 任 海安市技工学校 烹饪教师", "黄启文 任 海安市技工学校 粤菜技师"},
    ),
    ("洋县第二中学副校长、海安支教教师谭秀英说。", {"谭秀英 任 洋县第二中学 副校长"}),
    ("谭秀英在洋县医院当护士。", {"谭秀英 任 洋县医院 护士"}),
    ("谭秀英到洋县第二中学支教，任高一（6）班班主任。", {"谭秀英 任 洋县第二中学 高一（6）班班主任"}),
    (
        "洋县溢水镇党委副书记黄启文、洋县医院院长谭秀英分别到海安市墩头镇、海安市中医院挂职，担任镇长助理、院长助理。",
        {"黄启文 任 溢水镇党委 副书记", "谭秀英 任 洋县医院 院长"},
    ),
    ("海安市财政局干部黄启文任洋县县委常委。", {"黄启文 任 洋县委 常委"}),
    ("洋县溢水镇青树村支部书记黄启文说。", {"黄启文 任 青树村 支部书记"}),
    (
        "黄启文，海安市财政局预算科科长，洋县财政局副局长（挂职）；",
        {"黄启文 任 海安市财政局 预算科科长", "黄启文 任 洋县财政局 副局长"},
    ),
    ("海安市实验小学来支教的语文老师谭秀英住在校内。", {"谭秀英 任 海安市实验小学 语文老师"}),
    ("海安市中医院派来的副院长黄启文很忙。", set()),
    ("作为洋县医院副院长，谭秀英每周二坐诊。", {"谭秀英 任 洋县医院 副院长"}),
    ("作为洋县医院副院长的徒弟，谭秀英每天跟诊。", set()),
    ("黄启文来到洋县溢水镇，成了镇里的副镇长。", {"黄启文 任 溢水镇 副镇长"}),
    ("海安市墩头镇来的挂职副镇长黄启文牵线。", set()),
    ("谭秀英现为洋县医院院长助理。", {"谭秀英 任 洋县医院 院长助理"}),
    ("洋县溢水镇农技员黄启文送来了种子。", {"黄启文 任 溢水镇 农技员"}),
    ("溢水镇青树村合作社去年分红；厂长黄启文算过账。", set()),
    ("公司总经理由他的外甥黄启文担任，洋县宏发鞋业有限公司今年投产。", set()),
    ("洋县医院医生孙丽正在给病人看病。", {"孙丽 任 洋县医院 医生"}),
    ("黄启文说：“2021年，我到洋县溢水镇任副镇长，头一回种木耳。”", {"黄启文 任 溢水镇 副镇长"}),
    ("洋县溢水安置小区，六十岁的黄启文站在门口。", set()),
    ("任命会议在洋县召开，黄启文为群众办了不少事。", set()),
    ("汉中市洋县县长张雪梅带队赴南通市海安市考察。", {"张雪梅 任 洋县 县长"}),
]


@pytest.mark.parametrize(("text", "wanted"), POSTS, ids=[t[:14] for t, _ in POSTS])
def test_posts(text: str, wanted: set[str]) -> None:
    assert {fact for fact in told(text) if " 任 " in fact} == wanted


SENDINGS = [
    (
        "天津市对口支援昌都市工作队队长韩志远到卡若区调研。",
        {"韩志远 SECONDED_FROM 天津市", "韩志远 SECONDED_TO 昌都市"},
    ),
    (
        "宁波市北仑区选派的挂职干部、凉山州昭觉县委常委、副县长贺一帆介绍，两地已共建车间12个。",
        {"贺一帆 SECONDED_FROM 北仑区", "贺一帆 SECONDED_TO 昭觉县"},
    ),
    (
        "2021年6月，刘海峰从青岛市市南区赴甘肃省西和县挂职，任县委常委、副县长。",
        {"刘海峰 SECONDED_FROM 市南区", "刘海峰 SECONDED_TO 西和县"},
    ),
    (
        "定西市安定区思源学校副校长郑雅琴来自福州市鼓楼区第二中心小学。",
        {"郑雅琴 SECONDED_FROM 福州市鼓楼区第二中心小学", "郑雅琴 SECONDED_TO 定西市安定区思源学校"},
    ),
    (
        "青岛市李沧区与陇南市康县结对。县里的干部王小军去年到李沧区发改局挂职半年。",
        {"王小军 SECONDED_TO 李沧区发改局", "王小军 SECONDED_TO 李沧区"},
    ),
    (
        "上海市长宁区援滇干部、红河州金平县委常委、副县长周翔，上海市青浦区援滇干部、德宏州盈江县委常委、副县长陆蓓，一起参加了推介会。",
        {
            "周翔 SECONDED_FROM 长宁区",
            "周翔 SECONDED_TO 金平苗族瑶族傣族自治县",
            "陆蓓 SECONDED_FROM 青浦区",
            "陆蓓 SECONDED_TO 盈江县",
        },
    ),
    (
        "福州市鼓楼区派出的支教教师郑雅琴、林可欣，今年秋天走进了定西市安定区。",
        {
            "郑雅琴 SECONDED_FROM 鼓楼区",
            "郑雅琴 SECONDED_TO 安定区",
            "林可欣 SECONDED_FROM 鼓楼区",
            "林可欣 SECONDED_TO 安定区",
        },
    ),
    ("挂职期满的周翔回到了上海市长宁区。", {"周翔 SECONDED_FROM 长宁区"}),
    ("徐州市铜山区委书记王昌到洋县访问，随后去海安市考察。", set()),
    ("雷波县教育局局长阿皮木呷介绍，县里派出30名校长赴佛山跟岗学习。", set()),
    ("昭觉县驻余姚市劳务工作站站长罗日古介绍了招工的情况。", set()),
    ("黄志坚离开东莞市，到云南省镇雄县支医。", {"黄志坚 SECONDED_FROM 东莞市", "黄志坚 SECONDED_TO 镇雄县"}),
    (
        "从江宁区农业农村局抽调的赵国强，被安排到湟源县农业农村局工作。",
        {
            "赵国强 SECONDED_FROM 江宁区农业农村局",
            "赵国强 SECONDED_TO 湟源县农业农村局",
            "赵国强 SECONDED_TO 湟源县",
        },
    ),
    ("林晓燕到册亨县考察糯米蕉。", set()),
    ("李春花从鄞州区嫁到盐源县。", set()),
]


@pytest.mark.parametrize(("text", "wanted"), SENDINGS, ids=[t[:14] for t, _ in SENDINGS])
def test_sendings(text: str, wanted: set[str]) -> None:
    assert {fact for fact in told(text) if "SECONDED" in fact} == wanted


WORK = [
    ("马占海2021年返乡后办起了东乡县占海合作社。", {"马占海 FOUNDED 东乡县占海合作社"}),
    ("杨兰花是恒瑞服装厂的裁剪工。", {"杨兰花 WORKS_AT 恒瑞服装厂"}),
    ("去年恒瑞服装厂投产，女工何小娟每月能挣2600元。", {"何小娟 WORKS_AT 恒瑞服装厂"}),
    ("恒瑞服装厂的搬运工韦大壮说，去年发了奖金。", {"韦大壮 WORKS_AT 恒瑞服装厂"}),
    ("韦小妹从前在恒瑞服装厂打工。", set()),
    ("在恒瑞服装厂上班的韦小妹很知足。", {"韦小妹 WORKS_AT 恒瑞服装厂"}),
    ("韦小妹辞去了恒瑞服装厂的工作。", set()),
    ("张桂花到恒瑞服装厂调研，问起工人的收入。", set()),
]


@pytest.mark.parametrize(("text", "wanted"), WORK, ids=[t[:14] for t, _ in WORK])
def test_founders_and_workers(text: str, wanted: set[str]) -> None:
    assert {fact for fact in told(text) if "FOUNDED" in fact or "WORKS_AT" in fact} == wanted


def test_former_posts_are_rejected_with_the_reason() -> None:
    facts, rejects = read("曾任西和县副县长的高建军已经退休。高建军曾任西和县教育局局长。")
    assert not [f for f in facts if f.relation == "HAS_ROLE"]
    assert "the words speak of a former post" in {r.reason for r in rejects}


def test_a_pronoun_is_led_to_the_person_by_a_recorded_step() -> None:
    facts, _ = read("苏州市吴江区援黔干部陆敏霞来了三年。她现任印江县农业农村局副局长。")
    post = next(f for f in facts if f.relation == "HAS_ROLE")
    assert (post.subject.name, post.object.name, post.proof.tier) == ("陆敏霞", "印江县农业农村局", "inferred")
    assert ("pronoun", "她", "陆敏霞") in {(s.kind, s.surface, s.means) for s in post.proof.because}


def test_this_doctor_is_the_person_met_before() -> None:
    facts, _ = read(
        "记者见到王卫东时，他刚下手术台。这位江苏省援青医生是南京市江宁区的骨科主任医师，现任贵德县人民医院副院长。"
    )
    told_of = {(f.relation, f.object.name): f.proof.tier for f in facts}
    assert told_of["SECONDED_FROM", "江宁区"] == "inferred"
    assert told_of["SECONDED_TO", "贵德县人民医院"] == "inferred"


def test_a_bare_committee_is_that_of_the_county_under_discussion() -> None:
    facts, _ = read("西和县位于陇南市。县委书记孙立民说，协作给县里带来了车间。")
    post = next(f for f in facts if f.relation == "HAS_ROLE")
    assert (post.object.name, post.properties["title"], post.proof.tier) == ("西和县委", "书记", "inferred")


def test_two_firms_leave_the_post_open() -> None:
    facts, rejects = read(
        "西和县的园区里有西和县恒瑞服装有限公司、西和县万福食品有限公司两家。老板刘金虎说，订单不愁。"
    )
    assert not [f for f in facts if f.relation == "HAS_ROLE"]
    assert [r for r in rejects if r.reason == "several bodies that have such a post are spoken of"]
