"""Keys that no menu can tell of: those of lists, fields and editors. For the list under F1.

Only words; the widgets themselves listen.
"""

from collections.abc import Mapping

KEYS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Everywhere": (
        ("To the next control, and back", "Tab, Shift+Tab"),
        ("Open a menu by its underlined letter", "Alt+letter"),
        ("Press a button", "Enter, Space"),
        ("What else can be done with this", "Menu key, Shift+F10"),
        ("Close a dialog, give up an edit", "Esc"),
        ("Choose the pane, in the list at the left", "Up, Down"),
    ),
    "Search": (
        ("From row to row", "Up, Down, Page Up, Page Down, Home, End"),
        ("Open what is found, run the command", "Enter"),
        ("Commands only", "> at the start"),
        ("Back to where one was", "Esc"),
    ),
    "Today: what is to do": (
        ("From row to row", "Up, Down"),
        ("The one action of the row, on its name", "Enter"),
        ("Done", "D"),
        ("Not now, and what else can be done", "N"),
        ("They answered", "A"),
        ("Edit a task, delete it", "E, Delete"),
    ),
    "People: the table": (
        ("From row to row", "Up, Down, Page Up, Page Down, Home, End"),
        ("From the filter to the first person, and back", "Down, Up"),
        ("Select several people", "Shift+Up, Shift+Down, Shift+Space"),
        ("Open a person", "Enter"),
        ("Empty the filter", "Esc"),
        ("Open a filter, clear it", "Down, Delete"),
        ("Over a cell: to the next, the one before", "Tab, Shift+Tab"),
        ("Over a cell: to the next person, the one before", "Down, Up"),
        ("Over a cell: keep, give up what is typed", "Enter, Esc"),
    ),
    "People: the columns": (
        ("Show a column, or not", "Space"),
        ("Move the column left, right", "Alt+Left, Alt+Right"),
        ("Make the column narrower, wider", "Shift+Left, Shift+Right"),
    ),
    "People: the history of a person": (
        ("From entry to entry", "Up, Down"),
        ("Open what the entry tells of", "Enter, Space"),
        ("Edit a note where it stands", "Enter, F2"),
        ("Delete a note", "Delete"),
    ),
    "People: the facts of a person": (
        ("Edit a fact where it stands", "F2"),
        ("Keep it, take it back", "Enter, Esc"),
        ("Copy an address or a number", "Ctrl+C"),
        ("Keep a note, begin a line in it", "Enter, Shift+Enter"),
    ),
    "People: the employers": (
        ("Show the people of an employer, hide them", "Right, Left, Space"),
        ("Edit the employer or the person", "Enter"),
    ),
    "Calendar: day and week": (
        ("To another quarter of an hour, to another day", "Arrow keys"),
        ("To the entry before, after", "Shift+Left, Shift+Right, or K, J"),
        ("To the first, the last entry of the day", "Home, End"),
        ("Open the entry, or plan a conversation at this time", "Enter"),
        ("Plan a conversation at this time", "Insert, N"),
        ("The day or week before, after", "Page Up, Page Down"),
        ("Show the day by its hours; of a single day, what is due", "Space"),
        ("Scroll by an hour", "Alt+Up, Alt+Down"),
        ("Give up moving with the mouse", "Esc"),
    ),
    "Calendar: the month": (
        ("From day to day, from week to week", "Arrow keys"),
        ("To the entry before, after", "Shift+Left, Shift+Right, or K, J"),
        ("To the first, the last day of the week", "Home, End"),
        ("The month before, after", "Page Up, Page Down"),
        ("To today", "T"),
        ("Open the entry, or plan a conversation on the day", "Enter"),
        ("Show the day by its hours", "Space"),
        ("Move the entry by a day, by a week", "Ctrl+arrow keys"),
        ("Give up moving with the mouse", "Esc"),
    ),
    "Calendar: the agenda": (
        ("To the entry or the thing due before, after", "Up, Down, or K, J"),
        ("To the first, the last", "Home, End"),
        ("The four weeks before, after", "Page Up, Page Down"),
        ("Open it", "Enter"),
    ),
    "Calendar: the small month": (
        ("From day to day, from week to week", "Arrow keys"),
        ("To the month before, after", "Page Up, Page Down"),
        ("To the first, the last day of the week", "Home, End"),
        ("Show the week of the day", "Enter, Space"),
    ),
    "Interviews: the notes": (
        ("Mark the line: insight, term, person to meet, opening, to do", "! ~ @ + - at its start"),
        ("Move the line up, down", "Alt+Up, Alt+Down"),
        ("Larger letters, smaller ones, the usual ones", "Ctrl++, Ctrl+-, Ctrl+0"),
    ),
    "Interviews: the questions": (
        ("From question to question", "Up, Down"),
        ("Tick the question", "Space"),
        ("Keep, give up what is typed", "Enter, Esc"),
    ),
    "Interviews: after the conversation": (
        ("From captured line to captured line", "Up, Down"),
        ("Keep the line", "Enter, K"),
        ("Edit it before it is kept, or after", "F2"),
        ("In its fields: keep, give up", "Enter, Esc"),
        ("How useful it was", "1 to 5"),
    ),
    "Letters": (
        ("From letter to letter", "Up, Down"),
        ("Go to the letter that is chosen", "Enter"),
        ("To the next thing to look at, the one before", "F7, Shift+F7"),
        ("Take the wording that is offered", "Alt+Enter"),
        ("Other spellings of a marked word, keep it in the dictionary", "Menu key, Shift+F10"),
        ("Close the card beside a marked sentence", "Esc"),
    ),
    "Kept so far": (
        ("From the search to the list", "Down, Enter"),
        ("Edit, in its fields: keep, give up", "Enter, F2; Enter, Esc"),
        ("Tick a task", "Space"),
        ("Delete", "Delete"),
    ),
    "Dialogs": (
        ("Save", "Enter"),
        ("Time of day: a quarter of an hour earlier, later", "Up, Down"),
        ("Open a list of choices", "Alt+Down"),
        ("Choose a person from those who are found", "Down, then Enter"),
        ("Remove a person who was chosen", "Delete, Backspace"),
    ),
}
"""Where: what it does, and the keys."""
