"""A private Quilt per test, in directories of its own; what it leaves behind fails the test."""
import os
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parent / "lib"))
import harness  # noqa: E402


@pytest.fixture(scope="session", autouse=True)
def subreaper():
    harness.become_subreaper()


@pytest.fixture
def quilt(request):
    if os.geteuid() != 0:
        pytest.skip("needs root")
    before = harness.host_listing()
    with harness.Quilt() as q:
        q.keep = True
        yield q
    q.check_nothing_left(before)


@pytest.fixture(scope="session")
def images():
    return harness.IMAGES
