/* subscribe - N subscribers of an event type in one process: PATH TOPIC N TOTAL.  Prints how many events are missing over all of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

int main(int argc, char **argv)
{
    int n = argc > 4 ? atoi(argv[3]) : 0, hwm = 0;
    long total = argc > 4 ? atol(argv[4]) : 0, left = total * n;
    void *context = zmq_ctx_new();
    zmq_pollitem_t *items = calloc((size_t)n, sizeof *items);
    long *seen = calloc((size_t)n, sizeof *seen);

    for (int i = 0; i < n; i++) {
        items[i] = (zmq_pollitem_t){ zmq_socket(context, ZMQ_SUB), 0, ZMQ_POLLIN, 0 };
        zmq_setsockopt(items[i].socket, ZMQ_RCVHWM, &hwm, sizeof hwm);
        zmq_setsockopt(items[i].socket, ZMQ_SUBSCRIBE, argv[2], strlen(argv[2]));
        if (zmq_connect(items[i].socket, argv[1]) < 0)
            return 1;
    }
    puts("ready");
    fflush(stdout);
    while (left > 0 && zmq_poll(items, n, 15000) > 0)
        for (int i = 0; i < n; i++)
            while (items[i].revents) {
                char topic[200], body[4096];

                if (zmq_recv(items[i].socket, topic, sizeof topic, ZMQ_DONTWAIT) < 0 || zmq_recv(items[i].socket, body, sizeof body, 0) < 0)
                    break;
                seen[i]++;
                left--;
            }
    printf("%ld\n", left);
    return 0;
}
