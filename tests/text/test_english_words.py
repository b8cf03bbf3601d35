"""Single words are asked about by the same list as all of them."""

import pytest

from generator.text.english_words import english_words, is_english


def test_every_word_is_found_and_its_neighbours_only_if_they_are_words():
    words = english_words()
    for word in sorted(words)[::37]:
        assert is_english(word), word
        for other in (word[1:], word[:-1], f"{word}q", f"q{word}"):
            assert is_english(other) == (other in words), other


@pytest.mark.parametrize("word", ["a", "aa's", "abbey", "zürich", "zzz", "i", "no", "stu"])
def test_the_ends_of_the_list_and_words_of_one_letter(word):
    assert is_english(word) == (word in english_words())


@pytest.mark.parametrize("text", ["", "\n", '"', '": 50,', "Abbey", "深度学习", "\ud800", "zzzz", "50"])
def test_what_is_no_word_is_in_neither(text):
    assert not is_english(text)
