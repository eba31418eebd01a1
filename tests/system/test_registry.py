"""Images from and to a registry: Debian's docker-registry, on loopback in a namespace of the test's."""
import base64
import contextlib
import hashlib
import http.server
import json
import subprocess
import threading

import pytest
from harness import MINIMAL, Failed, Quilt, eventually, host_listing
from images import skopeo_raw, tool, umoci_image

PORT = 5000
REGISTRY = f"localhost:{PORT}"


@contextlib.contextmanager
def registry(net, at, tls=None, user=None):
    at.mkdir()
    config = {"version": 0.1, "log": {"accesslog": {"disabled": True}, "level": "error"}, "storage": {"filesystem": {"rootdirectory": str(at / "data")}, "delete": {"enabled": True}},
              "http": {"addr": f"127.0.0.1:{PORT}", **({"tls": {"certificate": str(tls[0]), "key": str(tls[1])}} if tls else {})}}
    if user:
        secret = subprocess.run(["/usr/bin/python3", "-c", "import crypt, sys; print(crypt.crypt(sys.argv[1], crypt.mksalt(crypt.METHOD_BLOWFISH)))", user[1]], check=True, capture_output=True, text=True).stdout.strip()
        (at / "htpasswd").write_text(f"{user[0]}:{secret}\n")
        config["auth"] = {"htpasswd": {"realm": "test", "path": str(at / "htpasswd")}}
    (at / "config.json").write_text(json.dumps(config))
    process = net.popen("docker-registry", "serve", at / "config.json", stdout=subprocess.DEVNULL, stderr=open(at / "log", "wb"))
    try:
        scheme = "https" if tls else "http"
        eventually(lambda: net.run("curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}", f"{scheme}://127.0.0.1:{PORT}/v2/", check=False).stdout in ("200", "401"))
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def layout(tmp_path_factory):
    return umoci_image(tmp_path_factory.mktemp("umoci"))


def in_net(net, *args):
    return net.run(*args).stdout


def test_there_and_back(quilt, layout, tmp_path):
    with registry(quilt.net, tmp_path / "r"):
        in_net(quilt.net, "skopeo", "copy", "-q", "--dest-tls-verify=false", f"oci:{layout}:app", f"docker://{REGISTRY}/team/app:1")
        digest = quilt.cli("image", "pull", f"{REGISTRY}/team/app:1").out.strip()
        raw = in_net(quilt.net, "skopeo", "inspect", "--raw", "--tls-verify=false", f"docker://{REGISTRY}/team/app:1")
        assert digest == hashlib.sha256(raw.encode()).hexdigest()
        assert quilt.cli("run", "--rm", f"{REGISTRY}/team/app:1").out == "hello world\n"
        quilt.cli("image", "push", f"{REGISTRY}/team/app:1", f"{REGISTRY}/other/name:2")
        assert in_net(quilt.net, "skopeo", "inspect", "--raw", "--tls-verify=false", f"docker://{REGISTRY}/other/name:2") == raw
        in_net(quilt.net, "skopeo", "copy", "-q", "--src-tls-verify=false", f"docker://{REGISTRY}/other/name:2", f"oci:{tmp_path}/back:x")
        quilt.cli("image", "remove", digest)
        assert quilt.cli("image", "import", f"docker://{REGISTRY}/other/name@sha256:{digest}", "--tag", "by:digest").out.strip() == digest
        assert quilt.ask("image.inspect", image="by:digest")["record"]["image"]["digest"] == digest
        quilt.cli("image", "import", MINIMAL, "--tag", f"{REGISTRY}/minimal:1")
        quilt.cli("image", "push", f"{REGISTRY}/minimal:1")
        pushed = in_net(quilt.net, "skopeo", "inspect", "--raw", "--tls-verify=false", f"docker://{REGISTRY}/minimal:1")
        assert hashlib.sha256(pushed.encode()).hexdigest() == quilt.ask("image.inspect", image=f"{REGISTRY}/minimal:1")["record"]["image"]["digest"]
        assert not list((quilt.state / "partial").iterdir())


def test_what_is_here_is_not_fetched(quilt, layout, tmp_path):
    with registry(quilt.net, tmp_path / "r"):
        in_net(quilt.net, "skopeo", "copy", "-q", "--dest-tls-verify=false", f"oci:{layout}:app", f"docker://{REGISTRY}/app:1")
        quilt.cli("image", "import", layout, "--tag", "here:1")
        for blob in (tmp_path / "r/data/docker/registry/v2/blobs/sha256").glob("*/*/data"):
            if blob.stat().st_size > 100000:
                blob.unlink()                # the large layer is not to be had any more, and not needed
        quilt.cli("image", "pull", f"{REGISTRY}/app:1")
        assert quilt.cli("run", "--rm", f"{REGISTRY}/app:1").out == "hello world\n"


def test_a_platform_is_chosen(quilt, layout, tmp_path):
    tool("skopeo", "copy", "-q", f"oci:{layout}:app", f"oci:{tmp_path}/two:first")
    tool("umoci", "config", "--image", f"{tmp_path}/two:first", "--tag", "second", "--architecture", "s390x", "--config.cmd", "foreign")
    with registry(quilt.net, tmp_path / "r"):
        descriptors = []
        for name, arch in (("first", "amd64"), ("second", "s390x")):
            in_net(quilt.net, "skopeo", "copy", "-q", "--dest-tls-verify=false", f"oci:{tmp_path}/two:{name}", f"docker://{REGISTRY}/multi:{name}")
            raw = in_net(quilt.net, "skopeo", "inspect", "--raw", "--tls-verify=false", f"docker://{REGISTRY}/multi:{name}")
            descriptors.append({"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": f"sha256:{hashlib.sha256(raw.encode()).hexdigest()}", "size": len(raw),
                                "platform": {"os": "linux", "architecture": arch}})
        index = json.dumps({"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": descriptors})
        in_net(quilt.net, "curl", "-sf", "-X", "PUT", "-H", "Content-Type: application/vnd.oci.image.index.v1+json", "-d", index, f"http://127.0.0.1:{PORT}/v2/multi/manifests/all")
        quilt.cli("image", "pull", f"{REGISTRY}/multi:all")
        assert quilt.cli("run", "--rm", f"{REGISTRY}/multi:all").out == "hello world\n"
        quilt.cli("image", "pull", f"{REGISTRY}/multi:all", "--platform", "linux/s390x", "--tag", "other:1")
        assert quilt.cli("run", "--rm", "other:1").out == "foreign\n"
        with pytest.raises(Failed, match="linux/riscv64"):
            quilt.ask("image.pull", name=f"{REGISTRY}/multi:all", platform="linux/riscv64")


def test_credentials_and_certificates(quilt, layout, tmp_path):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", str(tmp_path / "k"),
                    "-out", str(tmp_path / "c")], check=True, capture_output=True)
    (tmp_path / "auth.json").write_text(json.dumps({"auths": {REGISTRY: {"auth": base64.b64encode(b"user:pass-5ecret").decode()}}}))
    (tmp_path / "wrong.json").write_text(json.dumps({"auths": {REGISTRY: {"auth": base64.b64encode(b"user:other").decode()}}}))
    quilt.cli("image", "import", layout, "--tag", f"{REGISTRY}/private:1")
    with registry(quilt.net, tmp_path / "r", tls=(tmp_path / "c", tmp_path / "k"), user=("user", "pass-5ecret")):
        trust = ("--ca-file", tmp_path / "c")
        for wrong in ((), ("--auth-file", tmp_path / "wrong.json")):
            done = quilt.cli("image", "push", f"{REGISTRY}/private:1", *trust, *wrong, check=False, env={"HOME": "/nonexistent"})
            assert done.returncode == 125 and "401" in done.err
        quilt.cli("image", "push", f"{REGISTRY}/private:1", *trust, "--auth-file", tmp_path / "auth.json")
        digest = quilt.cli("image", "remove", f"{REGISTRY}/private:1").out
        done = quilt.cli("image", "pull", f"{REGISTRY}/private:1", *trust, "--auth-file", tmp_path / "wrong.json", check=False)
        assert done.returncode == 125 and digest
        other = quilt.cli("image", "pull", f"{REGISTRY}/private:1", "--auth-file", tmp_path / "auth.json", check=False)
        assert other.returncode == 125                                                    # a registry with TLS, asked without
        quilt.cli("image", "pull", f"{REGISTRY}/private:1", *trust, env={"REGISTRY_AUTH_FILE": str(tmp_path / "auth.json")})
        assert quilt.cli("run", "--rm", f"{REGISTRY}/private:1").out == "hello world\n"
    for place in (quilt.state, quilt.run, quilt.dir / "log"):
        for p in [place] if place.is_file() else [p for p in place.rglob("*") if p.is_file()]:
            assert b"pass-5ecret" not in p.read_bytes() and base64.b64encode(b"user:pass-5ecret") not in p.read_bytes(), p


@pytest.mark.parametrize("name,word", [("minimal:1", "names no registry"), ("localhost:5000/UPPER:1", "is no name"), ("localhost:5000/a/../b:1", "is no name"), ("localhost:5000/a:b c", "is no tag"),
                                       ("localhost:5000/a@sha256:123", "is no tag or digest"), ("evil host/a:1", "names no registry"), ("localhost:1/nothing:1", "nothing"),
                                       ("localhost:5000/" + "a" * 500, "too long"), ("http://x/y", "is no name"), ("-x/y:1", "names no registry")])
def test_wrong_names(quilt, name, word):
    with pytest.raises(Failed, match=word):
        quilt.ask("image.pull", name=name)


class Hostile(http.server.BaseHTTPRequestHandler):
    """A registry that lies, as `answers` says: path's end -> (status, headers, body) or a function of the handler."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        for end, answer in self.server.answers.items():
            if self.path.endswith(end):
                if callable(answer):
                    return answer(self)
                return self.say(*answer)
        self.say(404, {}, b"{}")

    def say(self, status, headers, body):
        self.send_response(status)
        for k, v in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(k, v)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def hostile(net, answers):
    made = {}

    def serve():
        net.enter()
        made["server"] = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Hostile)
        made["server"].answers = answers
        ready.set()
        made["server"].serve_forever(poll_interval=0.05)
    ready = threading.Event()
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield made["server"]
    finally:
        made["server"].shutdown()
        made["server"].server_close()
        thread.join()


def parts_of(layout):
    manifest = skopeo_raw(f"oci:{layout}:app").encode()
    blobs = {p.name: p.read_bytes() for p in (layout / "blobs/sha256").iterdir()}
    large = max(json.loads(manifest)["layers"], key=lambda x: x["size"])
    answers = {"/manifests/1": (200, {"Content-Type": "application/vnd.oci.image.manifest.v1+json"}, manifest)}
    answers.update({f"sha256:{name}": (200, {}, data) for name, data in blobs.items()})
    return answers, large["digest"], blobs[large["digest"][7:]]


def test_a_download_that_breaks_off_is_gone_on_with(quilt, layout):
    answers, digest, data = parts_of(layout)
    seen = []

    def flaky(handler):
        begin = int(handler.headers.get("Range", "bytes=0-").split("=")[1].split("-")[0])
        seen.append(begin)
        piece = data[begin:begin + len(data) // 4 + 1]
        handler.send_response(206 if begin else 200)
        handler.send_header("Content-Length", str(len(data) - begin))
        handler.end_headers()
        handler.wfile.write(piece)
        handler.close_connection = True     # before all of it is there
    answers[digest] = flaky
    with hostile(quilt.net, answers):
        quilt.cli("image", "pull", f"{REGISTRY}/x:1")
    assert len(seen) >= 4 and seen == sorted(seen) and seen[-1] > len(data) // 2
    assert quilt.cli("run", "--rm", f"{REGISTRY}/x:1").out == "hello world\n"


def test_a_pull_goes_on_where_the_last_one_ended(quilt, layout):
    answers, digest, data = parts_of(layout)
    seen = []

    def half(handler):
        begin = int(handler.headers.get("Range", "bytes=0-").split("=")[1].split("-")[0])
        seen.append(begin)
        if begin or len(seen) > 20:
            return handler.say(404, {}, b"{}")
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data[:len(data) // 2])
        handler.close_connection = True
    with hostile(quilt.net, {**answers, digest: half}):
        with pytest.raises(Failed):
            quilt.ask("image.pull", name=f"{REGISTRY}/x:1")
    kept = (quilt.state / "partial" / digest[7:]).stat().st_size
    assert 0 < kept <= len(data) // 2

    def rest(handler):
        begin = int(handler.headers.get("Range", "bytes=0-").split("=")[1].split("-")[0])
        seen.append(begin)
        handler.say(206 if begin else 200, {}, data[begin:])
    with hostile(quilt.net, {**answers, digest: rest}):
        quilt.cli("image", "pull", f"{REGISTRY}/x:1")
    assert seen[-1] == kept and not list((quilt.state / "partial").iterdir())


def test_registries_that_lie(quilt, layout):
    answers, digest, data = parts_of(layout)
    index = {"schemaVersion": 2, "manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:" + "0" * 64, "size": 5, "platform": {"os": "linux", "architecture": "amd64"}}]}
    media = {"Content-Type": "application/vnd.oci.image.manifest.v1+json"}
    cases = {
        "other bytes": ({digest: (200, {}, b"x" * len(data))}, "digest"),
        "more bytes": ({digest: (200, {}, data + b"more")}, "sends more than"),
        "no blob": ({digest: (404, {}, b'{"errors":[{"code":"BLOB_UNKNOWN","message":"blob unknown"}]}')}, "BLOB_UNKNOWN"),
        "not json": ({"/manifests/1": (200, media, b"hello")}, "not JSON"),
        "endless manifest": ({"/manifests/1": (200, media, b"[" * (5 << 20))}, ""),
        "denied": ({"/manifests/1": (401, {"WWW-Authenticate": 'Bearer realm="http://127.0.0.1:5000/token"'}, b"{}")}, "401"),
        "denied with a strange realm": ({"/manifests/1": (401, {"WWW-Authenticate": 'Bearer realm="file:///etc/passwd"'}, b"{}")}, "401"),
        "sent elsewhere": ({"/manifests/1": (302, {"Location": "file:///etc/passwd"}, b"")}, ""),
        "in a circle": ({"/manifests/1": (302, {"Location": "/v2/x/manifests/1"}, b"")}, ""),
        "index of nothing": ({"/manifests/1": (200, {"Content-Type": "application/vnd.oci.image.index.v1+json"}, json.dumps(index).encode())}, ""),
        "digest with a path": ({"/manifests/1": (200, media, json.dumps({"schemaVersion": 2, "config": {"digest": "sha256:../../x", "size": 1}, "layers": []}).encode())}, "digest"),
        "300 layers": ({"/manifests/1": (200, media, json.dumps({"schemaVersion": 2, "config": {"digest": "sha256:" + "0" * 64, "size": 1}, "layers": [{}] * 300}).encode())}, "200 layers"),
        "server error": ({"/manifests/1": (500, {}, b"oops")}, "500"),
    }
    for name, (lie, word) in cases.items():
        with hostile(quilt.net, {**lie, **{k: v for k, v in answers.items() if k not in lie}}):
            with pytest.raises(Failed, match=word) as e:
                quilt.ask("image.pull", name=f"{REGISTRY}/x:1")
            assert "root:" not in e.value.message, name
    eventually(lambda: not list((quilt.state / "layers").iterdir()))
    assert not list((quilt.state / "blobs/sha256").iterdir()) and quilt.ask("image.list")["images"] == []
