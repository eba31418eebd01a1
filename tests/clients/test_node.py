"""The Node.js package, installed as its users would, over kills. Each test is a script; it prints `ok`."""
import os
import shutil
import subprocess
import threading

import pytest
from harness import MINIMAL, ROOT
from test_python import killer

NODE = shutil.which("node") or shutil.which("nodejs")

HEAD = """
const { Client, QuiltError } = require('quilt-containers');
const assert = require('assert'), crypto = require('crypto');
const q = new Client(), image = process.env.IMAGE;
(async () => {
"""
TAIL = """
console.log('ok');
})().catch((e) => { console.error(e); process.exit(1); });
"""


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """What `npm install ./client/js` makes: a directory with the package in node_modules."""
    where = tmp_path_factory.mktemp("node")
    shutil.copytree(ROOT / "client/js", where / "node_modules/quilt-containers")
    return where


@pytest.fixture
def node(quilt, place):
    def run(script, **env):
        done = subprocess.run([NODE, "-e", HEAD + script + TAIL], cwd=place, capture_output=True, text=True, timeout=60, env={**os.environ, "QUILT_RUN_DIR": str(quilt.run), "IMAGE": MINIMAL, **env})
        assert (done.returncode, done.stdout[-3:]) == (0, "ok\n"), done.stdout + done.stderr
    return run


def test_verbs_and_errors(node):
    node("""
    assert.equal((await q.call('hello')).protocol_max, 1);
    const { id } = await q.call('container.run', { image, argv: ['sleep', '100000'], name: 'c', labels: { a: 'ä' } });
    const { status } = await q.call('container.status', { container: 'c' });
    assert.deepEqual(status.labels, { a: 'ä' });
    assert.equal(typeof status.created_ns, 'bigint');
    await assert.rejects(q.call('container.status', { container: 'nobody' }), (e) => e instanceof QuiltError && e.code === 'not_found');
    await assert.rejects(q.call('container.explode'), /unknown verb/);
    assert.equal((await q.call('container.stop', { container: 'c', grace_ms: 0 })).exit.reason, 'stopped');
    """)


def test_streams(node):
    node("""
    const done = await q.run(image, ['sh', '-c', 'cat; echo end >&2; exit 3'], { input: 'hello\\n', auto_remove: true }).collect();
    assert.deepEqual([done.code, done.out.toString(), done.err.toString()], [3, 'hello\\n', 'end\\n']);
    await q.call('container.run', { image, argv: ['sh', '-c', 'echo one; sleep 100000'], name: 'c' });
    const id = await q.execDetached('c', ['sh', '-c', 'seq 1 1000; exit 4']);
    assert.equal((await q.call('exec.wait', { container: 'c', exec_id: id })).exit.code, 4);
    const whole = (await q.execRead('c', id).collect()).out;
    assert.equal((await q.execRead('c', id, { offset: 1000 }).collect()).out.compare(whole.subarray(1000)), 0);
    for await (const { stream, data } of q.logs('c', { follow: true })) { assert.deepEqual([stream, data.toString()], ['stdout', 'one\\n']); break; }
    async function *pieces() { for (let i = 0; i < 5000; i++) yield Buffer.alloc(1000, 'x'); }
    assert.equal((await q.exec('c', ['wc', '-c'], { input: pieces() })).out.toString(), '5000000\\n');
    """)


def test_over_kills(node, quilt):
    stop = killer(quilt)
    try:
        node("""
        const ids = new Set();
        for (let n = 0; n < 10; n++) ids.add((await q.call('container.run', { image, argv: ['sleep', '100000'], name: 'c' + n })).id);
        assert.equal(ids.size, 10);
        const data = crypto.randomBytes(6 << 20);
        const done = await q.exec('c0', ['cat'], { input: data });
        assert.equal(done.code, 0);
        assert.equal(done.out.compare(data), 0);
        await Promise.all([...ids].map((container) => q.call('container.remove', { container, force: true })));
        let last = 0;
        for await (const event of q.events(0, { follow: false })) { assert.equal(event.seq, last + 1); last = event.seq; }
        assert(last > 50);
        """)
    finally:
        stop()
    quilt.ready()


def test_copies(node):
    node("""
    await q.call('container.run', { image, argv: ['sleep', '100000'], name: 'c' });
    const parts = [];
    for await (const piece of q.copyOut('c', '/bin')) parts.push(piece);
    await q.copyIn('c', '/tmp', parts);
    assert.equal((await q.exec('c', ['test', '-x', '/tmp/bin/busybox'])).code, 0);
    await assert.rejects(q.copyIn('c', '/nope/x', parts), /No such file/);
    await assert.rejects(async () => { for await (const _ of q.copyOut('c', '/nope')); }, /No such file/);
    """)


def test_the_codec(place):
    done = subprocess.run([NODE, "-e", """
    const { encode, decode } = require('quilt-containers/msgpack'), assert = require('assert');
    for (const v of [null, true, 0, 127, 128, 255, 65536, 2 ** 53 - 1, 2n ** 64n - 1n, -1, -(2n ** 63n), 1.5, '', 'x'.repeat(40), 'ä'.repeat(70000), [], Array(20).fill(1), {}, { a: { b: [1, 'c'] } }])
      assert.deepEqual(decode(encode(v)), v);
    assert.equal(decode(encode(Buffer.alloc(70000, 1))).length, 70000);
    for (const bad of [[0x92, 1], [0xd9], [0xc1], [0xdb, 255, 255, 255, 255]]) assert.throws(() => decode(Buffer.from(bad)), RangeError);
    """], cwd=place, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
