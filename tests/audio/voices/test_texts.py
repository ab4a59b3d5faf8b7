from hypothesis import given
from hypothesis import strategies as st

from audio.voices.texts import ID_LENGTH, clauses, seconds_to_say, sentences, speakable, text_id


def test_an_id_is_short_and_lower_case_and_changes_with_the_words() -> None:
    one, other = text_id("Is that a step?"), text_id("Is this a step?")
    assert one != other
    assert len(one) == ID_LENGTH
    assert one == one.lower()
    assert one.isalnum()


def test_an_id_is_the_same_for_other_spaces_and_other_quotes() -> None:
    assert text_id("“I'm here.”\n Stay.") == text_id('"I’m here." Stay.')


def test_an_id_does_not_change_between_versions() -> None:
    """Recordings are found by it, for years."""
    assert text_id("Everything here can be changed, skipped or stopped.") == "aas3kamx"


def test_sentences_keep_their_closing_quotes() -> None:
    text = "You could answer: “I see you. Thank you.” That's plenty. Or nothing… Is it?"
    assert sentences(text) == [
        "You could answer: “I see you.",
        "Thank you.”",
        "That's plenty.",
        "Or nothing…",
        "Is it?",
    ]
    assert sentences("no end") == ["no end"]
    assert sentences("3.5 is a number") == ["3.5 is a number"]
    assert sentences("") == []


@given(st.text(alphabet="ab .!?…“”'\n", max_size=60))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split() or "".join(sentences(text)).replace(
        " ", ""
    ) == "".join(text.split())


def test_what_a_speech_program_would_take_for_phonemes_or_options_is_words() -> None:
    assert speakable("[[h@'loU]]") == "((h@'loU))"
    assert speakable("-- You might stay — or go") == "You might stay, or go"
    assert speakable("two\n lines") == "two lines"


def test_seconds_are_counted_by_words() -> None:
    assert seconds_to_say("It’s a well-worn coat.", 60) == 5


def test_clauses_are_cut_after_commas_and_short_ones_stay_together() -> None:
    assert clauses("Everything here can be changed, skipped or stopped.") == [
        "Everything here can be changed,",
        "skipped or stopped.",
    ]
    assert clauses("Yes, of course, and so it goes on.") == ["Yes, of course,", "and so it goes on."]
    assert clauses("Stay.") == ["Stay."]
