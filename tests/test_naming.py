"""Firms, parks, workshops, facilities, bodies and programmes by the endings of their names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from extraction_samples import labelled, mentions, row

from loaders.lexicon import names

COMPANY, PARK, WORKSHOP, FACILITY = "Company", "Park", "Workshop", "Facility"
BODY, PROGRAMME = "Organization", "Programme"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        row(
            "江苏绿扬食品有限公司在清涧县成立了榆林绿扬红枣开发有限公司。",
            {"江苏绿扬食品有限公司": COMPANY, "榆林绿扬红枣开发有限公司": COMPANY},
        ),
        row("禾木（甘肃）种苗有限公司招了60个人。", {"禾木（甘肃）种苗有限公司": COMPANY}),
        row(
            "盐源泸沽红苹果种植农民专业合作社联合社带动了九个村。", {"盐源泸沽红苹果种植农民专业合作社联合社": COMPANY}
        ),
        row("第二年，山里人家庭农场和丰禾合作社都扩了棚。", {"丰禾合作社": COMPANY}),
        row("舟山—达川海产品加工产业园一期完工。", {"舟山—达川海产品加工产业园": PARK}),
        row("奉化·盐源共建产业园挂牌。", {"奉化·盐源共建产业园": PARK}),
        row(
            "凯里经济开发区与杭州富阳经济技术开发区结成友好园区。",
            {"凯里经济开发区": PARK, "杭州富阳经济技术开发区": PARK},
        ),
        row("西乡县高川镇的天鹅绣坊里，八位绣娘正在赶工。", {"天鹅绣坊": WORKSHOP}),
        row("“金鹊工坊”里机器不停。", {"金鹊工坊": WORKSHOP}),
        row("区里出资办起牦牛绒编织车间，姑娘们都来了。", {"牦牛绒编织车间": WORKSHOP}),
        row("企业在村里设了来料加工点，妇女上了岗。", {"来料加工点": WORKSHOP}),
        row("他在和谐社区的“甬禾数字帮扶车间”上班。", {"甬禾数字帮扶车间": WORKSHOP}),
        row("南通市援建的恰卜恰高原绿色产业园交付了。", {"恰卜恰高原绿色产业园": PARK}),
        row("深圳援建的都安宝新产业园开了园。", {"都安宝新产业园": PARK}),
        row("街北是民丰京和农副产品加工园。", {"民丰京和农副产品加工园": PARK}),
        row("镇上有条“如皋路”，还有一座“苏陕花椒城”。", {"如皋路": FACILITY, "苏陕花椒城": FACILITY}),
        row("清单里有甘泉镇牧区水厂660万元。", {"甘泉镇牧区水厂": FACILITY}),
        row("望谟县蔗香帮扶车间一早就亮了灯。", {"望谟县蔗香帮扶车间": WORKSHOP}),
        row("凤县人民医院与南京鼓楼医院签了托管协议。", {"凤县人民医院": FACILITY, "南京鼓楼医院": FACILITY}),
        row("县一中、县职教中心都来了人。", {"县一中": FACILITY, "县职教中心": FACILITY}),
        row("舟曲县第一中学的操场翻新了。", {"舟曲县第一中学": FACILITY}),
        row("宁波市驻凉山州帮扶工作队走访了喜德县教育局。", {"宁波市驻凉山州帮扶工作队": BODY, "喜德县教育局": BODY}),
        row("张家港市工商联、沿河县工商联结对。", {"张家港市工商联": BODY, "沿河县工商联": BODY}),
        row("团省委、团乐山市委也派人参加。", {"团省委": BODY, "团乐山市委": BODY}),
        row("福建省援宁工作队住进了吊庄。", {"福建省援宁工作队": BODY}),
        row("永嘉县商会会长回来了。", {"永嘉县商会": BODY}),
        row("大连理工大学的老师来到龙陵县。", {"大连理工大学": BODY}),
        row("“春蕾计划”项目资助了四十名女生。", {"春蕾计划": PROGRAMME}),
        row("《绍兴市与乐山市东西部协作2023年工作方案》印发。", {"绍兴市与乐山市东西部协作2023年工作方案": PROGRAMME}),
        row(
            "国家电网、中国石化和中建三局捐了教学楼。", {"国家电网": COMPANY, "中国石化": COMPANY, "中建三局": COMPANY}
        ),
        row("农业农村部、全国妇联派人来看。", {"农业农村部": BODY, "全国妇联": BODY}),
        row("唐山市援疆工作支队联合且末县团委办了画展。", {"唐山市援疆工作支队": BODY, "且末县团委": BODY}),
        row("省妇联、市残联、县科协、县供销社的人都在。", {"省妇联": BODY, "县科协": BODY, "县供销社": BODY}),
        row("县教育和体育局、县住房和城乡建设局来验收。", {"县教育和体育局": BODY, "县住房和城乡建设局": BODY}),
        row("台州市黄岩区与南部县共建黄岩·南部模具产业园。", {"黄岩·南部模具产业园": PARK}),
        row("镇江经开区同富平县庄里工业园区共建产业园。", {"镇江经开区": PARK, "富平县庄里工业园区": PARK}),
        row("越西县迎来佛山企业德众制衣厂。", {"德众制衣厂": COMPANY}),
        row("一家名为“海岚水产”的公司来到安定区。", {"海岚水产": COMPANY}),
        row("中药材送到了广州江南果菜批发市场。", {"广州江南果菜批发市场": FACILITY}),
        row("普安县建起白叶一号茶园。", {"白叶一号茶园": FACILITY}),
        row("由顺义区援建的小米加工厂投产。", {"小米加工厂": FACILITY}),
        row("县医院的远程诊疗中心投用了。", {"县医院": FACILITY}),
        row("獐峰集团兴建的獐峰（榕江）刺梨加工厂封了顶。", {"獐峰（榕江）刺梨加工厂": FACILITY}),
        row("岑妹又办了“妹妹绣坊”民族服饰体验馆。", {"“妹妹绣坊”民族服饰体验馆": FACILITY}),
        row("同年，她开了第一家民宿“窑遇”。", {"窑遇": COMPANY}),
        row("橘农合作社“晓岭橘缘”领了补助。", {"晓岭橘缘": COMPANY}),
        row("她牵头成立的“高原格桑”名师工作室带出了徒弟。", {"“高原格桑”名师工作室": FACILITY}),
        row("穆某在皋兰县石洞镇办起甘肃津岭渔具有限公司。", {"甘肃津岭渔具有限公司": COMPANY}),
        row("宝山区引进上海一只鹅企业发展公司。", {"上海一只鹅企业发展公司": COMPANY}),
        row("落户的还有江门市新会区陈皮村食品有限公司。", {"江门市新会区陈皮村食品有限公司": COMPANY}),
        row("工厂搬到疏附县广州新城产业园3号楼。", {"疏附县广州新城产业园": PARK}),
        row("厂址六盘山工业园区，交通方便。", {"六盘山工业园区": PARK}),
        row("位于阿克苏纺织工业城的厂子招人。", {"阿克苏纺织工业城": PARK}),
        row("大头花在天河（兴宁）产业转移园。", {"天河（兴宁）产业转移园": PARK}),
        row("福田区还支持兴建和平县福田学校。", {"和平县福田学校": FACILITY}),
        row("医生驻点县卫生服务中心。", {"县卫生服务中心": FACILITY}),
        row("“明台班”招收了48名学生。", {"明台班": PROGRAMME}),
        row("二是办好天宁·镇坪技工班。", {"天宁·镇坪技工班": PROGRAMME}),
        row(
            "中国农业银行股份有限公司临洮县支行发放贷款。",
            {"中国农业银行股份有限公司临洮县支行": BODY},
            bug="the branch of a bank is cut into a firm and a body",
        ),
    ],
)
def test_a_name_is_found_whole(text: str, wanted: dict[str, str]) -> None:
    found = labelled(text)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "text",
    [
        row("当地建成了现代农业产业园和标准化扶贫车间。"),
        row("易地搬迁社区里有服务中心、工作站和幼儿园。"),
        row("他说村里的布局变了，格局大了，结局好了。"),
        row("上市公司和子公司都愿意来，总公司却犹豫。"),
        row("由东部某企业援建的3个帮扶车间投产，共有12家产业园、5个工作室。"),
        row("第一中学、第二小学的孩子们来比赛。"),
        row("当地政府、县委县政府、村委会都支持。"),
        row("援疆工作队、医疗队、支教队一起进了村。"),
        row("一县一园区、一园五站六中心的架子搭起来了。"),
        row("当地的园区、工业区、法院和检察院都设了窗口，派出所民警也常来。"),
        row("教育部门、财政部门和民政部门密切配合，教育部署落实到位。"),
        row("两地签订合作协议、劳务协议和购销协议，宁强县签订协议最多。"),
        row("由珠海市香洲区投资建设，香洲区物流、教育都派了人。"),
        row("现在，各村民小组、党小组、专家组和服务队都动起来了。"),
        row("公司化经营、园区化发展、中心村改造都在推进。"),
        row("社区党委书记说，物业公司和居委会每周碰头。"),
        row("乡亲们说，这是一座连心桥，也是“致富路”。"),
        row("这栋楼是深山里的“邻里综合体”。"),
        row("车间主任管着三个车间，一楼的车间最大。"),
        row("她进厂三年，老厂搬走后又进了新厂，家里办的小厂也红火。"),
        row("村里的十户民宿和两个农庄都缺人手。"),
        row("他们结成第9对“手拉手”学校，当起了“股东”。"),
        row("区里机关食堂一年要吃掉不少大米，某连锁超市也开了业。"),
        row("从河池西站出发，津南区在皋兰办招聘会5场。"),
        row("“造血”项目占七成，推行“农场+农户+基地”的办法。"),
        row("建成“拎包入住”标准厂房，临湘市还给医院捐了车。"),
        row("这栋楼被乡亲们称作深山里的“邻里综合体”。"),
    ],
)
def test_a_kind_of_thing_is_no_name(text: str) -> None:
    kinds = (COMPANY, PARK, WORKSHOP, FACILITY, BODY, PROGRAMME)
    assert {name: label for name, label in labelled(text).items() if label in kinds} == {}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        row("榆林绿扬红枣开发有限公司开工了。", "榆林"),
        row("南京鼓楼医院的专家到了。", "南京"),
        row("上海交通大学的学生来了。", "上海"),
        row("喜德县教育局的灯还亮着。", "喜德县"),
        row("宁波市驻凉山州帮扶工作队开会。", "凉山州"),
        row("凯里经济开发区的路宽了。", "凯里"),
    ],
)
def test_a_division_inside_a_name_is_no_mention_of_its_own(text: str, inside: str) -> None:
    assert inside not in labelled(text)


@pytest.mark.parametrize(
    ("text", "whole", "standard"),
    [
        row("绍兴市柯桥区教育局来了。", "绍兴市柯桥区教育局", "柯桥区教育局"),
        row("慈溪市卫生健康局、市场监管局来了。", "市场监管局", "市场监管局"),
        row("昭平县的干部说，县农业农村局派了人。", "县农业农村局", "昭平县农业农村局"),
        row(
            "岷县的干部说，市医保中心和县教育局都来过。",
            "县教育局",
            "岷县教育局",
        ),
    ],
)
def test_a_body_is_called_after_its_division(text: str, whole: str, standard: str) -> None:
    assert {m.surface: m.entity.name for m in mentions(text)}.get(whole) == standard


@pytest.mark.parametrize(
    ("text", "name"),
    [
        row("他引进了苍南海达食品有限公司。", "苍南海达食品有限公司"),
        row("走进清涧县红枣产业园，工人们正在分级。", "清涧县红枣产业园"),
        row("周启航担任昭觉县教育局副局长。", "昭觉县教育局"),
        row("苍南县商会与昭觉县商会签约。", "昭觉县商会"),
        row("由宁海县援建的普安红茶加工厂投产。", "普安红茶加工厂"),
        row("当地企业金阳青花椒开发有限公司受益。", "金阳青花椒开发有限公司"),
    ],
)
def test_a_name_begins_after_the_words_that_lead_to_it(text: str, name: str) -> None:
    assert {n for n in labelled(text) if n.endswith(name[-4:])} == {name}


def test_a_body_does_not_begin_with_the_verb_of_the_post() -> None:
    found = labelled("陈立新任县教育局局长以后，昭觉县的学校换了新桌椅。")
    assert "县教育局" in found and "任县教育局" not in found


def test_names_do_not_overlap_and_stand_in_order() -> None:
    text = (
        "宁波市驻凉山州帮扶工作队与昭觉县教育局、昭觉县民族小学商定，甬北家纺有限公司的“山海课堂”计划进校园，"
        "昭觉县南坪产业园和南坪社区服务中心派人参加。"
    )
    spans = [(m.start, m.end) for m in mentions(text)]
    assert len(spans) >= 6
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_the_lists_do_not_contradict_each_other() -> None:
    """A word that makes no name is still an ending; a longer ending goes before the shorter inside it."""
    lexicon = names()
    assert lexicon.endings["孵化基地"] == PARK and lexicon.endings["基地"] == FACILITY
    assert "产业园" in lexicon.endings and "产业园" not in lexicon.never
    assert all(word.strip() == word and word for word in (*lexicon.endings, *lexicon.never, *lexicon.inner_verbs))


def test_a_building_of_a_school_or_hospital_stands_for_it() -> None:
    entities = {m.surface: m.entity.name for m in mentions("校友会翻修营盘镇中学教学楼、卓资县医院门诊楼。")}
    assert entities["营盘镇中学教学楼"] == "营盘镇中学"
    assert entities["卓资县医院门诊楼"] == "卓资县医院"


def test_a_founder_is_no_cooperative_though_it_bears_the_name() -> None:
    text = "韦桃岭马尾绣专业合作社创始人韦桃岭说，绣娘有120人。"
    assert labelled(text).get("韦桃岭") == "Person"
