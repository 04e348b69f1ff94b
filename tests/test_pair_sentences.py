"""Who helps whom in whole sentences: towns, bodies and firms, with those who only stand beside the help."""

from __future__ import annotations

import pytest
from extraction_samples import told


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # The names of both stand only in different sentences.
        (
            "绥阳的蘑菇棚\n绥阳县的山坡上立着40座菇棚。协作资金付了一半。\n珠海市去年又派来专家。在绥阳县，珠海市的专家教大家种菇。",
            "珠海市 ASSISTS 绥阳县",
        ),
        ("村村相亲\n江阴市华西村与敦煌市月牙村结成帮扶对子。江阴市和敦煌市的老师常来常往。", "江阴市 ASSISTS 敦煌市"),
        ("云县的橙子黄了。云县、凤庆县两县是三江集团在云南的定点帮扶县，去年又投了钱。", "三江集团 ASSISTS 凤庆县"),
        ("自2013年定点帮扶云县以来，湖滨大学每年派一名讲师来。", "湖滨大学 ASSISTS 云县"),
        ("武汉大学与恩施市的帮扶之缘已过十年。", "武汉大学 ASSISTS 恩施市"),
        ("宝安区人民医院2018年起整建制帮扶都安县人民医院。", "宝安区人民医院 ASSISTS 都安县人民医院"),
        ("成都市金牛区与石渠县的省内对口帮扶，最难的是留人。", "金牛区 ASSISTS 石渠县"),
        ("曾经由厦门市同安区帮扶的临夏县，2021年起结对方改为济南市槐荫区。", "槐荫区 ASSISTS 临夏县"),
        ("青岛市协作陇南后，企业来落户的多了。", "青岛市 ASSISTS 陇南市"),
        ("2017年周立新作为援青干部来到乌兰县公安局。新冷库是浙江省援青指挥部给的钱。", "浙江省 ASSISTS 青海省"),
        ("东西部协作启动后，青岛市把康县列为重点帮扶县。", "青岛市 ASSISTS 康县"),
        ("外交部将康县确定为定点帮扶县，派去了干部。", "外交部 ASSISTS 康县"),
        ("莎车县是上海对口支援喀什地区的四个县之一，由浦东新区结对。", "浦东新区 ASSISTS 莎车县"),
        ("屏幕上有一行小字——南京农业大学。这所学校2012年11月起定点帮扶麻江县。", "南京农业大学 ASSISTS 麻江县"),
    ],
)
def test_who_helps_whom(text: str, fact: str) -> None:
    assert fact in told(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("云县的橙子黄了。云县是三江集团在云南的定点帮扶县之一。", "三江集团 ASSISTS 云南省"),
        ("闵行区与施甸县的东西部协作进入第六年，闵行区与施甸县携手办厂。", "闵行区 COOPERATES_WITH 施甸县"),
        ("北京市支援合作办副主任到了巴东县，北京市对口支援巴东县。", "北京市 ASSISTS 合作市"),
        ("浙江援青干部到乌兰县公安局任职。", "浙江省 ASSISTS 公安县"),
        ("桐乡市的协作资金到账了，净菜向成都、嘉兴发了九百吨，两市的超市都要。", "嘉兴市 ASSISTS 成都市"),
        # The city office that lends its man is not the helper: the city is.
        (
            "济宁市帮扶万州区。济宁市发展改革委派驻万州区的挂职干部周立新说，项目要落地。",
            "济宁市发展改革委 ASSISTS 万州区",
        ),
        # The province helps, its city's hospital lends a doctor.
        (
            "广东“组团式”医疗援藏九年了。周立新是东莞市人民医院的医生，2022年到墨脱县人民医院挂职任副院长。",
            "东莞市 ASSISTS 墨脱县",
        ),
        ("东西部协作启动后，青岛市没有把康县列为重点帮扶县。", "青岛市 ASSISTS 康县"),
        ("东西部协作中，青岛市媒体把康县、两当县列为避暑去处。", "青岛市 ASSISTS 康县"),
        ("屏幕上有一行小字——南京农业大学。这所学校没有定点帮扶麻江县。", "南京农业大学 ASSISTS 麻江县"),
    ],
)
def test_who_does_not_help(text: str, wrong: str) -> None:
    assert wrong not in told(text)
