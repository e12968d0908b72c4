"""What every part of a record has in common: how a field is described, how a group behaves."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


def described(title: str, meaning: str, *, example: Any, source: str = "") -> Any:
    """The description of a field.

    ``title`` and ``meaning`` are French and shown to partners and reusers; ``example`` is written as
    in a record; ``source`` names the law, standard or list the constraint comes from.
    """
    return Field(
        title=title,
        description=meaning,
        examples=[example],
        json_schema_extra={"source": source} if source else None,
    )


_NO_FIELDS = set[str]()


class Part(BaseModel):
    """A part of a record: frozen, closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=False)

    def model_post_init(self, _: Any, /) -> None:
        """Forget which fields were given, which nobody asks: a third of what all records weigh."""
        object.__setattr__(self, "__pydantic_fields_set__", _NO_FIELDS)
