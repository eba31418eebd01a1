require "ffi-rzmq"
require "msgpack"
RUN_DIR, IMAGE = ARGV
CONTEXT = ZMQ::Context.new
def ask(name, verb, args)
  s = CONTEXT.socket(ZMQ::DEALER)
  s.connect("ipc://#{RUN_DIR}/#{name}.sock")
  s.send_string({ "v" => 1, "id" => 1, "verb" => verb, "args" => args }.to_msgpack)
  loop do
    s.recv_strings(frames = [])
    reply = MessagePack.unpack(frames[0])
    raise "#{reply["error"]["code"]}: #{reply["error"]["message"]}" unless reply["ok"]
    return reply["result"] unless reply["more"]
    yield frames[1] if block_given?
  end
end
id = ask("control", "container.run", { "image" => IMAGE, "argv" => ["echo", "hello from a script"] })["id"]
ask("control", "container.wait", { "container" => id })
ask("data", "container.logs", { "container" => id }) { |data| print data }
