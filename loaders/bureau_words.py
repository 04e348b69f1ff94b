"""What the bureaus and offices of a county are called without its name: 农业农村局, 县委办, 乡村振兴服务中心."""

from __future__ import annotations

from loaders.lexicon import any_of, read_yaml

_FIELDS = sorted({*read_yaml("names.yaml")["departments"], *read_yaml("titles.yaml")["bureau_fields"]}, key=len)
_FIELD = f"(?:{any_of(_FIELDS)})"
_KIND = "(?:服务|管理|监督管理|监督|开发)?(?:局|委员会|委|办公室|办|服务中心|中心)"
_OFFICE = "(?:(?:政府|委)(?:办公室|办)|委(?:组织部|宣传部|统战部|政法委|编办|党校|网信办))"

BUREAU = f"[县市区州旗]?(?:{_OFFICE}|{_FIELD}(?:[和与]?{_FIELD})*{_KIND})(?!员)"
