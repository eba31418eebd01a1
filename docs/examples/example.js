const { Dealer } = require('zeromq'), { encode, decode } = require('@msgpack/msgpack');
const [runDir, image] = process.argv.slice(2);
async function *ask(name, verb, args) {
  const s = new Dealer({ linger: 0 });
  s.connect(`ipc://${runDir}/${name}.sock`);
  await s.send(encode({ v: 1, id: 1, verb, args }));
  for await (const [body, data] of s) {
    const reply = decode(body);
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
    yield { ...reply.result, data };
    if (!reply.more) return;
  }
}
(async () => {
  const id = (await ask('control', 'container.run', { image, argv: ['echo', 'hello from a script'] }).next()).value.id;
  await ask('control', 'container.wait', { container: id }).next();
  for await (const { data } of ask('data', 'container.logs', { container: id })) if (data) process.stdout.write(data);
  process.exit();
})();
