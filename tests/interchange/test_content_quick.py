from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from infoview_gui.interchange.content_lines import ContentLine, physical_lines, read_lines
from infoview_gui.interchange.content_quick import well_formed_lines

PIECES = [
    "FN:A b", "item1.TEL;TYPE=home:+1", "a.b.X-Y:z", "X;P=\"q:;\":v", " more", "\tmore", " ", "",
    "no property", "PHOTO;ENCODING=b:AB CD", "PHOTO;BASE64:ABCD", "ABCD=", "  AB", ".X:1", "a.:1",
    "NOTE;ENCODING=QUOTED-PRINTABLE:a=", "b=20c", "NOTE:\x0b\x0c\x85", "ÄÖ:x", "N:\r", "X;P=\":v",
    ":", ";:x", "X;:", "EMAIL;TYPE=a", "X:a\\,b\\\\", "\ufeffFN:x", "A B:c", "x-y_z;q;R=1,2:",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=8), st.booleans())
@example(["PHOTO;ENCODING=b:AB", "  CD", "FN:x"], True)
def test_the_quick_reading_says_what_the_rule_says(pieces: list[str], returns: bool) -> None:
    text = ("\r\n" if returns else "\n").join(pieces) + "\n"
    quick = well_formed_lines(text)
    if quick is not None:
        assert quick == list(read_lines(physical_lines(text)))


def test_an_ordinary_card_is_well_formed() -> None:
    text = "VERSION:3.0\r\nitem1.EMAIL;type=INTERNET:a@x\r\nNOTE:one\\n\r\n  two\r\nFN:ä\r\n"
    assert well_formed_lines(text) == [
        ContentLine("", "VERSION", "", "3.0", "VERSION:3.0\r"),
        ContentLine("item1", "EMAIL", "type=INTERNET", "a@x", "item1.EMAIL;type=INTERNET:a@x\r"),
        ContentLine("", "NOTE", "", "one\\n two", "NOTE:one\\n\r\n  two\r"),
        ContentLine("", "FN", "", "ä", "FN:ä\r"),
    ]
