import sys, zmq, msgpack
run_dir, image = sys.argv[1], sys.argv[2]
def ask(socket, verb, **args):
    s = zmq.Context.instance().socket(zmq.REQ if socket == "control" else zmq.DEALER)
    s.connect(f"ipc://{run_dir}/{socket}.sock")
    s.send(msgpack.packb({"v": 1, "id": 1, "verb": verb, "args": args}))
    while True:
        body, *blob = s.recv_multipart()
        reply = msgpack.unpackb(body)
        yield reply["result"], (blob or [b""])[0]
        if not reply.get("more"): return
id = next(ask("control", "container.run", image=image, argv=["echo", "hello from a script"]))[0]["id"]
next(ask("control", "container.wait", container=id))
for part, data in ask("data", "container.logs", container=id): sys.stdout.write(data.decode())
