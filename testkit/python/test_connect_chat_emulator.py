import os
import subprocess
import sys
from datetime import timedelta

import pytest
from connect_chat_emulator import Emulator, EmulatorError, EmulatorProcess, find_jar


def start_chat(emulator, flow="my-flow"):
    return emulator.client("connect").start_chat_contact(
        InstanceId="my-instance", ContactFlowId=flow, ParticipantDetails={"DisplayName": "Ada"}
    )


def test_the_customer_reads_what_the_agent_wrote(emulator):
    chat = start_chat(emulator)
    agent = emulator.join_as_agent(chat["ContactId"], "Grace")
    agent.typing()
    agent.send("How can I help?")

    customer = emulator.client("connectparticipant")
    connection = customer.create_participant_connection(
        Type=["CONNECTION_CREDENTIALS"], ParticipantToken=chat["ParticipantToken"]
    )["ConnectionCredentials"]
    message = customer.send_message(
        ConnectionToken=connection["ConnectionToken"], ContentType="text/plain", Content="My order is late."
    )
    agent.read(message["Id"])

    assert emulator.messages(chat["ContactId"]) == ["How can I help?", "My order is late."]
    assert agent.transfer_to("Bob").end()["disconnectReason"] == "AGENT_DISCONNECT"


def test_the_token_of_the_environment_is_that_of_each_emulator(emulator, monkeypatch):
    monkeypatch.setenv("CONNECTCHAT_TOKEN", "abcdefgh-1")
    assert Emulator(emulator.url).of_instance("my-instance").token == "abcdefgh-1"
    assert Emulator(emulator.url, "abcdefgh-2").token == "abcdefgh-2"


def test_an_instance_has_its_own_clock_faults_and_reset(emulator):
    own = emulator.of_instance("my-instance")
    chat = start_chat(emulator)
    own.advance("PT6M")
    own.add_fault({"type": "RESET"}, operation="StopContact")

    assert emulator.contact(chat["ContactId"])["disconnectReason"] == "CUSTOMER_CONNECTION_NOT_ESTABLISHED"
    assert emulator.get("/clock")["mode"] == "SYSTEM"
    assert [fault["instanceId"] for fault in own.get("/faults")["faults"]] == ["my-instance"]
    assert emulator.of_instance("other").reset()["chats"] == 0
    assert own.reset()["chats"] == 1
    assert emulator.get("/faults")["faults"] == []


@pytest.mark.parametrize("by", ["PT5M", timedelta(minutes=5)])
def test_a_chat_ends_without_its_customer(emulator, by):
    chat = start_chat(emulator)
    emulator.advance(by)
    assert emulator.contact(chat["ContactId"])["disconnectReason"] == "CUSTOMER_CONNECTION_NOT_ESTABLISHED"


def test_each_test_begins_with_an_emulator_that_was_reset(emulator):
    assert emulator.get("/contacts")["contacts"] == []
    start_chat(emulator)
    assert len(emulator.calls(operation="StartChatContact", status=200)) == 1
    assert emulator.await_calls(operation="StartChatContact", count=1, timeout="PT5S")
    assert emulator.reset("another-instance") == {"chats": 0}
    assert emulator.reset("my-instance") == {"chats": 1}


def test_a_fault_and_a_refusal(emulator):
    emulator.add_fault({"type": "ERROR", "errorCode": "InternalServiceException", "status": 500}, operation="StartChatContact")
    with pytest.raises(Exception, match="InternalServiceException"):
        start_chat(emulator)
    with pytest.raises(EmulatorError, match="effect") as refused:
        emulator.post("/faults")
    assert refused.value.status == 400


def test_a_flow_of_the_folder(emulator):
    emulator.post(
        "/flows/stubs", flow="hello", identifier="look-up", success=True, data={"External": {"name": "Ada"}}
    )
    contact_id = start_chat(emulator, "hello")["ContactId"]
    emulator.post(f"/contacts/{contact_id}/connect")
    emulator.await_flow(contact_id, identifier="end")
    assert emulator.messages(contact_id) == ["Hello Ada!"]


def test_a_wrong_setting_shows_the_log():
    with pytest.raises(RuntimeError, match="emulator.regoin"):
        EmulatorProcess(settings={"emulator.regoin": "eu-west-1"})


def test_the_token_opens_the_control_api():
    process = EmulatorProcess(settings={"emulator.control.token": "the-token"})
    try:
        assert Emulator(process.url, "the-token").reset() == {"chats": 0}
        for token in (None, "another-token"):
            with pytest.raises(EmulatorError, match="emulator.control.token") as refused:
                Emulator(process.url, token).reset()
            assert refused.value.status == 401
    finally:
        process.stop()


def test_a_missing_jar_says_where_it_was_looked_for(monkeypatch, tmp_path):
    monkeypatch.delenv("CONNECTCHAT_JAR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="CONNECTCHAT_URL"):
        find_jar()


@pytest.mark.skipif(os.name == "nt", reason="the guard is a shell")
def test_the_emulator_ends_when_its_parent_is_killed():
    program = (
        "from connect_chat_emulator import EmulatorProcess; import time\n"
        "print(EmulatorProcess().url, flush=True); time.sleep(300)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=os.path.dirname(__file__)
    )
    emulator = Emulator(parent.stdout.readline().strip())
    assert emulator.reset() == {"chats": 0}
    parent.kill()
    parent.wait()
    # A call that waits ends when the emulator does, and fails then.
    with pytest.raises(Exception):
        for _ in range(60):
            try:
                emulator.await_calls(operation="StartChatContact", timeout="PT1S")
            except EmulatorError as error:
                if error.status != 408:
                    raise
