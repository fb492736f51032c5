"""`atlas new` for each kind of record: where it goes, and what is refused."""

import shlex
from pathlib import Path

import pytest

from generator.authoring.format import canonical, hand_written
from tests.support.command_line import files_of, ran
from tests.support.small import lay_out_data


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small archive with all its files in form."""
    folder = lay_out_data(tmp_path)
    for name in hand_written(folder):
        (folder / name).write_text(canonical((folder / name).read_bytes(), name), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "file", "block"),
    [
        pytest.param(
            "report electric-ferries --cites brief-2023-06-20#veren-1 --says stalled",
            "data/themes/ferries/milestones.yaml",
            '      reason: {nl: "De accu\'s komen later.", en: "The batteries come later."}\n'
            "    - {cites: brief-2023-06-20#veren-1, says: stalled}\n",
            id="a report, below the earlier ones",
        ),
        pytest.param(
            "observation lock-trainings --cites verslag-2022#mensen-1 --period 2022 --value 12 --because revision",
            "",
            "",
            id="a second value of the same source is refused",
        ),
        pytest.param(
            "milestone ferries --id new-ferry --title-nl 'Nieuw veer' --title-en 'New ferry' "
            "--nature promise --owed-by customs --cites brief-2021-03-10#veren-1 --says announced --places noordeiland",
            "data/themes/ferries/milestones.yaml",
            "- id: new-ferry\n"
            '  title: {nl: "Nieuw veer", en: "New ferry"}\n'
            "  nature: promise\n"
            "  owed_by: customs\n"
            "  places: [noordeiland]\n"
            "  reports:\n"
            "    - {cites: brief-2021-03-10#veren-1, says: announced}\n",
            id="a milestone with its first report",
        ),
        pytest.param(
            "indicator locks --id trainings-given --title-nl Trainingen --title-en Trainings "
            "--unit trainings --definition-nl 'Hoeveel er waren.' --definition-en 'How many there were.' "
            "--period 2022 --value 9 --qualifier at-least --cites verslag-2022#mensen-1",
            "data/themes/locks/indicators.yaml",
            "  observations:\n    - {period: 2022, value: 9, qualifier: at-least, cites: verslag-2022#mensen-1}\n",
            id="an indicator with its first value, at the end",
        ),
        pytest.param(
            "indicator locks --id barges --title-nl Aken --title-en Barges --unit vessels --definition-nl 'Geteld.' "
            "--definition-en 'Counted.' --counted-by network --area locks --period 2021 --value 9400 "
            "--cites meetnet-2023#aanhef-1",
            "data/themes/locks/indicators.yaml",
            "  counted_by: network\n  area: locks\n"
            "  observations:\n    - {period: 2021, value: 9400, cites: meetnet-2023#aanhef-1}\n",
            id="an indicator of an external source, where who counted is said of the indicator",
        ),
        pytest.param(
            "out-of-scope brief-2023-06-20 --passage vooruitblik-1 --why 'looks ahead'",
            "data/sources/brief-2023-06-20.yaml",
            '  - {passage: vooruitblik-1, why: "looks ahead"}\n',
            id="a passage that carries nothing",
        ),
        pytest.param(
            "source meetnet-2022 --kind external --title-nl Meetnet --title-en Network --published 2023 "
            "--publisher-nl Meetnet --publisher-en Network --standing official --seen 2023-06-01 --held false",
            "",
            "",
            id="a source with a year for a day is refused",
        ),
        pytest.param(
            "source meetnet-2022 --kind external --title-nl Meetnet --title-en Network --published 2023-05 "
            "--publisher-nl Meetnet --publisher-en Network --standing official --seen 2023-06-01 --held false",
            "data/sources/meetnet-2022.yaml",
            "id: meetnet-2022\n"
            "kind: external\n"
            'title: {nl: "Meetnet", en: "Network"}\n'
            "published: 2023-05\n"
            'publisher: {nl: "Meetnet", en: "Network"}\n'
            "standing: official\n"
            "seen: 2023-06-01\n"
            "held: false\n",
            id="a source that is not held",
        ),
        pytest.param(
            "correction locks-counted-twice --published 2023-07-01 --of soft-ground --what-nl 'Er stond anders.' "
            "--what-en 'It said otherwise.' --why-nl 'Verlezen.' --why-en 'Misread.'",
            "data/corrections.yaml",
            "- id: locks-counted-twice\n"
            "  published: 2023-07-01\n"
            "  of: [soft-ground]\n"
            '  what: {nl: "Er stond anders.", en: "It said otherwise."}\n'
            '  why: {nl: "Verlezen.", en: "Misread."}\n',
            id="the first correction makes the file",
        ),
        pytest.param(
            "amendment entered-late --published 2023-07-01 --sources verslag-2022 --why-nl 'Laat gevonden.' "
            "--why-en 'Found late.'",
            "data/amendments.yaml",
            "- id: entered-late\n",
            id="sources entered late",
        ),
        pytest.param(
            "rename old-ferry --kind statement --became soft-ground",
            "data/aliases.yaml",
            "- kind: statement\n  was: old-ferry\n  became: soft-ground\n",
            id="a record that has another id now: links to the old one lead there",
        ),
        pytest.param(
            "rename soft-ground --kind statement --became locks",
            "",
            "",
            id="a rename of what has its old id still is refused",
        ),
        pytest.param(
            "rendering lock-keeper --written-nl 'sluiswachter*' --written-en 'lock keeper*'",
            "data/renderings.yaml",
            "- id: lock-keeper\n",
            id="names in both languages",
        ),
        pytest.param(
            "term mooring --term-nl Meren --term-en Mooring --text-nl 'Een schip vastleggen.' "
            "--text-en 'Making a ship fast.' --cites brief-2021-03-10#sluizen-2",
            "data/glossary.yaml",
            "  cites: [brief-2021-03-10#sluizen-2]\n\n- id: mooring\n",
            id="a term stands between its neighbours in the alphabet",
        ),
        pytest.param(
            "place zuiderkade --name-nl Zuiderkade --name-en Zuiderkade --kind port --lat 52.0 --lon 4.5",
            "data/places.yaml",
            "- id: zuiderkade\n",
            id="a place at the end",
        ),
        pytest.param(
            "tension lock-soft --kind contradiction --themes locks --text-nl 'Zacht of hard.' "
            "--text-en 'Soft or hard.' --cites verslag-2022#sluizen-1",
            "",
            "",
            id="a tension of one side is refused",
        ),
        pytest.param(
            "reference kst-99123-1 --title-nl 'Brief over sluizen' --title-en 'Letter on locks' --published 2020-01-31",
            "data/references.yaml",
            "- id: kst-99123-1\n",
            id="a document that is not held",
        ),
    ],
)
def test_each_kind_of_record_goes_to_its_place_or_nowhere(root: Path, words: str, file: str, block: str) -> None:
    before = files_of(root)
    run = ran(root, "new", *shlex.split(words))
    changed = [name for name, content in files_of(root).items() if before.get(name) != content]

    assert (run.exit_code, changed) == ((0, [file]) if file else (1, []))
    assert block in (root / file).read_text("utf-8") if file else "Nothing was written." in run.stderr
    assert ran(root, "check").exit_code == 0
