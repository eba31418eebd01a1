// A DEALER's connection over a unix socket: ZMTP 3.0 (RFC 23), mechanism NULL.
'use strict';
const net = require('net');

const GREETING = Buffer.alloc(64);
GREETING.set([0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0]);
GREETING.write('NULL', 12);
const READY = Buffer.concat([Buffer.from([4, 0]), Buffer.from([5]), Buffer.from('READY'), Buffer.from([11]), Buffer.from('Socket-Type'), Buffer.from([0, 0, 0, 6]), Buffer.from('DEALER')]);
READY[1] = READY.length - 2;

const MORE = 1, LONG = 2, COMMAND = 4;

class Connection {
  constructor(path) {
    this.socket = net.createConnection(path);
    this.pieces = Buffer.alloc(0);
    this.frames = [];                     // of the message that is coming
    this.messages = [];                   // whole ones, not taken yet
    this.greeted = this.ready = this.lost = false;
    this.early = [];
    this.wake = null;
    this.socket.on('connect', () => this.socket.write(GREETING));
    this.socket.on('data', (data) => this.take(data));
    this.socket.on('error', () => this.end());
    this.socket.on('close', () => this.end());
  }

  end() { this.lost = true; this.rouse(); }

  rouse() { if (this.wake) { const wake = this.wake; this.wake = null; wake(); } }

  take(data) {
    this.pieces = this.pieces.length ? Buffer.concat([this.pieces, data]) : data;
    if (!this.greeted) {
      if (this.pieces.length < 64) return;
      this.pieces = this.pieces.subarray(64);
      this.greeted = true;
      this.socket.write(READY);
    }
    while (this.frame());
    if (this.messages.length) this.rouse();
  }

  frame() {
    const b = this.pieces, flags = b[0], long = flags & LONG;
    if (b.length < (long ? 9 : 2)) return false;
    const size = long ? Number(b.readBigUInt64BE(1)) : b[1], from = long ? 9 : 2;
    if (b.length < from + size) return false;
    const body = b.subarray(from, from + size);
    this.pieces = b.subarray(from + size);
    if (flags & COMMAND) {
      if (!this.ready) { this.ready = true; for (const message of this.early) this.socket.write(message); this.early = []; }
      return true;
    }
    this.frames.push(body);
    if (!(flags & MORE)) { this.messages.push(this.frames); this.frames = []; }
    return true;
  }

  send(body) {
    const head = Buffer.alloc(body.length < 256 ? 2 : 9);
    if (body.length < 256) head[1] = body.length;
    else { head[0] = LONG; head.writeBigUInt64BE(BigInt(body.length), 1); }
    const message = Buffer.concat([head, body]);
    if (this.ready) this.socket.write(message); else this.early.push(message);
  }

  /** The next message's frames; null when the time is over; undefined when the connection is lost. */
  async receive(ms) {
    if (!this.messages.length && !this.lost) {
      let timer;
      await new Promise((resolve) => { this.wake = resolve; timer = setTimeout(resolve, ms); });
      clearTimeout(timer);
      this.wake = null;
    }
    return this.messages.length ? this.messages.shift() : this.lost ? undefined : null;
  }

  close() { this.socket.destroy(); }
}

module.exports = { Connection };
