"""Somebody else's JSON: a value of another kind than expected is as good as none."""

from collections.abc import Mapping
from typing import Any


def text(holder: Mapping[str, Any], key: str) -> str:
    """The text at ``key``, trimmed; empty for anything else."""
    value = holder.get(key)
    return value.strip() if isinstance(value, str) else ""


def texts(holder: Mapping[str, Any], key: str) -> list[str]:
    """The texts of the list at ``key``, or of a cell that parts them by ``|``."""
    value = holder.get(key)
    if isinstance(value, str):
        return [one for one in value.split("|") if one]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def group(holder: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The group of keys at ``key``; empty for anything else."""
    value = holder.get(key)
    return value if isinstance(value, Mapping) else {}


def groups(holder: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The groups of keys in the list at ``key``."""
    value = holder.get(key)
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
