"""What holds for the site as a whole, as models of `data/atlas.yaml`."""

from generator.records import Category
from generator.scalars import Address, Bilingual, Record


class Group(Category):
    """A heading of the home page, under which related themes stand."""


class Atlas(Record):
    """The site as a whole: `data/atlas.yaml`."""

    title: Bilingual
    description: Bilingual
    publisher: Bilingual
    licence: Bilingual
    address: Address | None = None
    """Where the site is published, with a closing slash. Without it, links between pages are all relative."""
    groups: tuple[Group, ...] = ()
    """Headings of the home page, in order. Where there are any, every theme names one."""
