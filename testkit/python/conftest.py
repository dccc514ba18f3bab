import pathlib

import pytest

pytest_plugins = ["connect_chat_emulator"]


@pytest.fixture(scope="session")
def emulator_flows():
    return pathlib.Path(__file__).parent / "../src/test/flows"
