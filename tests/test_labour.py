"""Labour that goes from the helped side to the helping side, whatever the order of words."""

import pytest
from extraction_samples import ends

from loaders.examples import stated

HELPED, HELPER = "[[Region:昭通市]]", "[[Region:东莞市]]"
WUXI = "无锡市对口帮扶延安市。\n"
PAIRED = f"{HELPER}对口帮扶{HELPED}。"


@pytest.mark.parametrize(
    "text",
    [
        f"{HELPED}今年向{HELPER}输送劳动力5200人。",
        f"3月2日，首批126名{HELPED}籍务工人员抵达{HELPER}上岗。",
        f"{HELPER}吸纳{HELPED}务工人员1320人。",
        f"全市转移就业5万人，其中赴{HELPER}1200人。",
        f"{HELPED}包了18趟大巴，把642名脱贫群众送到{HELPER}务工。",
        f"目前，在{HELPER}稳定就业的{HELPED}老乡有900多人。",
        f"{HELPED}转移到{HELPER}就业的脱贫劳动力达5134人。",
        f"“{HELPED}一年有1.2万人去{HELPER}打工。”局长说。",
        f"{HELPED}劳务输出专列载着960人驶向{HELPER}。",
    ],
)
def test_people_go_there_to_work(text: str) -> None:
    assert stated(PAIRED + text, "SENDS_WORKERS_TO") == {"昭通市 SENDS_WORKERS_TO 东莞市"}


def test_every_place_of_a_list() -> None:
    text = f"{HELPED}有组织输出2.3万人，其中赴[[Region:浙江省]]9600人，赴[[Region:江苏省]]4100人，[[Region:福建省]]2200人。"
    assert stated(PAIRED + text, "SENDS_WORKERS_TO") == {
        f"昭通市 SENDS_WORKERS_TO {place}" for place in ("浙江省", "江苏省", "福建省")
    }


@pytest.mark.parametrize(
    "text",
    [
        f"阿罗去年还在{HELPER}打工。",
        f"{HELPED}95名教师赴{HELPER}培训，回来上班。",
        f"{HELPER}为{HELPED}提供就业岗位3000个。",
        f"{HELPED}计划向{HELPER}输送劳动力500人。",
        f"{HELPED}没有向{HELPER}输送劳动力。",
        f"{HELPED}的苹果运到{HELPER}，带动300人就业。",
        f"20名返乡青年从{HELPER}回到{HELPED}，就业有了着落。",
    ],
)
def test_what_only_looks_like_labour(text: str) -> None:
    assert stated(PAIRED + text, "SENDS_WORKERS_TO") == set()


@pytest.mark.parametrize(
    "text",
    [
        f"由[[Organization:昭通市就业局]]组织的53名脱贫群众，已在{HELPER}的四家企业办完入职手续。",
        f"{HELPED}的62名群众登上开往{HELPER}的专列。他们要进的是一家电子厂，包吃住。",
        f"{HELPER}是{HELPED}最大的劳务输出目的地。",
        f"每年秋收过后，{HELPED}便有两百多名妇女分批去{HELPER}的酒店帮工。",
        f"{HELPED}在莞务工的老乡有四千人。",
        f"[[Facility:昭通市驻东莞劳务工作站]]统计，全市今年到{HELPER}的已有七百来人。",
        f"{HELPED}的62名富余劳力搭乘免费大巴出发，在{HELPER}的纺织企业安了家。",
    ],
)
def test_work_is_told_by_what_stands_around(text: str) -> None:
    assert stated(PAIRED + text, "SENDS_WORKERS_TO") == {"昭通市 SENDS_WORKERS_TO 东莞市"}


@pytest.mark.parametrize(
    "text",
    [
        f"{HELPED}的40名群众登上开往{HELPER}的大巴。他们去参加合唱比赛。",
        f"[[Organization:昭通市就业局]]组织30人到{HELPER}考察。",
        f"{HELPER}在{HELPED}举办劳动力招聘会，800人到场。",
    ],
)
def test_a_journey_is_not_yet_work(text: str) -> None:
    assert stated(PAIRED + text, "SENDS_WORKERS_TO") == set()


def test_no_place_named_later_for_something_else_is_the_origin() -> None:
    text = f"今年经劳务渠道输往{HELPER}的劳动力达412人；邻近的[[Region:大关县]]没有组织过。"
    assert "大关县 SENDS_WORKERS_TO 东莞市" not in stated(PAIRED + text, "SENDS_WORKERS_TO")


@pytest.mark.parametrize(
    "words",
    [
        "“我原来在厦门进厂，孩子上学时没回过家。”",
        "县里用工210人，发往福建的李子有1800吨。",
        "三年引来福建企业41家，带动贫困人口就业5470人。",
    ],
)
def test_no_flow_of_labour(words: str) -> None:
    assert not ends(f"积石山县与厦门市思明区结对。{words}", "SENDS_WORKERS_TO")


@pytest.mark.parametrize(
    "words",
    ["结业的学员里有517人去了思明区的工厂。", "县里组织620人到思明区务工。"],
)
def test_a_flow_of_labour(words: str) -> None:
    flows = ends(f"积石山县与厦门市思明区结对。{words}", "SENDS_WORKERS_TO")
    assert flows == {("积石山保安族东乡族撒拉族自治县", "思明区")}


def test_where_those_went_who_are_counted_apart() -> None:
    text = "宜川县农村劳动力转移就业1.2万人，省外5400人。去往无锡的有1260人，比去年多208人。"
    assert ("宜川县", "无锡市") in ends(WUXI + text, "SENDS_WORKERS_TO")


def test_visitors_from_there_are_no_workers_gone_there() -> None:
    text = "宜川县农村劳动力转移就业1.2万人。来看花的游客里，无锡的有1260人。"
    assert "无锡市" not in {to for _, to in ends(WUXI + text, "SENDS_WORKERS_TO")}
