"""Senders, receivers and posts told by the discourse: lists, heads before a colon, what a person was before."""

from __future__ import annotations

import pytest
from test_posts import read, told

LISTS = [
    (
        "余杭区与剑河县结对。同一趟火车来的，有余杭区高级中学的化学教师何晓岚、余杭区塘栖小学的美术教师邱明哲。"
        "两个人分在两处：何晓岚进了剑河县第一中学，邱明哲一头扎进剑河县民族小学，任教务主任。",
        {
            "何晓岚 SECONDED_FROM 余杭区高级中学",
            "邱明哲 SECONDED_FROM 余杭区塘栖小学",
            "何晓岚 SECONDED_TO 剑河县第一中学",
            "邱明哲 SECONDED_TO 剑河县民族小学",
        },
    ),
    (
        "新学期，剑河县第二中学来了三张新面孔：来自余杭区高级中学的物理老师冯凯、余杭区教育局的教研员裴元。",
        {
            "冯凯 SECONDED_FROM 余杭区高级中学",
            "冯凯 SECONDED_TO 剑河县第二中学",
            "冯凯 SECONDED_TO 剑河县",
            "裴元 SECONDED_FROM 余杭区教育局",
            "裴元 SECONDED_TO 剑河县",
        },
    ),
    (
        "五名医生分赴五家卫生院：骨科医生丁大伟到了大湾镇卫生院，儿科医生许晴去了洛塘镇卫生院。",
        {"丁大伟 SECONDED_TO 大湾镇卫生院", "许晴 SECONDED_TO 洛塘镇卫生院"},
    ),
    ("十二名学生分到四个班：王建民去了贵德县第一中学，马强去了贵德县民族中学。", set()),
    ("调研组先后走访三处：王建民到了贵德县第一中学，马致远去了贵德县人民医院。", set()),
    ("会上来了三位嘉宾：剑河县县长王德、企业家张超。", set()),
]

SENDERS = [
    (
        "吴江区与印江县结对。老师里领头的叫陆启明，原是吴江中学的教务主任，眼下在印江民族中学当副校长。",
        {"陆启明 SECONDED_FROM 吴江中学", "陆启明 SECONDED_TO 印江民族中学"},
    ),
    (
        "福清市对口帮扶漳县。漳县文旅局副局长魏晓东原为福清市图书馆馆长，来漳县两年。",
        {"魏晓东 SECONDED_FROM 福清市图书馆", "魏晓东 SECONDED_TO 漳县文旅局", "魏晓东 SECONDED_TO 漳县"},
    ),
    (
        "2022年春，宁海县岔路镇农技站站长罗嘉树带着菌种来到安龙县，挂职县农业农村局副局长。",
        {
            "罗嘉树 SECONDED_FROM 岔路镇农技站",
            "罗嘉树 SECONDED_TO 安龙县",
            "罗嘉树 SECONDED_TO 安龙县农业农村局",
        },
    ),
    (
        "海珠区与贵州省长顺县结对。早在2020年，海珠区就在县城设下招工联络站，派驻专员骆天佑长年守在那里。",
        {"骆天佑 SECONDED_FROM 海珠区", "骆天佑 SECONDED_TO 长顺县"},
    ),
    (
        "园区总工程师白宇的人事关系在惠山区建设局，办公室却在海东市。",
        {"白宇 SECONDED_FROM 惠山区建设局"},
    ),
    (
        "翁牛特旗副旗长卞成，来自审计署办公厅；桥头镇双桥村第一书记石磊，原先在审计署法规司。",
        {
            "卞成 SECONDED_FROM 审计署办公厅",
            "卞成 SECONDED_TO 翁牛特旗",
            "石磊 SECONDED_FROM 审计署法规司",
            "石磊 SECONDED_TO 双桥村",
        },
    ),
    (
        "青岛市黄岛区帮扶康县。康县中医院副院长钱卫国早些年当过兵，之前是黄岛区人民医院的外科医生。",
        {"钱卫国 SECONDED_FROM 黄岛区人民医院", "钱卫国 SECONDED_TO 康县中医院"},
    ),
    (
        "我和三都县副县长郝秋林都住在县城。郝秋林原先在工行河北省分行，比我早来半年。",
        {"郝秋林 SECONDED_FROM 工行河北省分行", "郝秋林 SECONDED_TO 三都水族自治县"},
    ),
    (
        "林秀兰是南靖县来的支教老师，今年是她在彭阳县第三小学的第二个年头。",
        {"林秀兰 SECONDED_FROM 南靖县", "林秀兰 SECONDED_TO 彭阳县第三小学"},
    ),
    ("在黄岛区与康县之间，康县人贾老四以前在黄岛区的船厂打工，如今是康县王坝镇副镇长。", set()),
    (
        "肥东县驻寿县小甸镇的帮扶干部解学军，原单位是肥东县水务局，在镇里住了两年。",
        {"解学军 SECONDED_FROM 肥东县水务局", "解学军 SECONDED_FROM 肥东县", "解学军 SECONDED_TO 小甸镇"},
    ),
    ("韦大山从前在县供销社上班，现在是大寨村的村支书。", set()),
    ("深圳市委常委、深圳市乡村振兴和协作交流工作领导小组副组长陶子安到百色市开会。", set()),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS + SENDERS, ids=[t[:14] for t, _ in LISTS + SENDERS])
def test_who_was_sent(text: str, wanted: set[str]) -> None:
    assert {fact for fact in told(text) if "SECONDED" in fact} == wanted


POSTS = [
    ("广南县金果农业有限公司2020年投产。公司掌舵的叫季长河。", {"季长河 任 广南县金果农业有限公司 掌舵的"}),
    (
        "云岭茶叶种植专业合作社有社员三百户。合作社当家人、布依族汉子韦老岩不爱说话。",
        {"韦老岩 任 云岭茶叶种植专业合作社 当家人"},
    ),
    ("河州皮业有限公司去年开工。会计谢小菊管账。", {"谢小菊 任 河州皮业有限公司 会计"}),
    ("河州皮业有限公司去年开工。村会计马小军说，村里年年分红。", set()),
    ("榕江县古州民族中学变化很大，年级组长王海龙说，成绩上去了。", {"王海龙 任 榕江县古州民族中学 年级组长"}),
    (
        "江北区驻酉阳县工作组有六个人。组长罗建新说，先修路。",
        {"罗建新 任 江北区驻酉阳县工作组 组长"},
    ),
    (
        "龙岗区委常委、副区长、驻田林工作组组长褚建军到会。",
        {"褚建军 任 龙岗区委 常委", "褚建军 任 龙岗区 副区长", "褚建军 任 驻田林工作组 组长"},
    ),
    ("现任剑阁县政府副县长的曾广田到会。", {"曾广田 任 剑阁县 副县长"}),
    ("石桥镇柳树村的党支部书记吕长根说，过去鲜果运不出山。", {"吕长根 任 柳树村 党支部书记"}),
    ("带队的是农业农村与科技司的副司长曹光。", {"曹光 任 农业农村与科技司 副司长"}),
    ("剑河县长王德到会。", {"王德 任 剑河县 县长"}),
    ("支教教师莫凡来到环江县高级中学，任年级组长。", {"莫凡 任 环江县高级中学 年级组长"}),
    (
        "环江县毛南纺织有限公司由叶家强投资兴建，厂长是他的侄子叶小军。",
        {"叶小军 任 环江县毛南纺织有限公司 厂长"},
    ),
    (
        "西吉县人民医院儿科主任一职，目前由泉州市第一医院的林晓芸担任。",
        {"林晓芸 任 西吉县人民医院 儿科主任"},
    ),
    ("派驻专员骆天佑在广州市住过多年。", set()),
]


@pytest.mark.parametrize(("text", "wanted"), POSTS, ids=[t[:14] for t, _ in POSTS])
def test_posts_told_by_the_discourse(text: str, wanted: set[str]) -> None:
    assert {fact for fact in told(text) if " 任 " in fact} == wanted


def test_a_county_that_the_words_call_by_its_kind_has_a_recorded_step() -> None:
    facts, _ = read("在桐梓县，由张江集团选派的挂职干部姚立新担任县投资促进局副局长。")
    sent = {f.object.name: f for f in facts if f.relation == "SECONDED_TO"}
    assert set(sent) >= {"桐梓县", "桐梓县投资促进局"}
    assert all(f.subject.name == "姚立新" for f in sent.values())
