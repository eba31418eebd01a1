// msgpack as the Quilt protocol uses it: nil, bool, integers, float, str, bin, array, map.
'use strict';

function encode(value) {
  const out = [];
  write(out, value);
  return Buffer.concat(out);
}

function head(out, size, small, smallMax, codes) {
  let b;
  if (size <= smallMax) b = Buffer.from([small | size]);
  else if (codes[0] && size < 0x100) b = Buffer.from([codes[0], size]);
  else if (size < 0x10000) { b = Buffer.alloc(3); b[0] = codes[1]; b.writeUInt16BE(size, 1); }
  else { b = Buffer.alloc(5); b[0] = codes[2]; b.writeUInt32BE(size, 1); }
  out.push(b);
}

function integer(out, n) {
  const big = BigInt(n);
  if (big >= 0n && big < 0x80n) out.push(Buffer.from([Number(big)]));
  else if (big >= 0n && big < 0x100000000n) { const b = Buffer.alloc(5); b[0] = 0xce; b.writeUInt32BE(Number(big), 1); out.push(b); }
  else if (big >= 0n) { const b = Buffer.alloc(9); b[0] = 0xcf; b.writeBigUInt64BE(big, 1); out.push(b); }
  else { const b = Buffer.alloc(9); b[0] = 0xd3; b.writeBigInt64BE(big, 1); out.push(b); }
}

function write(out, value) {
  if (value === null || value === undefined) out.push(Buffer.from([0xc0]));
  else if (value === true || value === false) out.push(Buffer.from([value ? 0xc3 : 0xc2]));
  else if (typeof value === 'bigint' || Number.isInteger(value)) integer(out, value);
  else if (typeof value === 'number') { const b = Buffer.alloc(9); b[0] = 0xcb; b.writeDoubleBE(value, 1); out.push(b); }
  else if (typeof value === 'string') { const b = Buffer.from(value); head(out, b.length, 0xa0, 31, [0xd9, 0xda, 0xdb]); out.push(b); }
  else if (value instanceof Uint8Array) { head(out, value.length, 0, -1, [0xc4, 0xc5, 0xc6]); out.push(Buffer.from(value.buffer, value.byteOffset, value.length)); }
  else if (Array.isArray(value)) { head(out, value.length, 0x90, 15, [0, 0xdc, 0xdd]); for (const item of value) write(out, item); }
  else if (typeof value === 'object') {
    const keys = Object.keys(value).filter((k) => value[k] !== undefined);
    head(out, keys.length, 0x80, 15, [0, 0xde, 0xdf]);
    for (const k of keys) { write(out, k); write(out, value[k]); }
  } else throw new TypeError(`cannot be sent: ${typeof value}`);
}

class Reader {
  constructor(bytes) { this.b = bytes; this.at = 0; }

  take(n) {
    if (this.at + n > this.b.length) throw new RangeError('msgpack: cut short');
    this.at += n;
    return this.at - n;
  }

  small(big) { return big <= BigInt(Number.MAX_SAFE_INTEGER) && big >= BigInt(Number.MIN_SAFE_INTEGER) ? Number(big) : big; }

  text(n) { const at = this.take(n); return this.b.toString('utf8', at, at + n); }

  bytes(n) { const at = this.take(n); return Buffer.from(this.b.subarray(at, at + n)); }

  array(n) { const out = []; for (let i = 0; i < n; i++) out.push(this.value()); return out; }

  map(n) { const out = {}; for (let i = 0; i < n; i++) { const key = this.value(); out[key] = this.value(); } return out; }

  value() {
    const b = this.b, t = b[this.take(1)];
    if (t < 0x80) return t;
    if (t >= 0xe0) return t - 256;
    if (t < 0x90) return this.map(t & 15);
    if (t < 0xa0) return this.array(t & 15);
    if (t < 0xc0) return this.text(t & 31);
    switch (t) {
      case 0xc0: return null;
      case 0xc2: return false;
      case 0xc3: return true;
      case 0xc4: case 0xd9: { const n = b[this.take(1)]; return t === 0xc4 ? this.bytes(n) : this.text(n); }
      case 0xc5: case 0xda: { const n = b.readUInt16BE(this.take(2)); return t === 0xc5 ? this.bytes(n) : this.text(n); }
      case 0xc6: case 0xdb: { const n = b.readUInt32BE(this.take(4)); return t === 0xc6 ? this.bytes(n) : this.text(n); }
      case 0xca: return b.readFloatBE(this.take(4));
      case 0xcb: return b.readDoubleBE(this.take(8));
      case 0xcc: return b[this.take(1)];
      case 0xcd: return b.readUInt16BE(this.take(2));
      case 0xce: return b.readUInt32BE(this.take(4));
      case 0xcf: return this.small(b.readBigUInt64BE(this.take(8)));
      case 0xd0: return b.readInt8(this.take(1));
      case 0xd1: return b.readInt16BE(this.take(2));
      case 0xd2: return b.readInt32BE(this.take(4));
      case 0xd3: return this.small(b.readBigInt64BE(this.take(8)));
      case 0xdc: return this.array(b.readUInt16BE(this.take(2)));
      case 0xdd: return this.array(b.readUInt32BE(this.take(4)));
      case 0xde: return this.map(b.readUInt16BE(this.take(2)));
      case 0xdf: return this.map(b.readUInt32BE(this.take(4)));
      default: throw new RangeError(`msgpack: type ${t.toString(16)}`);
    }
  }
}

module.exports = { encode, decode: (bytes) => new Reader(bytes).value() };
