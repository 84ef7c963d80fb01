"""Looks at `service!` as an editor does: drives rust-analyzer over the language-server protocol on a small program.

    python3 xtask/editor/drive.py path/to/rust-analyzer

Writes the program into target/editor, waits until it is loaded, and prints what completion, hover and diagnostics give,
with the time that each took. Needs nothing but Python and rust-analyzer (`cargo install ra_ap_rust-analyzer`).
"""

import json
import pathlib
import queue
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = ROOT / "target" / "editor"

GOOD = """\
boto_core::service!("sqs", operations = [SendMessage, ReceiveMessage, DeleteMessage]);

pub async fn send(sqs: &sqs::Connection) -> boto_core::Result<()> {
    let sent = sqs.send_message("url", "hello").delay_seconds(5).await?;
    println!("{:?}", sent.message_id);
    Ok(())
}
"""


class Server:
    """One rust-analyzer."""

    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=HERE)
        self.number = 0
        self.answers = {}
        self.notices = queue.Queue()
        self.diagnostics = {}
        self.quiet = threading.Event()
        self.arrived = threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        out = self.process.stdout
        while True:
            length = 0
            while line := out.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                return
            message = json.loads(out.read(length))
            method = message.get("method")
            if method == "experimental/serverStatus":
                if trouble := message["params"].get("message"):
                    print(trouble, file=sys.stderr)
                if message["params"].get("quiescent"):
                    self.quiet.set()
            if method == "textDocument/publishDiagnostics":
                with self.arrived:
                    params = message["params"]
                    self.diagnostics[params["uri"]] = params["diagnostics"]
                    self.arrived.notify_all()
            if method and "id" in message:
                nothing = [None] * len(message.get("params", {}).get("items", [])) or None
                self.write({"id": message["id"], "result": nothing})
            elif "id" in message:
                with self.arrived:
                    self.answers[message["id"]] = message
                    self.arrived.notify_all()

    def write(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def tell(self, method, params):
        self.write({"method": method, "params": params})

    def ask(self, method, params, limit=120):
        self.number += 1
        number = self.number
        self.write({"id": number, "method": method, "params": params})
        with self.arrived:
            if not self.arrived.wait_for(lambda: number in self.answers, limit):
                raise SystemExit(f"{method}: no answer within {limit} s")
            answer = self.answers.pop(number)
        if "error" in answer:
            raise SystemExit(f"{method}: {answer['error']}")
        return answer["result"]


class Program:
    """The program that is being edited."""

    def __init__(self, server):
        self.server = server
        self.path = HERE / "src" / "lib.rs"
        self.uri = self.path.as_uri()
        self.version = 1
        item = {"uri": self.uri, "languageId": "rust", "version": 1, "text": GOOD}
        server.tell("textDocument/didOpen", {"textDocument": item})

    def become(self, text):
        self.version += 1
        document = {"uri": self.uri, "version": self.version}
        self.server.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def place(self, text, mark, behind=0):
        """The position of `mark` in the text, so many characters further."""
        before = text[: text.index(mark) + behind]
        line = before.count("\n")
        position = {"line": line, "character": len(before) - (before.rfind("\n") + 1)}
        return {"textDocument": {"uri": self.uri}, "position": position}


def timed(what, work):
    begun = time.monotonic()
    result = work()
    print(f"\n== {what}: {(time.monotonic() - begun) * 1000:.0f} ms")
    return result


def labels(answer):
    items = answer["items"] if isinstance(answer, dict) else answer or []
    return [item["label"] for item in items]


def main(path):
    (HERE / "src").mkdir(parents=True, exist_ok=True)
    manifest = f"""[package]\nname = "editor"\nversion = "0.0.0"\nedition = "2021"\n\n[workspace]\n
[dependencies]\nboto-core = {{ path = "{ROOT / 'boto-core'}" }}\n"""
    (HERE / "Cargo.toml").write_text(manifest)
    (HERE / "src" / "lib.rs").write_text(GOOD)

    server = Server(path)
    folder = {"uri": HERE.as_uri(), "name": "editor"}
    abilities = {
        "experimental": {"serverStatusNotification": True},
        "textDocument": {
            "hover": {"contentFormat": ["markdown"]},
            "completion": {"completionItem": {"snippetSupport": False}},
        },
    }
    settings = {"checkOnSave": False, "cargo": {"targetDir": True}}
    start = {"processId": None, "rootUri": HERE.as_uri(), "workspaceFolders": [folder]}
    server.ask("initialize", {**start, "capabilities": abilities, "initializationOptions": settings})
    server.tell("initialized", {})
    program = Program(server)
    timed("loaded, build scripts and macros built", lambda: server.quiet.wait(900) or sys.exit("not loaded in 15 min"))

    hover = lambda mark, behind=1: server.ask("textDocument/hover", program.place(GOOD, mark, behind))
    first = timed("hover on send_message, the first expansion", lambda: hover("send_message"))
    if first is None:
        expanded = server.ask("rust-analyzer/expandMacro", program.place(GOOD, "service!"))
        sys.exit(f"the macro is not expanded: {json.dumps(expanded)[:400]}")
    print(first["contents"]["value"])
    again = timed("hover on delay_seconds", lambda: hover("delay_seconds"))
    print(again["contents"]["value"] if again else "nothing")
    member = timed("hover on message_id", lambda: hover("message_id"))
    print(member["contents"]["value"] if member else "nothing")

    complete = lambda text, mark: server.ask("textDocument/completion", program.place(text, mark, len(mark)))
    for what, old, new in [
        ("completion after sqs.", 'sqs.send_message("url", "hello").delay_seconds(5).await?', "sqs."),
        ("completion after a call", ".delay_seconds(5).await?", "."),
        ("completion after an output", "sent.message_id", "sent."),
        ("completion inside operations = […]", "DeleteMessage]", "Dele]"),
        ("completion inside operations = […], nothing written behind the last comma", "DeleteMessage]", "]"),
        ("completion inside operations = []", "SendMessage, ReceiveMessage, DeleteMessage]", "]"),
        ("completion of a name before others, no comma written", "DeleteMessage]", "Dele SendMessageBatch]"),
        ("completion of an option", "operations = [SendMessage, ReceiveMessage, DeleteMessage]", "oper"),
    ]:
        text = GOOD.replace(old, new)
        program.become(text)
        mark = {
            "Dele]": "Dele", "sent.": "sent.", "sqs.": "let sent = sqs.", ".": '"hello").', "oper": "oper",
            "Dele SendMessageBatch]": "Dele", "]": "ReceiveMessage, " if "Receive" in text else "[",
        }[new]
        found = labels(timed(what, lambda: complete(text, mark)))
        print(len(found), "items:", ", ".join(found[:14]))

    mistake = GOOD.replace("DeleteMessage]", "DeleteMesage]")
    with server.arrived:
        server.diagnostics.pop(program.uri, None)

    def diagnosed():
        program.become(mistake)
        with server.arrived:
            server.arrived.wait_for(lambda: server.diagnostics.get(program.uri), 60)
            return server.diagnostics.get(program.uri, [])

    for diagnostic in timed("diagnostics on a misspelled operation", diagnosed):
        place = diagnostic["range"]["start"]
        print(f"{place['line'] + 1}:{place['character'] + 1}: {diagnostic['message']}")
    server.ask("shutdown", None)
    server.tell("exit", None)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
