"""Fixtures for pytest that start the connect-chat-emulator and control it.

Put this file beside your conftest.py, and into conftest.py the line

    pytest_plugins = ["connect_chat_emulator"]

The fixture ``emulator`` is an Emulator that was reset. It runs from a jar, which needs Java 17 or newer: name the jar in
the variable CONNECTCHAT_JAR. Or it runs already, as a container of the CI job for example: name its address in
CONNECTCHAT_URL. It needs the standard library, pytest and boto3 alone.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

import boto3
import pytest

_OF_SETTINGS = ("EMULATOR_", "SERVER_", "SPRING_", "MANAGEMENT_", "LOGGING_")

# Ends the emulator when its standard input ends, which it does when this process has gone, in whatever way.
_GUARD = 'exec 3<&0; "$@" </dev/null & child=$!; (cat <&3 >/dev/null; kill "$child" 2>/dev/null) & wait "$child"'


class EmulatorError(Exception):
    """The emulator refused a call of the control API; ``status`` is the HTTP status."""

    def __init__(self, message, status):
        super().__init__(message)
        self.status = status


# The calls that can be confined to an instance, by a parameter of the query or by a member of the body.
_BY_QUERY = re.compile(
    r"GET /(contacts|flows|ids|events|calls/count|contact-events/count)"
    r"|(GET|DELETE) /(faults|flows/stubs|calls|contact-events)"
    r"|[A-Z]+ /(clock|settings|queues|hours|bots|standing-agents|streaming-delivery|contact-events/delivery)(/.*)?"
)
_BY_BODY = re.compile(r"POST /(reset|faults|flows/stubs|calls/await|contact-events/await)")


class Emulator:
    """Controls an emulator at an address. Its token is that of the variable CONNECTCHAT_TOKEN, unless another is given."""

    def __init__(self, url, token=None, instance_id=None):
        self.url = url.rstrip("/")
        self.token = os.environ.get("CONNECTCHAT_TOKEN") if token is None else token
        self.instance_id = instance_id

    def of_instance(self, instance_id):
        """The emulator as one instance sees it: clock, settings, faults, calls, queues and resets of it alone."""
        return Emulator(self.url, self.token, instance_id)

    def client(self, service, **options):
        """A client of boto3, such as ``connect`` or ``connectparticipant``."""
        return boto3.client(
            service,
            **{
                "endpoint_url": self.url,
                "region_name": "us-east-1",
                "aws_access_key_id": "any",
                "aws_secret_access_key": "any",
                **options,
            },
        )

    def call(self, method, path, body=None, **query):
        """Any call below /_emulator; returns its JSON, or None if it has none."""
        path, _, written = path.partition("?")
        query = {**dict(urllib.parse.parse_qsl(written)), **query}
        if self.instance_id and _BY_QUERY.fullmatch(f"{method} {path}"):
            query = {"instanceId": self.instance_id, **query}
        if self.instance_id and _BY_BODY.fullmatch(f"{method} {path}"):
            body = {"instanceId": self.instance_id, **(body or {})}
        url = f"{self.url}/_emulator{path}"
        if query:
            url += "?" + urllib.parse.urlencode(query)
        request = urllib.request.Request(url, method=method)
        if body is not None:
            request.data = json.dumps(body).encode()
        if method != "GET":
            request.add_header("Content-Type", "application/json")
        if self.token:
            request.add_header("Authorization", f"Bearer {self.token}")
        try:
            with urllib.request.urlopen(request, timeout=330) as response:
                text = response.read()
        except urllib.error.HTTPError as error:
            text = error.read().decode()
            try:
                text = json.loads(text).get("detail", text)
            except ValueError:
                pass
            raise EmulatorError(f"{method} {url}: {error.code}: {text}", error.code) from None
        return json.loads(text) if text else None

    def get(self, path, **query):
        return self.call("GET", path, **query)

    def post(self, path, **body):
        return self.call("POST", path, body)

    def put(self, path, **body):
        return self.call("PUT", path, body)

    def patch(self, path, **body):
        return self.call("PATCH", path, body)

    def delete(self, path):
        return self.call("DELETE", path)

    def reset(self, instance_id=None, seed=None):
        """Removes everything, or what belongs to one instance. With a seed, ids and tokens follow from it."""
        wanted = {"instanceId": instance_id, "seed": seed}
        return self.post("/reset", **{name: value for name, value in wanted.items() if value is not None})

    def advance(self, by):
        """Moves the clock ahead, by "PT5M" or a timedelta."""
        return self.post("/clock/advance", by=by if isinstance(by, str) else f"PT{by.total_seconds()}S")

    def contact(self, contact_id):
        """A contact with its transcript."""
        return self.get(f"/contacts/{contact_id}")

    def messages(self, contact_id):
        """The contents of the messages in a transcript."""
        return [item["content"] for item in self.contact(contact_id)["transcript"] if item["type"] == "MESSAGE"]

    def join_as_agent(self, contact_id, display_name, **more):
        """Lets an agent join a chat."""
        return Agent(self, self.post(f"/contacts/{contact_id}/agents", displayName=display_name, **more))

    def add_fault(self, effect, **matching):
        """Adds a fault: ``add_fault({"type": "RESET"}, operation="StartChatContact", count=1)``."""
        return self.post("/faults", effect=effect, **matching)

    def calls(self, **matching):
        """The calls of AWS operations that match: ``calls(operation="StartChatContact", status=200)``."""
        return self.get("/calls", **matching)["calls"]

    def await_calls(self, **matching):
        """Waits for calls: ``await_calls(operation="StartChatContact", count=2, timeout="PT5S")``."""
        return self.post("/calls/await", **matching)["calls"]

    def await_flow(self, contact_id, **matching):
        """Waits for an action of the flow: ``await_flow(contact_id, identifier="end")``."""
        return self.post(f"/contacts/{contact_id}/flow/await", **matching)


class Agent:
    """An agent in a chat that the test plays."""

    def __init__(self, emulator, joined):
        self._emulator = emulator
        self.contact_id = joined["contactId"]
        self.participant_id = joined["participantId"]
        self.participant_token = joined["participantToken"]

    def _post(self, action, **body):
        path = f"/contacts/{self.contact_id}/agents/{self.participant_id}/{action}"
        return self._emulator.call("POST", path, body or None)

    def send(self, content, content_type="text/plain"):
        return self._post("messages", content=content, contentType=content_type)

    def typing(self):
        return self._post("typing")

    def read(self, message_id):
        return self._post("receipts", messageId=message_id, type="READ")

    def transfer_to(self, display_name, **more):
        return Agent(self._emulator, self._post("transfer", displayName=display_name, **more))

    def leave(self):
        return self._post("leave")

    def end(self):
        return self._post("end")


class EmulatorProcess:
    """The emulator as a child process on a free port. It reads no setting from this machine."""

    def __init__(self, jar=None, settings=None, flows=None, java="java", start_timeout=60):
        self._folder = pathlib.Path(tempfile.mkdtemp(prefix="connect-chat-emulator-"))
        self._log = self._folder / "emulator.log"
        try:
            command = [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms32m", "-jar", str(find_jar(jar))]
            for name, value in {**(settings or {}), "server.port": "0"}.items():
                command.append(f"--{name}={value}")
            if flows:
                command.append(f"--emulator.flows.folder={pathlib.Path(flows).resolve()}")
            environment = {
                name: value for name, value in os.environ.items() if not name.upper().startswith(_OF_SETTINGS)
            }
            environment["PORTFILE"] = str(self._folder / "port")
            # An own folder, so that no config/application.yaml of the project under test is taken for the emulator's.
            (self._folder / "run").mkdir()
            with open(self._log, "wb") as log:
                self._process = subprocess.Popen(
                    command if os.name == "nt" else ["sh", "-c", _GUARD, "sh", *command],
                    cwd=self._folder / "run",
                    env=environment,
                    stdin=subprocess.PIPE,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        try:
            self.url = f"http://localhost:{self._port(start_timeout)}"
        except BaseException:
            self.stop()
            raise

    def _port(self, timeout):
        deadline = time.monotonic() + timeout
        file = self._folder / "port"
        while not (file.exists() and file.stat().st_size):
            if self._process.poll() is not None:
                raise RuntimeError(f"The emulator ended instead of starting. The end of its log:\n{self._tail()}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"The emulator was not ready within {timeout} s. Its log:\n{self._tail()}")
            time.sleep(0.02)
        return int(file.read_text())

    def _tail(self):
        return "\n".join(self.log().splitlines()[-40:])

    def log(self):
        """What it has logged."""
        return self._log.read_text(errors="replace")

    def stop(self):
        self._process.stdin.close()
        if os.name == "nt":
            self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
        shutil.rmtree(self._folder, ignore_errors=True)


def find_jar(jar=None):
    """The jar that is given, or that CONNECTCHAT_JAR names; without both, one that lies where jars lie."""
    named = jar or os.environ.get("CONNECTCHAT_JAR")
    if named:
        path = pathlib.Path(named).resolve()
        if not path.is_file():
            raise FileNotFoundError(f"There is no jar of the emulator at {path}.")
        return path
    here = pathlib.Path.cwd()
    repository = pathlib.Path.home() / ".m2/repository/org/connectchat/connect-chat-emulator"
    for files in (here.glob("connect-chat-emulator-*.jar"), repository.glob("*/connect-chat-emulator-*.jar")):
        found = [file for file in files if re.fullmatch(r"connect-chat-emulator-\d[\w.]*(-SNAPSHOT)?\.jar", file.name)]
        if found:
            return max(found, key=lambda file: file.stat().st_mtime)
    raise FileNotFoundError(
        "The jar of the emulator was not found. Looked for the environment variable CONNECTCHAT_JAR, and for "
        f"connect-chat-emulator-*.jar in {here} and below {repository}. Build it in a checkout of the emulator with "
        "./mvnw install -DskipTests, or name the address of an emulator that runs in CONNECTCHAT_URL."
    )


@pytest.fixture(scope="session")
def emulator_settings():
    """Settings of the emulator; override this fixture to have others."""
    return {}


@pytest.fixture(scope="session")
def emulator_flows():
    """The folder of flows; override this fixture to have one."""
    return None


@pytest.fixture(scope="session")
def emulator_url(emulator_settings, emulator_flows):
    """The address of the emulator of this run; each worker of pytest-xdist has its own, unless CONNECTCHAT_URL names one."""
    if os.environ.get("CONNECTCHAT_URL"):
        yield os.environ["CONNECTCHAT_URL"]
        return
    process = EmulatorProcess(settings=emulator_settings, flows=emulator_flows)
    yield process.url
    process.stop()


@pytest.fixture
def emulator(emulator_url):
    """The emulator, reset before the test."""
    emulator = Emulator(emulator_url)
    emulator.reset()
    return emulator
