"""What makes a county's name doubtful in a text, measured in the word list of jieba.

Only two-character names of counties need it (资源, 合作, 大方): longer names and those of prefectures hardly ever are
anything else, and the few that are stand in names.yaml.
"""

from collections.abc import Collection

Words = dict[str, tuple[int, str]]  # how often a word was counted, and its part of speech

_NAME_TAGS = ("ns", "nr", "nrt", "nrfg", "nt")  # place, person, body
_COMMON = 30  # a word counted less often is noise in a list made from 60 million running words
_COMMON_PERSON = 250  # words tagged as a person's name are mostly names, unless they are this frequent
_JOINING = 400
_SURROUNDING = 20


def risky_names(names: Collection[str], words: Words, added: list[str], dropped: list[str]) -> list[str]:
    """The names that the word list knows as something else than a place, corrected by hand."""
    risky = set()
    for name in names:
        count, tag = words.get(name, (0, "ns"))
        if tag != "ns" and count >= (_COMMON_PERSON if tag in _NAME_TAGS else _COMMON):
            risky.add(name)
    return sorted((risky - set(dropped)) | set(added))


def joining_words(names: Collection[str], words: Words) -> list[str]:
    """Frequent words of two characters that begin with a name's last or end with its first: 金融 before 安, 融安."""
    first, last = {name[0] for name in names}, {name[-1] for name in names}
    return [
        word
        for word, (count, tag) in sorted(words.items())
        if len(word) == 2 and count >= _JOINING and tag not in _NAME_TAGS and (word[0] in last or word[1] in first)
    ]


def surrounding_words(names: Collection[str], words: Words) -> list[str]:
    """Longer words with a name in them: 自然资源 around 资源, 安居乐业 around 乐业."""
    return [
        word
        for word, (count, tag) in sorted(words.items())
        if len(word) > 2
        and count >= _SURROUNDING
        and tag not in _NAME_TAGS
        and any(word[i : i + 2] in names for i in range(len(word) - 1))
    ]
