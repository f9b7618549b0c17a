"""The Peewee models of everything that is kept. They follow the migrations and carry no rules.

Moments are integers, milliseconds since 1970 UTC. A model is used on the store's writing thread,
or on any thread for reading.
"""

from typing import TYPE_CHECKING

from peewee import (
    AutoField,
    BigIntegerField,
    BlobField,
    BooleanField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from infoview_gui.store.binding import DATABASE


class Employer(Model):
    """A company, under its first spelling; ``key`` is the name without case and legal form.

    The priority is that of the LAMP list: ``motivation`` 0 to 3, ``advocacy`` yes or no,
    ``posting`` 1 to 3 (0 while nobody has looked).
    """

    id = AutoField()
    name = TextField()
    key = TextField(unique=True)
    name_key = BlobField(default=b"")
    motivation = IntegerField(default=0)
    advocacy = BooleanField(default=False)
    posting = IntegerField(default=0)


class EmployerAlias(Model):
    """Another key of an employer, left by a merge."""

    if TYPE_CHECKING:
        employer_id: int

    key = TextField(primary_key=True)
    employer = ForeignKeyField(Employer, on_delete="CASCADE", backref="aliases")

    class Meta:
        table_name = "employer_alias"


class EmployerDistinct(Model):
    """Two employers with similar names that the user has said are two; the smaller id first."""

    if TYPE_CHECKING:
        first_id: int
        second_id: int

    first = ForeignKeyField(Employer, on_delete="CASCADE", backref="+")
    second = ForeignKeyField(Employer, on_delete="CASCADE", backref="+")

    class Meta:
        table_name = "employer_distinct"
        primary_key = CompositeKey("first", "second")


class Person(Model):
    """Somebody to talk to. ``stage``, ``next_*`` and ``last_at`` are caches of what happened."""

    if TYPE_CHECKING:
        employer_id: int | None
        introduced_by_id: int | None

    id = AutoField()
    uid = TextField(unique=True)
    first_name = TextField(default="")
    last_name = TextField(default="")
    name = TextField()
    name_key = BlobField()
    company = TextField(default="")
    company_key = BlobField(default=b"")
    employer = ForeignKeyField(Employer, null=True, on_delete="SET NULL", backref="people")
    employer_by_hand = BooleanField(default=False)
    role = TextField(default="")
    channel = TextField(default="")
    channel_detail = TextField(default="")
    introduced_by = ForeignKeyField("self", null=True, on_delete="SET NULL", backref="introduced")
    zone = TextField(default="")
    zone_confirmed = BooleanField(default=False)
    note = TextField(default="")
    stage = TextField(default="known")
    stage_order = IntegerField(default=0)
    next_kind = TextField(default="")
    next_at = BigIntegerField(null=True)
    last_at = BigIntegerField(default=0)
    reach = TextField(default="")
    keep_in_touch = TextField(default="")
    keep_since = BigIntegerField(null=True)
    created_at = BigIntegerField()


class PersonDistinct(Model):
    """Two people who look like one and are two, says the user; the smaller id first."""

    if TYPE_CHECKING:
        first_id: int
        second_id: int

    first = ForeignKeyField(Person, on_delete="CASCADE", backref="+")
    second = ForeignKeyField(Person, on_delete="CASCADE", backref="+")

    class Meta:
        table_name = "person_distinct"
        primary_key = CompositeKey("first", "second")


class ContactPoint(Model):
    """An e-mail address, a phone number or a link (``kind`` email, phone, link)."""

    if TYPE_CHECKING:
        person_id: int

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="contact_points")
    kind = TextField()
    value = TextField()
    label = TextField(default="")
    preferred = BooleanField(default=False)
    position = IntegerField(default=0)
    match_key = TextField(default="")

    class Meta:
        table_name = "contact_point"


class PersonTag(Model):
    """A word a person is filed under."""

    if TYPE_CHECKING:
        person_id: int

    person = ForeignKeyField(Person, on_delete="CASCADE", backref="tags")
    name = TextField()

    class Meta:
        table_name = "person_tag"
        primary_key = CompositeKey("person", "name")


class SourceCard(Model):
    """What a person was imported from, word for word."""

    if TYPE_CHECKING:
        person_id: int

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="source_cards")
    format = TextField()
    text = TextField()
    file_name = TextField(default="")
    imported_at = BigIntegerField()

    class Meta:
        table_name = "source_card"


class Activity(Model):
    """Something that happened with a person, for the timeline and the stage."""

    if TYPE_CHECKING:
        person_id: int

    id = AutoField()
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="activities")
    kind = TextField()
    at = BigIntegerField()
    detail = TextField(default="")


class Conversation(Model):
    """A talk, planned or past; ``starts_at`` null while no time is agreed.

    ``sequence`` counts how often it was moved or called off, as calendars want to know;
    ``offer_id`` is the letter that proposed it.
    """

    id = AutoField()
    uid = TextField(unique=True)
    starts_at = BigIntegerField(null=True)
    zone = TextField(default="")
    minutes = IntegerField(default=15)
    status = TextField(default="planned")
    way = TextField(default="")
    link = TextField(default="")
    place = TextField(default="")
    goal = TextField(default="")
    ended_at = BigIntegerField(null=True)
    thanked_at = BigIntegerField(null=True)
    thanks_waived_at = BigIntegerField(null=True)
    opener = TextField(default="")
    usefulness = IntegerField(null=True)
    learned = TextField(default="")
    fits = TextField(default="")
    following = TextField(default="")
    sequence = IntegerField(default=0)
    offer_id = IntegerField(null=True)
    created_at = BigIntegerField()


class Letter(Model):
    """A letter: a draft until ``sent_at``; ``opened_at`` is when a mail program was given it.

    ``about_id`` is whom an introduction is about, ``template`` the key of what it began from;
    ``address`` is the e-mail address chosen for it, empty for the preferred one.
    """

    if TYPE_CHECKING:
        person_id: int
        conversation_id: int | None
        about_id: int | None

    id = AutoField()
    kind = TextField()
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="letters")
    conversation = ForeignKeyField(Conversation, null=True, on_delete="SET NULL", backref="letters")
    about = ForeignKeyField(Person, null=True, on_delete="SET NULL", backref="+")
    template = TextField(default="")
    subject = TextField(default="")
    body = TextField(default="")
    created_at = BigIntegerField()
    changed_at = BigIntegerField()
    opened_at = BigIntegerField(null=True)
    sent_at = BigIntegerField(null=True)
    address = TextField(default="")


class Engagement(Model):
    """What is in the own calendar and is no conversation: ``kind`` appointment or networking.

    It has a time (``starts_at``, ``zone``, ``minutes``), or whole days (``first_day`` as
    2026-11-27, ``days`` of them) in no time zone.
    """

    id = AutoField()
    uid = TextField(unique=True)
    kind = TextField()
    title = TextField()
    starts_at = BigIntegerField(null=True)
    zone = TextField(default="")
    minutes = IntegerField(default=60)
    first_day = TextField(default="")
    days = IntegerField(default=0)
    place = TextField(default="")
    note = TextField(default="")
    sequence = IntegerField(default=0)
    created_at = BigIntegerField()


class Attendance(Model):
    """A person who was met at a networking event."""

    if TYPE_CHECKING:
        engagement_id: int
        person_id: int

    engagement = ForeignKeyField(Engagement, on_delete="CASCADE", backref="attendances")
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="attendances")
    position = IntegerField(default=0)

    class Meta:
        primary_key = CompositeKey("engagement", "person")


class OwnTemplate(Model):
    """A template of the user, or their text of one that is shipped, by its key."""

    key = TextField(primary_key=True)
    text = TextField()

    class Meta:
        table_name = "own_template"


class Settled(Model):
    """What the user said of a row of Today: done, or *not now* until a day (as 2026-11-27)."""

    kind = TextField()
    subject_id = IntegerField()
    cycle = BigIntegerField()
    done_at = BigIntegerField(null=True)
    until = TextField(null=True)

    class Meta:
        primary_key = CompositeKey("kind", "subject_id", "cycle")


class Participant(Model):
    """A person in a conversation; the first one gives it its name."""

    if TYPE_CHECKING:
        conversation_id: int
        person_id: int

    conversation = ForeignKeyField(Conversation, on_delete="CASCADE", backref="participants")
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="participations")
    position = IntegerField(default=0)

    class Meta:
        primary_key = CompositeKey("conversation", "person")


class Question(Model):
    """A question prepared for a conversation; ``asked_at`` is when it was ticked."""

    if TYPE_CHECKING:
        conversation_id: int

    id = AutoField()
    conversation = ForeignKeyField(Conversation, on_delete="CASCADE", backref="questions")
    text = TextField()
    category = TextField(default="")
    must = BooleanField(default=False)
    always = BooleanField(default=False)
    position = IntegerField(default=0)
    asked_at = BigIntegerField(null=True)


class Event(Model):
    """A transition of a conversation's clock; the clock is computed from these."""

    if TYPE_CHECKING:
        conversation_id: int

    id = AutoField()
    conversation = ForeignKeyField(Conversation, on_delete="CASCADE", backref="events")
    kind = TextField()
    at = BigIntegerField()
    minutes = IntegerField(null=True)
    by = TextField(default="user")


class Note(Model):
    """The notes of a conversation: text, and a JSON list with the moment of each line."""

    if TYPE_CHECKING:
        conversation_id: int

    id = AutoField()
    conversation = ForeignKeyField(Conversation, on_delete="CASCADE", unique=True, backref="notes")
    text = TextField(default="")
    moments = TextField(default="[]")
    saved_at = BigIntegerField()


class Insight(Model):
    """Something learned, kept from a line of notes or written by hand."""

    id = AutoField()
    text = TextField()
    category = TextField(default="")
    employer = ForeignKeyField(Employer, null=True, on_delete="SET NULL", backref="insights")
    person = ForeignKeyField(Person, null=True, on_delete="SET NULL", backref="insights")
    conversation = ForeignKeyField(
        Conversation, null=True, on_delete="SET NULL", backref="insights"
    )
    at = BigIntegerField()


class Term(Model):
    """A word of the field and what it means; ``person`` said it."""

    id = AutoField()
    term = TextField()
    meaning = TextField(default="")
    person = ForeignKeyField(Person, null=True, on_delete="SET NULL", backref="terms")
    conversation = ForeignKeyField(Conversation, null=True, on_delete="SET NULL", backref="terms")
    at = BigIntegerField()


class Opening(Model):
    """A position heard of; ``person`` told."""

    id = AutoField()
    company = TextField()
    role = TextField(default="")
    details = TextField(default="")
    employer = ForeignKeyField(Employer, null=True, on_delete="SET NULL", backref="openings")
    person = ForeignKeyField(Person, null=True, on_delete="SET NULL", backref="openings")
    conversation = ForeignKeyField(
        Conversation, null=True, on_delete="SET NULL", backref="openings"
    )
    at = BigIntegerField()


class Task(Model):
    """A promise or to do; ``due`` is a date such as 2026-11-27, or empty."""

    id = AutoField()
    text = TextField()
    due = TextField(default="")
    person = ForeignKeyField(Person, null=True, on_delete="SET NULL", backref="tasks")
    conversation = ForeignKeyField(Conversation, null=True, on_delete="SET NULL", backref="tasks")
    at = BigIntegerField()
    done_at = BigIntegerField(null=True)


class Capture(Model):
    """Which line of notes became what: it is not kept twice."""

    if TYPE_CHECKING:
        conversation_id: int

    conversation = ForeignKeyField(Conversation, on_delete="CASCADE", backref="captures")
    line = TextField()
    kind = TextField()
    moment = BigIntegerField(null=True)
    target_id = IntegerField()

    class Meta:
        primary_key = CompositeKey("conversation", "line")


class ChecklistItem(Model):
    """A point of a conversation's checklist; without a conversation one of the own defaults."""

    id = AutoField()
    conversation = ForeignKeyField(
        Conversation, null=True, on_delete="CASCADE", backref="checklist"
    )
    text = TextField()
    position = IntegerField(default=0)
    done_at = BigIntegerField(null=True)

    class Meta:
        table_name = "checklist_item"


class Revision(Model):
    """An earlier state of a conversation's notes."""

    id = AutoField()
    conversation = ForeignKeyField(Conversation, on_delete="CASCADE", backref="revisions")
    text = TextField()
    moments = TextField(default="[]")
    at = BigIntegerField()


class OwnQuestion(Model):
    """A question that the user added to the bank."""

    id = AutoField()
    text = TextField(unique=True)
    category = TextField(default="")
    created_at = BigIntegerField()

    class Meta:
        table_name = "own_question"


class ColumnChoice(Model):
    """What the columns of a file with this header mean, as the user once said.

    ``header`` is the header row as JSON, ``fields`` a list of the same length, "" for none.
    """

    header = TextField(primary_key=True)
    fields = TextField()

    class Meta:
        table_name = "column_choice"


class SavedFilter(Model):
    """A filter of the People table under a name; ``query`` is JSON."""

    id = AutoField()
    name = TextField()
    query = TextField()
    position = IntegerField(default=0)

    class Meta:
        table_name = "saved_filter"


MODELS = (
    Employer,
    EmployerAlias,
    EmployerDistinct,
    Person,
    PersonDistinct,
    ContactPoint,
    PersonTag,
    SourceCard,
    Activity,
    Conversation,
    Letter,
    Engagement,
    Attendance,
    OwnTemplate,
    Settled,
    Participant,
    Question,
    Event,
    Note,
    SavedFilter,
    ColumnChoice,
    Insight,
    Term,
    Opening,
    Task,
    Capture,
    ChecklistItem,
    Revision,
    OwnQuestion,
)
DATABASE.bind(MODELS, bind_refs=False, bind_backrefs=False)
