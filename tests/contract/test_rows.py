"""
The requirements and the catalogue of facts agree with each other.
"""

from collections import Counter

from domain.law.catalogue import (
    ANY_FILE,
    BY_FACT,
    CATALOGUE,
    FILE_NAMES,
    HANDS,
    topic_of,
)
from domain.law.rows import CAPABILITIES, MECHANISMS, ROWS

ROWS_BY_ID = {row.id: row for row in ROWS}


class TestRows:
    def test_none_is_missing(self) -> None:
        """
        There are 262 requirements: 132 core, 115 supporting and 15 outside.
        """
        verdicts = Counter(row.verdict for row in ROWS)

        assert len(ROWS) == len(ROWS_BY_ID) == 262
        assert verdicts == {"CORE": 132, "SUPPORTING": 115, "OUT": 15}

    def test_each_stands_in_a_context(self) -> None:
        """
        Every context has requirements, and every requirement has a context.
        """
        assert {row.capability for row in ROWS} == set(CAPABILITIES)

    def test_numbers_run_through(self) -> None:
        """
        Within a family of requirements no number is left out.
        """
        families = Counter(row.id[:4] for row in ROWS)

        for family, count in families.items():
            numbered = {f"{family}{number:02}" for number in range(1, count + 1)}
            assert numbered <= set(ROWS_BY_ID), family

    def test_what_is_not_core_says_why(self) -> None:
        """
        A supporting row names its mechanism or means, an outside row its reason.
        """
        wrong = [row.id for row in ROWS if bool(row.why) == (row.verdict == "CORE")]

        assert wrong == []

    def test_mechanisms_exist(self) -> None:
        """
        A mechanism that a row names is one of the thirteen.
        """
        named = {
            word.strip(",;:")
            for row in ROWS
            for word in row.why.split()
            if word[0] == "M" and word[1:2].isdigit()
        }

        assert len(MECHANISMS) == 13
        assert named == set(MECHANISMS)

    def test_outside_rows_have_no_fact(self) -> None:
        """
        Only what is outside has no fact of enforcement to record.
        """
        without = {row.id for row in ROWS if not row.facts}

        assert without == {row.id for row in ROWS if row.verdict == "OUT"}

    def test_facts_stand_in_the_catalogue(self) -> None:
        """
        Every fact that a requirement names exists, and its file is the one named.
        """
        for row in ROWS:
            owners = [BY_FACT[fact].file for fact in row.facts]
            assert row.files == tuple(dict.fromkeys(owners)), row.id

    def test_facts_name_the_row_in_return(self) -> None:
        """
        A fact without which a requirement is not met serves that requirement.
        """
        wrong = [
            (row.id, fact)
            for row in ROWS
            for fact in row.facts
            if row.id not in BY_FACT[fact].rows
        ]

        assert wrong == []


class TestCatalogue:
    def test_each_fact_stands_once(self) -> None:
        """
        A fact has one owning file, one English name and one Chinese name.
        """
        names = Counter(entry.fact for entry in CATALOGUE)
        terms = Counter(entry.zh for entry in CATALOGUE)

        assert len(CATALOGUE) == 468
        assert names.most_common(1)[0][1] == terms.most_common(1)[0][1] == 1

    def test_files_are_named(self) -> None:
        """
        Every file that owns a fact has a Chinese term, and no file is without facts.
        """
        assert {entry.file for entry in CATALOGUE} == set(FILE_NAMES)
        assert ANY_FILE in FILE_NAMES

    def test_rows_exist(self) -> None:
        """
        Every fact serves at least one requirement, and only such as exist.
        """
        for entry in CATALOGUE:
            assert entry.rows, entry.fact
            assert set(entry.rows) <= set(ROWS_BY_ID), entry.fact

    def test_hands_are_known(self) -> None:
        """
        By whose act a fact comes about is told with the letters of the table alone.
        """
        letters = {
            letter
            for entry in CATALOGUE
            for hand in entry.by
            for letter in hand.split("+")
        }

        assert letters == set(HANDS)

    def test_words_with_several_meanings_are_gone(self) -> None:
        """
        A name that stood for several acts is replaced by one name for each of them.
        """
        assert not {"NoActionDecided", "FilingReviewRequested"} & set(BY_FACT)
        assert BY_FACT["NoCaseDecided"].file == "Inspection"
        assert BY_FACT["NoPenaltyDecided"].file == "EnforcementCase"
        assert BY_FACT["CaseTerminated"].file == "EnforcementCase"


class TestTopicOf:
    def test_every_spelling_of_a_name(self) -> None:
        """
        Class, module and topic spelling of a name lead to the same topic.
        """
        expected = "duty-list.enforcement-mandate-assigned.v1"

        assert topic_of("DutyList", "EnforcementMandateAssigned") == expected
        assert topic_of("duty_list", "enforcement_mandate_assigned") == expected
        assert topic_of("duty-list", "enforcement-mandate-assigned") == expected

    def test_topics_differ(self) -> None:
        """
        No two facts share a topic, and a topic is lower-case ASCII.
        """
        topics = [topic_of(entry.file, entry.fact) for entry in CATALOGUE]

        assert "hazard.rectification-ordered.v1" in topics
        assert "inspection.inspection-approved.v1" in topics
        assert len(set(topics)) == len(topics)
        assert all(topic.isascii() and topic == topic.lower() for topic in topics)
