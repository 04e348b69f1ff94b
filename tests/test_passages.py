"""How passages with gold are read and scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.passages import Line, read_passages, score
from graph.schema import schema

PAGE = """relations: DONATED_TO figures
##
南通市对口帮扶略阳县
南通市海门区教育局向略阳县兴州中学捐款20万元。
> DONATED_TO | 海门区教育局 / 教育局 | 兴州中学 / 略阳县兴州中学 | amount=200000
> DONATED_TO | 南通市 | 略阳县
? FUNDED | 海门区 | 略阳县
= 兴州中学 | donated_value | 200000
##
今天天气晴好，适合出门。
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_what_a_file_holds(page: Path) -> None:
    relations, passages = read_passages(page)
    assert relations == {"DONATED_TO", "figures"}
    assert [len(one.gold) for one in passages] == [4, 0]
    assert passages[0].text.startswith("南通市对口帮扶略阳县\n") and "DONATED_TO" not in passages[0].text
    first = passages[0].gold[0]
    assert first.wanted and first.value == 200_000 and first.object == {"兴州中学", "略阳县兴州中学"}
    assert not passages[0].gold[2].wanted


def test_the_counts(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = score(page, tell=True)
    assert (counts["DONATED_TO"].found, counts["DONATED_TO"].missed) == (1, 1)
    assert counts["DONATED_TO"].right == 1 and counts["DONATED_TO"].recall == 0.5
    assert "missed: > DONATED_TO | 南通市 | 略阳县" in capsys.readouterr().out


def test_a_wrong_amount_is_wrong(page: Path) -> None:
    page.write_text(PAGE.replace("amount=200000", "amount=2000"), encoding="utf-8")
    counts = score(page)["DONATED_TO"]
    assert (counts.found, counts.wrong) == (0, 1)


@pytest.mark.parametrize("line", ["> DONATED_TO | 甲", "= 甲 | households | 三"])
def test_a_line_that_is_no_gold_is_told(page: Path, line: str) -> None:
    page.write_text(f"{PAGE}{line}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="is no fact and no figure"):
        read_passages(page)


def test_the_passages_of_the_corpus_are_well_formed() -> None:
    files = sorted((Path(__file__).parent / "corpus/passages").glob("*.txt"))
    assert files
    for path in files:
        relations, passages = read_passages(path)
        assert relations <= {*schema().relations, "figures"}, path
        for line in (line for one in passages for line in one.gold):
            assert _known(line), f"{path}: {line.text}"


def _known(line: Line) -> bool:
    return line.indicator in schema().indicators if line.relation == "figures" else line.relation in schema().relations
