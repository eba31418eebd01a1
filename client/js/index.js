// Client of the Quilt container daemon: requests that are done once, streams and events that resume.
'use strict';
const crypto = require('crypto');
const { encode, decode } = require('./msgpack');
const { Connection } = require('./zmtp');
const { VERSION, VERBS } = require('./messages');

const RETRY_MS = 15000, PAUSE_MS = 50, CREDIT = 1 << 20, CHUNK = 1 << 18;

class QuiltError extends Error {
  constructor({ code, message, retryable = false, detail = {} }) {
    super(`${code}: ${message}`);
    Object.assign(this, { code, retryable, detail });
  }
}

const unavailable = (message) => new QuiltError({ code: 'unavailable', message, retryable: true });
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
const newId = () => crypto.randomBytes(8).toString('hex');
let numbers = 0;

/** Until when it is tried again; progress begins it anew. */
class Patience {
  constructor() { this.progress(); }
  progress() { this.until = Date.now() + RETRY_MS; }
  over() { return Date.now() > this.until; }
}

function frame(id, verb, args, more = {}) {
  return encode({ v: VERSION, id, verb, args, ...more });
}

function unpack(frames) {
  if (frames.length > 1 && frames[0].length === 0) frames = frames.slice(1);
  return { reply: decode(frames[0]), data: frames[1] || Buffer.alloc(0) };
}

/** Bytes on their way to a standard input, by offset: each is taken once. */
class Input {
  constructor(data) {
    this.chunks = typeof data === 'string' || data instanceof Uint8Array ? [Buffer.from(data)][Symbol.iterator]() : (data[Symbol.asyncIterator] || data[Symbol.iterator]).call(data);
    this.offset = 0; this.held = Buffer.alloc(0); this.end = false; this.asked = 0; this.over = false;
  }

  async more() {
    if (this.held.length || this.end) return;
    const { value, done } = await this.chunks.next();
    if (done) this.end = true; else this.held = Buffer.from(value);
  }

  frame(state) {
    const piece = this.held.subarray(0, CHUNK);
    const args = { container: state.container, offset: this.offset, end: this.end && piece.length === this.held.length };
    if (piece.length) args.data = piece;
    if (state.execId) args.exec_id = state.execId;
    this.asked = ++numbers;
    this.sent = piece.length;
    return frame(this.asked, state.execId ? 'exec.write' : 'container.write', args);
  }

  taken(result) {
    this.asked = 0;
    this.offset += this.sent;
    this.held = this.held.subarray(this.sent);
    this.over = result.ended || (this.end && !this.held.length);
  }
}

/** An async iterable of { stream, data }; `exit` says how it ended. */
class Stream {
  constructor(client, state, first, again, trim) {
    Object.assign(this, { client, state, first, again, trim });
    this.exit = null; this.dropped = 0;
  }

  get container() { return this.state.container; }

  async collect() {
    const parts = { stdout: [], stderr: [] };
    for await (const { stream, data } of this) parts[stream].push(data);
    const code = this.exit && this.exit.code !== undefined ? this.exit.code : null;
    return { code, out: Buffer.concat(parts.stdout), err: Buffer.concat(parts.stderr), exit: this.exit };
  }

  async *[Symbol.asyncIterator]() {
    const patience = new Patience(), state = this.state;
    let { verb, args, more } = this.first;
    for (;;) {
      const c = this.client.open('data');
      try {
        const id = ++numbers;
        c.send(frame(id, verb, { ...args, credit_bytes: CREDIT }, more));
        if (yield* this.read(c, id, verb, patience)) return;
      } catch (e) {
        if (e.code === 'truncated' && e.detail.oldest > state.position) {
          this.dropped += e.detail.oldest - state.position;
          state.position = e.detail.oldest; state.placed = true;
        } else if (!e.retryable || e.code === 'exhausted' || patience.over()) throw e;
      } finally { c.close(); }
      await pause();
      if (state.begun && (state.placed || this.first.verb !== 'container.logs')) {  // it is known to have begun: never a second time
        verb = this.again; more = {};
        args = { container: state.container, offset: state.position };
        if (state.execId) args.exec_id = state.execId;
        else if (this.first.verb === 'container.logs') args = { ...this.first.args, tail: undefined, since_ns: undefined, after: undefined, offset: state.position };
        else args.follow = true;
      }
    }
  }

  async *read(c, id, verb, patience) {
    const state = this.state, input = state.input;
    let credit = 0;
    if (input) input.asked = 0;
    for (;;) {
      if (input && !input.asked && !input.over && state.begun) { await input.more(); c.send(input.frame(state)); }
      const frames = await c.receive(1000);
      if (frames === undefined || (frames === null && patience.over() && !c.ready)) throw unavailable(`${verb}: the connection was lost`);
      if (frames === null) continue;
      const { reply, data } = unpack(frames);
      if (input && reply.id === input.asked) {
        if (reply.ok) input.taken(reply.result);
        else if (reply.error.code === 'state' || reply.error.code === 'not_found') input.over = true;  // how it ended comes on the stream
        else if (reply.error.retryable || reply.error.code === 'conflict') { await pause(); c.send(input.frame(state)); }
        else throw new QuiltError(reply.error);
        continue;
      }
      if (reply.id !== id) continue;
      if (!reply.ok) throw new QuiltError(reply.error);
      state.begun = true;
      const result = reply.result || {};
      if (!reply.more) { this.exit = result.exit || null; return true; }
      state.container = result.container || state.container;
      if (!data.length) continue;
      if (state.placed) this.dropped += Math.max(0, result.offset - state.position);
      state.placed = true; state.position = result.offset + data.length;
      patience.progress();
      yield { stream: result.stream, data };
      credit += Math.max(data.length, 256);
      if (credit < CREDIT / 2) continue;
      c.send(frame(++numbers, 'stream.credit', { stream: id, bytes: credit }));
      if (this.trim) c.send(frame(++numbers, 'exec.trim', { container: state.container, exec_id: state.execId, offset: state.position }));
      credit = 0;
    }
  }
}

class Client {
  constructor(runDir = process.env.QUILT_RUN_DIR || '/run/quilt') { this.runDir = runDir; }

  open(name) { return new Connection(`${this.runDir}/${name}.sock`); }

  async ask(c, verb, args, more, patience, timeoutMs) {
    const id = ++numbers, end = timeoutMs === undefined ? Infinity : Date.now() + timeoutMs + 1000;
    c.send(frame(id, verb, args, timeoutMs === undefined ? more : { ...more, deadline_ms: timeoutMs }));
    for (;;) {
      if (Date.now() > end) throw new QuiltError({ code: 'deadline', message: `${verb}: no answer within ${timeoutMs} ms`, retryable: true });
      const frames = await c.receive(1000);
      if (frames === undefined || (frames === null && patience.over() && !c.ready)) throw unavailable(`${verb}: no daemon answers there, or the connection was lost`);
      if (frames === null) continue;
      const { reply } = unpack(frames);
      if (reply.id !== id || reply.more) continue;
      if (!reply.ok) throw new QuiltError(reply.error);
      return reply.result || {};
    }
  }

  /** Any verb that is answered once. */
  async call(verb, args = {}, { idem, timeoutMs } = {}) {
    if (!VERBS[verb]) throw new QuiltError({ code: 'invalid', message: `${verb}: unknown verb` });
    const key = idem || (VERBS[verb].mutates ? `js-${newId()}${newId()}` : undefined), patience = new Patience();
    for (;;) {
      const c = this.open('control');
      try {
        return await this.ask(c, verb, args, { idem: key }, patience, timeoutMs);
      } catch (e) {
        if (!e.retryable || e.code === 'exhausted' || e.code === 'deadline' || patience.over()) throw e;
      } finally { c.close(); }
      await pause();
    }
  }

  stream(state, verb, args, again, { idem, trim } = {}) {
    return new Stream(this, { position: 0, placed: false, ...state }, { verb, args, more: idem ? { idem } : {} }, again, trim);
  }

  /** Create, start, and its output as it comes. */
  run(image, argv, { input, idem, ...spec } = {}) {
    return this.stream({ container: '', input: input === undefined ? null : new Input(input) }, 'container.run', { image, argv, attach: true, stdin: input !== undefined, ...spec },
      'container.logs', { idem: idem || `js-${newId()}` });
  }

  logs(container, wish = {}) { return this.stream({ container }, 'container.logs', { container, ...wish }, 'container.logs'); }

  attach(container, { input, ...wish } = {}) {
    return this.stream({ container, input: input === undefined ? null : new Input(input) }, 'container.attach', { container, ...wish }, 'container.logs');
  }

  /** A further process; its output as it comes. */
  execStream(container, argv, { input, execId = newId(), ...more } = {}) {
    return this.stream({ container, execId, input: input === undefined ? null : new Input(input) }, 'exec.start', { container, exec_id: execId, argv, stdin: input !== undefined, ...more }, 'exec.read');
  }

  /** A further process, to its end: { code, out, err, exit }. */
  exec(container, argv, more = {}) { return this.execStream(container, argv, more).collect(); }

  /** The id of its session, when it runs. */
  async execDetached(container, argv, { execId = newId(), ...more } = {}) {
    return (await this.call('exec.start', { container, argv, detach: true, exec_id: execId, ...more })).exec_id;
  }

  /** The output of a session, from any byte. */
  execRead(container, execId, { offset = 0 } = {}) {
    return this.stream({ container, execId, position: offset }, 'exec.read', { container, exec_id: execId, offset }, 'exec.read');
  }

  /** A tar archive, in pieces. */
  async *copyOut(container, ...paths) {
    const { exec_id: execId } = await this.call('container.copy_out', { container, paths, exec_id: newId() });
    const s = this.stream({ container, execId }, 'exec.read', { container, exec_id: execId }, 'exec.read', { trim: true }), errors = [];
    for await (const { stream, data } of s) if (stream === 'stdout') yield data; else errors.push(data);
    checkCopy(s.exit, errors);
  }

  /** A tar archive into a directory, or as a new name. */
  async copyIn(container, path, archive) {
    const { exec_id: execId } = await this.call('container.copy_in', { container, path, exec_id: newId() });
    const done = await this.stream({ container, execId, input: new Input(archive) }, 'exec.read', { container, exec_id: execId }, 'exec.read').collect();
    checkCopy(done.exit, [done.err]);
  }

  /** Each event once and in order, over restarts of everything. */
  async *events(since = 0, { container, follow = true } = {}) {
    const patience = new Patience();
    let after = since, logId = null, c = this.open('control');
    try {
      for (;;) {
        let page;
        try {
          page = await this.ask(c, 'events.read', { after, limit: 500, wait_ms: follow ? 10000 : 0, container }, {}, patience, 20000);
          patience.progress();
        } catch (e) {
          if (e.code === 'truncated') { yield { type: 'truncated', seq: e.detail.oldest - 1, attrs: { oldest: e.detail.oldest } }; after = e.detail.oldest - 1; continue; }
          if (e.code === 'invalid' && logId && after) { after = 0; logId = null; continue; }     // a new database begins at 1
          if (!e.retryable || patience.over()) throw e;
          c.close();
          await pause();
          c = this.open('control');
          continue;
        }
        if (logId && page.log_id !== logId) { after = 0; logId = page.log_id; continue; }
        logId = page.log_id;
        for (const event of page.events) { after = event.seq; yield event; }
        if (!page.events.length && !container) after = Math.max(after, page.head_seq);
        if (!page.events.length && !follow) return;
      }
    } finally { c.close(); }
  }
}

function checkCopy(exit, errors) {
  if (exit && exit.code === 0) return;
  const lines = Buffer.concat(errors).toString().split('\n').filter((x) => x && !x.startsWith('total '));
  throw new QuiltError({ code: 'failed', message: lines.join('; ') || 'the copy did not end well' });
}

module.exports = { Client, QuiltError, Stream };
