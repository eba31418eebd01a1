#include <msgpack.h>
#include <stdio.h>
#include <zmq.h>

static void put(msgpack_packer *p, const char *s) { msgpack_pack_str_with_body(p, s, strlen(s)); }

int main(int argc, char **argv)         /* RUN_DIR IMAGE: runs echo and prints its output as it comes */
{
    void *s = zmq_socket(zmq_ctx_new(), ZMQ_DEALER);
    char path[500], body[70000], data[300000];
    msgpack_sbuffer b;
    msgpack_packer p;

    snprintf(path, sizeof path, "ipc://%s/data.sock", argc > 2 ? argv[1] : "");
    msgpack_sbuffer_init(&b);
    msgpack_packer_init(&p, &b, msgpack_sbuffer_write);
    msgpack_pack_map(&p, 4), put(&p, "v"), msgpack_pack_int(&p, 1), put(&p, "id"), msgpack_pack_int(&p, 1), put(&p, "verb"), put(&p, "container.run"), put(&p, "args");
    msgpack_pack_map(&p, 3), put(&p, "image"), put(&p, argv[2]), put(&p, "attach"), msgpack_pack_true(&p), put(&p, "argv");
    msgpack_pack_array(&p, 2), put(&p, "echo"), put(&p, "hello from a script");
    zmq_connect(s, path);
    zmq_send(s, b.data, b.size, 0);
    for (int more = 1; more > 0;) {     /* parts have a frame of bytes behind their head; the last message has none */
        size_t size = sizeof more;
        int n = (zmq_recv(s, body, sizeof body, 0), zmq_getsockopt(s, ZMQ_RCVMORE, &more, &size), more ? zmq_recv(s, data, sizeof data, 0) : 0);
        fwrite(data, 1, (size_t)n, stdout);
    }
    return 0;
}
