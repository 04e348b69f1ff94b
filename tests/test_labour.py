"""Labour that goes from the helped side to the helping side, whatever the order of words."""

import pytest

from loaders.examples import stated

HELPED, HELPER = "[[Region:昭通市]]", "[[Region:东莞市]]"
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
