"""A password on a saved PDF."""

from __future__ import annotations

import io

import pikepdf
import pytest

from loket_app.documents.protection import protect
from tests.documents.reading import one, page_texts

PDF = one("Vertrouwelijk")


def opened(pdf: bytes, password: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf), password=password)


@pytest.mark.parametrize("password", ["geheim", "wachtwoord met spaties", "пароль-كلمة-€", "x" * 127])
def test_the_right_password_opens_it(password: str) -> None:
    assert page_texts(protect(PDF, password), password) == ["Vertrouwelijk"]


def test_a_wrong_password_or_none_does_not() -> None:
    locked = protect(PDF, "geheim")
    for wrong in ("Geheim", "", "geheim "):
        with pytest.raises(pikepdf.PasswordError):
            opened(locked, wrong)


def test_the_cipher_is_aes_256() -> None:
    with opened(protect(PDF, "geheim"), "geheim") as document:
        assert (document.encryption.R, document.encryption.V, document.encryption.bits) == (6, 5, 256)
        assert document.encryption.stream_method == pikepdf.models.EncryptionMethod.aesv3


def test_nothing_of_the_text_can_be_read_without_it() -> None:
    assert b"Vertrouwelijk" not in protect(PDF, "geheim")


def test_an_empty_password_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        protect(PDF, "")
