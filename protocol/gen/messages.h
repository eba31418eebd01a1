/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_MESSAGES_H
#define PROTOCOL_GEN_MESSAGES_H
#include "protocol/wire.h"

#define PROTOCOL_VERSION 1
#define PROTOCOL_FRAME_BYTES 1048576u
#define PROTOCOL_CHUNK_BYTES 262144u
#define PROTOCOL_MALFORMED_MAX 16

/* Names a container for as long as it is known. Never reused. */
extern const struct wire_rule container_id_rule;
struct container_id {
    char text[13];
};
int container_id_read(struct wire_reader *r, struct container_id *out, struct err *e);
/* A container's id, a prefix of it that is unique, or its name. */
extern const struct wire_rule container_ref_rule;
struct container_ref {
    char text[129];
};
int container_ref_read(struct wire_reader *r, struct container_ref *out, struct err *e);
/* A name of the user's; unique among containers that are not removed. */
extern const struct wire_rule container_name_rule;
struct container_name {
    char text[129];
};
int container_name_read(struct wire_reader *r, struct container_name *out, struct err *e);
/* Names an exec session within its container; the client may choose it. */
extern const struct wire_rule exec_id_rule;
struct exec_id {
    char text[65];
};
int exec_id_read(struct wire_reader *r, struct exec_id *out, struct err *e);
/* One DNS label (RFC 1123). */
extern const struct wire_rule hostname_rule;
struct hostname {
    char text[64];
};
int hostname_read(struct wire_reader *r, struct hostname *out, struct err *e);
/* A SHA-256, in hexadecimal: an image's is that of its OCI manifest. */
extern const struct wire_rule digest_rule;
struct digest {
    char text[65];
};
int digest_read(struct wire_reader *r, struct digest *out, struct err *e);
/* NAME or NAME:TAG, NAME may have a registry's HOST[:PORT]/ before it. */
extern const struct wire_rule tag_name_rule;
struct tag_name {
    char text[256];
};
int tag_name_read(struct wire_reader *r, struct tag_name *out, struct err *e);
/* An image: a tag, a digest (12 characters or more of it), or the absolute path of a root filesystem archive, an OCI layout or a docker archive. */
extern const struct wire_rule image_ref_rule;
int image_ref_read(struct wire_reader *r, struct wire_span *out, struct err *e);
/* auto: an archive that begins as an OCI layout or a docker archive does is one; rootfs: its files are the image's; layout: it must be one. */
enum image_format { IMAGE_FORMAT_AUTO, IMAGE_FORMAT_ROOTFS, IMAGE_FORMAT_LAYOUT };
enum { IMAGE_FORMAT_COUNT = 3 };
const char *image_format_name(enum image_format v);
int image_format_read(struct wire_reader *r, enum image_format *out, struct err *e);
/* oci: a tar of an OCI image layout; docker: the same with the manifest.json that docker load reads. */
enum save_format { SAVE_FORMAT_OCI, SAVE_FORMAT_DOCKER };
enum { SAVE_FORMAT_COUNT = 2 };
const char *save_format_name(enum save_format v);
int save_format_read(struct wire_reader *r, enum save_format *out, struct err *e);
/* An absolute path. */
extern const struct wire_rule path_rule;
int path_read(struct wire_reader *r, struct wire_span *out, struct err *e);
/* A name from a list that the field's text gives. */
extern const struct wire_rule word_rule;
struct word {
    char text[64];
};
int word_read(struct wire_reader *r, struct word *out, struct err *e);
/* Chosen by the client; the same key and body give the stored reply, the same key with another body is `conflict`. */
extern const struct wire_rule idem_key_rule;
struct idem_key {
    char text[81];
};
int idem_key_read(struct wire_reader *r, struct idem_key *out, struct err *e);
/* Free text. */
extern const struct wire_rule text_rule;
int text_read(struct wire_reader *r, struct wire_span *out, struct err *e);
/* Names one event log: a new database has a new one. */
extern const struct wire_rule log_id_rule;
struct log_id {
    char text[17];
};
int log_id_read(struct wire_reader *r, struct log_id *out, struct err *e);
/* Where a container is in its life. */
enum state { STATE_CREATED, STATE_STARTING, STATE_RUNNING, STATE_PAUSED, STATE_STOPPING, STATE_EXITED, STATE_FAILED, STATE_REMOVING, STATE_REMOVED };
enum { STATE_COUNT = 9 };
const char *state_name(enum state v);
int state_read(struct wire_reader *r, enum state *out, struct err *e);
/* What the user wants of it; the monitor makes it so. */
enum want { WANT_CREATED, WANT_RUNNING, WANT_STOPPED, WANT_REMOVED };
enum { WANT_COUNT = 4 };
const char *want_name(enum want v);
int want_read(struct wire_reader *r, enum want *out, struct err *e);
/* none: an empty network namespace with loopback; host: the host's own; bridge: the networks that are named; container: another container's. */
enum network_mode { NETWORK_MODE_NONE, NETWORK_MODE_HOST, NETWORK_MODE_BRIDGE, NETWORK_MODE_CONTAINER };
enum { NETWORK_MODE_COUNT = 4 };
const char *network_mode_name(enum network_mode v);
int network_mode_read(struct wire_reader *r, enum network_mode *out, struct err *e);
/* A network's name. `bridge` is the one that every container gets when none is named. */
extern const struct wire_rule network_name_rule;
struct network_name {
    char text[64];
};
int network_name_read(struct wire_reader *r, struct network_name *out, struct err *e);
/* An IPv4 or IPv6 address. */
extern const struct wire_rule ip_address_rule;
struct ip_address {
    char text[46];
};
int ip_address_read(struct wire_reader *r, struct ip_address *out, struct err *e);
/* Addresses that share a prefix: 10.42.0.0/16, fd00::/64; a bare address is that one. */
extern const struct wire_rule cidr_rule;
struct cidr {
    char text[51];
};
int cidr_read(struct wire_reader *r, struct cidr *out, struct err *e);
/* A link-layer address, as 02:51:0a:2a:00:02. */
extern const struct wire_rule mac_rule;
struct mac {
    char text[18];
};
int mac_read(struct wire_reader *r, struct mac *out, struct err *e);
/* A domain name. */
extern const struct wire_rule dns_name_rule;
struct dns_name {
    char text[254];
};
int dns_name_read(struct wire_reader *r, struct dns_name *out, struct err *e);
/* An option of resolv.conf(5), as ndots:2. */
extern const struct wire_rule resolver_option_rule;
struct resolver_option {
    char text[64];
};
int resolver_option_read(struct wire_reader *r, struct resolver_option *out, struct err *e);
/* A port number. */
int port_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* What a published port carries. */
enum port_protocol { PORT_PROTOCOL_TCP, PORT_PROTOCOL_UDP, PORT_PROTOCOL_SCTP };
enum { PORT_PROTOCOL_COUNT = 3 };
const char *port_protocol_name(enum port_protocol v);
int port_protocol_read(struct wire_reader *r, enum port_protocol *out, struct err *e);
/* What a rule of a policy is about; icmp is both versions of it. */
enum policy_protocol { POLICY_PROTOCOL_ANY, POLICY_PROTOCOL_TCP, POLICY_PROTOCOL_UDP, POLICY_PROTOCOL_SCTP, POLICY_PROTOCOL_ICMP };
enum { POLICY_PROTOCOL_COUNT = 5 };
const char *policy_protocol_name(enum policy_protocol v);
int policy_protocol_read(struct wire_reader *r, enum policy_protocol *out, struct err *e);
/* What a policy says of a connection. */
enum policy_action { POLICY_ACTION_ALLOW, POLICY_ACTION_DENY };
enum { POLICY_ACTION_COUNT = 2 };
const char *policy_action_name(enum policy_action v);
int policy_action_read(struct wire_reader *r, enum policy_action *out, struct err *e);
/* egress: opened by the container; ingress: opened to it. */
enum policy_direction { POLICY_DIRECTION_EGRESS, POLICY_DIRECTION_INGRESS };
enum { POLICY_DIRECTION_COUNT = 2 };
const char *policy_direction_name(enum policy_direction v);
int policy_direction_read(struct wire_reader *r, enum policy_direction *out, struct err *e);
/* Bytes a second, at least 1000. */
int bytes_per_s_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* What is mounted. */
enum mount_type { MOUNT_TYPE_BIND, MOUNT_TYPE_TMPFS, MOUNT_TYPE_VOLUME };
enum { MOUNT_TYPE_COUNT = 3 };
const char *mount_type_name(enum mount_type v);
int mount_type_read(struct wire_reader *r, enum mount_type *out, struct err *e);
/* Whether mounts that the host makes below the source later are seen inside (slave). None that a container makes reaches the host. */
enum propagation { PROPAGATION_PRIVATE, PROPAGATION_SLAVE };
enum { PROPAGATION_COUNT = 2 };
const char *propagation_name(enum propagation v);
int propagation_read(struct wire_reader *r, enum propagation *out, struct err *e);
/* Names a volume, a secret or a snapshot. */
extern const struct wire_rule volume_name_rule;
struct volume_name {
    char text[64];
};
int volume_name_read(struct wire_reader *r, struct volume_name *out, struct err *e);
/* When a container that ended is started again. */
enum restart_policy { RESTART_POLICY_NO, RESTART_POLICY_ON_FAILURE, RESTART_POLICY_ALWAYS, RESTART_POLICY_UNLESS_STOPPED };
enum { RESTART_POLICY_COUNT = 4 };
const char *restart_policy_name(enum restart_policy v);
int restart_policy_read(struct wire_reader *r, enum restart_policy *out, struct err *e);
/* Which of the two outputs. */
enum stream_name { STREAM_NAME_STDOUT, STREAM_NAME_STDERR };
enum { STREAM_NAME_COUNT = 2 };
const char *stream_name_name(enum stream_name v);
int stream_name_read(struct wire_reader *r, enum stream_name *out, struct err *e);
/* When the kept output is full: drop the oldest and count it, or let the container wait in its write until container.trim makes room. */
enum log_full { LOG_FULL_DROP, LOG_FULL_BLOCK };
enum { LOG_FULL_COUNT = 2 };
const char *log_full_name(enum log_full v);
int log_full_read(struct wire_reader *r, enum log_full *out, struct err *e);
/* Why the command ended: by itself, by a signal, out of memory, by --timeout, by stop, by kill, with the host, not known, or because its health check failed. */
enum exit_reason { EXIT_REASON_EXITED, EXIT_REASON_SIGNAL, EXIT_REASON_OOM, EXIT_REASON_TIMEOUT, EXIT_REASON_STOPPED, EXIT_REASON_KILLED, EXIT_REASON_HOST, EXIT_REASON_UNKNOWN, EXIT_REASON_UNHEALTHY };
enum { EXIT_REASON_COUNT = 9 };
const char *exit_reason_name(enum exit_reason v);
int exit_reason_read(struct wire_reader *r, enum exit_reason *out, struct err *e);
/* What a container's health check says. */
enum health_status { HEALTH_STATUS_STARTING, HEALTH_STATUS_HEALTHY, HEALTH_STATUS_UNHEALTHY };
enum { HEALTH_STATUS_COUNT = 3 };
const char *health_status_name(enum health_status v);
int health_status_read(struct wire_reader *r, enum health_status *out, struct err *e);
/* What is done with a container that became unhealthy. */
enum health_action { HEALTH_ACTION_NONE, HEALTH_ACTION_RESTART, HEALTH_ACTION_STOP };
enum { HEALTH_ACTION_COUNT = 3 };
const char *health_action_name(enum health_action v);
int health_action_read(struct wire_reader *r, enum health_action *out, struct err *e);
/* Where an exec session is in its life. */
enum exec_state { EXEC_STATE_STARTING, EXEC_STATE_RUNNING, EXEC_STATE_ENDED, EXEC_STATE_FAILED };
enum { EXEC_STATE_COUNT = 4 };
const char *exec_state_name(enum exec_state v);
int exec_state_read(struct wire_reader *r, enum exec_state *out, struct err *e);
/* What wait waits for. ready: healthy, or running where there is no health check. */
enum condition { CONDITION_RUNNING, CONDITION_EXITED, CONDITION_REMOVED, CONDITION_READY, CONDITION_HEALTHY };
enum { CONDITION_COUNT = 5 };
const char *condition_name(enum condition v);
int condition_read(struct wire_reader *r, enum condition *out, struct err *e);
/* An actor's life, as the supervisor sees it. */
enum actor_state { ACTOR_STATE_STARTING, ACTOR_STATE_READY, ACTOR_STATE_DOWN, ACTOR_STATE_DEGRADED };
enum { ACTOR_STATE_COUNT = 4 };
const char *actor_state_name(enum actor_state v);
int actor_state_read(struct wire_reader *r, enum actor_state *out, struct err *e);
/* Thousandths of one CPU: 500 is half a CPU. */
int cpu_millis_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* Bytes, at least 512 KiB. */
int memory_bytes_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* Processes and threads. */
int pids_max_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* Numbers and ranges of CPUs: 0-2,4. */
extern const struct wire_rule cpu_list_rule;
struct cpu_list {
    char text[128];
};
int cpu_list_read(struct wire_reader *r, struct cpu_list *out, struct err *e);
/* A share relative to other containers; 100 is the usual. */
int weight_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* A signal's number. */
int signal_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* Rows or columns of a terminal. */
int terminal_size_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* A user or group id. */
int uid_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* Who sent a request: the kernel's word, not the client's. */
struct caller {
    uint64_t uid;   /* user id of the peer */
    uint64_t gid;   /* group id of the peer */
    bool has_container;
    struct container_id container;   /* it came by that container's own socket */
};
int caller_read(struct wire_reader *r, struct caller *out, struct err *e);
void caller_write(struct wire_writer *w, const struct caller *m);
/* The envelope of a request. Clients send v, id, verb, args, deadline_ms and idem; the rest is between actors and ignored from clients. */
struct request_head {
    uint64_t v;   /* protocol version, 1 */
    struct wire_span id;   /* echoed in the reply; text of up to 64 bytes, or an unsigned integer */
    struct word verb;   /* what to do */
    bool has_args;
    struct wire_span args;   /* the verb's fields */
    bool has_deadline_ms;
    uint64_t deadline_ms;   /* answer `deadline` after this time; the verb's own deadline is the upper bound where it has one */
    bool has_idem;
    struct idem_key idem;   /* idempotency key of a verb that changes something */
    bool has_epoch;
    uint64_t epoch;   /* between actors: the supervisor's epoch */
    bool has_from;
    struct word from;   /* between actors: the sender */
    bool has_caller;
    struct caller caller;   /* between actors: the client behind the request */
    bool has_repeated;
    bool repeated;   /* between actors: it was sent before, and whether it was done is not known */
};
int request_head_read(struct wire_reader *r, struct request_head *out, struct err *e);
void request_head_write(struct wire_writer *w, const struct request_head *m);
/* What a program may want to know of an error. */
struct error_detail {
    bool has_step;
    struct word step;   /* stage of a container's start */
    bool has_sys;
    uint64_t sys;   /* Linux errno of the failed call */
    bool has_oldest;
    uint64_t oldest;   /* truncated: oldest sequence number that is left */
};
int error_detail_read(struct wire_reader *r, struct error_detail *out, struct err *e);
void error_detail_write(struct wire_writer *w, const struct error_detail *m);
/* The one error of a failed request. */
struct error_body {
    struct word code;   /* one of the closed list */
    struct wire_span message;   /* a sentence that names the thing */
    bool retryable;   /* the same request may succeed later */
    bool has_detail;
    struct error_detail detail;
};
int error_body_read(struct wire_reader *r, struct error_body *out, struct err *e);
void error_body_write(struct wire_writer *w, const struct error_body *m);
/* The envelope of a reply, or of one part of a stream. */
struct reply_head {
    uint64_t v;   /* protocol version, 1 */
    struct wire_span id;   /* the request's */
    bool ok;   /* whether result or error follows */
    bool has_result;
    struct wire_span result;   /* the verb's reply, or a part's fields */
    bool has_error;
    struct error_body error;
    bool has_part;
    uint64_t part;   /* streams: counts the parts from 0 */
    bool more;   /* streams: another part follows */
};
int reply_head_read(struct wire_reader *r, struct reply_head *out, struct err *e);
void reply_head_write(struct wire_writer *w, const struct reply_head *m);
/* Which request led to an event. */
struct cause {
    struct word verb;   /* `monitor` where Quilt acted by itself */
    uint64_t uid;   /* who asked */
};
int cause_read(struct wire_reader *r, struct cause *out, struct err *e);
void cause_write(struct wire_writer *w, const struct cause *m);
/* One mount inside the container. */
struct mount {
    enum mount_type type;
    bool has_source;
    struct wire_span source;   /* bind: a file or directory of the host */
    bool has_volume;
    struct volume_name volume;   /* volume: which; one that is not there is made */
    struct wire_span target;   /* inside the container; made when missing */
    bool read_only;   /* with all that is mounted below it */
    enum propagation propagation;   /* bind */
    bool idmap;   /* with a user namespace: the source's owners are the container's own ids; false: the host's */
    bool allow_host;   /* bind: also what exposes the host (/, /proc, /sys, /dev, /boot); for root; never Quilt's own directories by name */
    bool has_size_bytes;
    uint64_t size_bytes;   /* tmpfs: upper bound */
    bool has_mode;
    uint64_t mode;   /* tmpfs: permission bits of its root, default 01777 */
};
int mount_read(struct wire_reader *r, struct mount *out, struct err *e);
void mount_write(struct wire_writer *w, const struct mount *m);
/* A secret as a file in memory, which no other view of the container shows. */
struct secret_mount {
    struct volume_name secret;
    bool has_target;
    struct wire_span target;   /* default: /run/secrets/ and its name */
    uint64_t mode;   /* permission bits, default 0400 */
    uint64_t uid;   /* its owner, inside */
    uint64_t gid;
};
int secret_mount_read(struct wire_reader *r, struct secret_mount *out, struct err *e);
void secret_mount_write(struct wire_writer *w, const struct secret_mount *m);
/* A volume, a secret or a snapshot: what is known of it, never what is in it. */
struct volume {
    struct volume_name name;
    bool has_labels;
    struct wire_list labels;
    uint64_t created_ns;   /* wall clock */
    bool has_path;
    struct wire_span path;   /* volume: where it is on this host */
    bool has_bytes;
    uint64_t bytes;   /* secret: its length; snapshot: what was taken */
    bool has_container;
    struct container_id container;   /* snapshot: of which */
    bool has_digest;
    struct digest digest;   /* snapshot: of the image below it */
    bool has_method;
    struct word method;   /* snapshot: snapshot (btrfs), reflink or copy */
};
int volume_read(struct wire_reader *r, struct volume *out, struct err *e);
void volume_write(struct wire_writer *w, const struct volume *m);
/* Where a container's files came from, if not from its image alone. */
struct origin {
    bool has_container;
    struct container_id container;   /* it is a fork of it */
    bool has_snapshot;
    struct volume_name snapshot;   /* it began as this snapshot */
};
int origin_read(struct wire_reader *r, struct origin *out, struct err *e);
void origin_write(struct wire_writer *w, const struct origin *m);
/* One resource limit (setrlimit(2)). */
struct resource_limit {
    struct word name;   /* lower case without RLIMIT_: nofile, core, nproc … */
    uint64_t soft;   /* 18446744073709551615 is unlimited */
    uint64_t hard;
};
int resource_limit_read(struct wire_reader *r, struct resource_limit *out, struct err *e);
void resource_limit_write(struct wire_writer *w, const struct resource_limit *m);
/* A user namespace: count ids from host_id on are 0… inside, for users and groups alike. */
struct userns {
    uint64_t host_id;   /* first id on the host */
    uint64_t count;   /* how many */
};
int userns_read(struct wire_reader *r, struct userns *out, struct err *e);
void userns_write(struct wire_writer *w, const struct userns *m);
/* Resource limits. One that this host cannot set is an error. */
struct limits {
    bool has_memory_bytes;
    uint64_t memory_bytes;   /* memory */
    bool has_memory_swap_bytes;
    uint64_t memory_swap_bytes;   /* swap in addition to memory; 0: none */
    bool has_cpu_millis;
    uint64_t cpu_millis;   /* CPU time */
    bool has_cpu_weight;
    uint64_t cpu_weight;   /* share when CPUs are contended */
    bool has_cpuset;
    struct cpu_list cpuset;   /* CPUs it may use, as 0-2,4 */
    bool has_pids_max;
    uint64_t pids_max;   /* processes; 1024 when not given */
    bool has_io_weight;
    uint64_t io_weight;   /* share of disk time */
};
int limits_read(struct wire_reader *r, struct limits *out, struct err *e);
void limits_write(struct wire_writer *w, const struct limits *m);
/* A network that a container is to be on. */
struct network_attachment {
    struct network_name network;
    bool has_address;
    struct ip_address address;   /* a fixed IPv4 address of its subnet */
    bool has_mac;
    struct mac mac;   /* default: derived from the address */
    bool has_aliases;
    struct wire_list aliases;   /* further names on this network */
};
int network_attachment_read(struct wire_reader *r, struct network_attachment *out, struct err *e);
void network_attachment_write(struct wire_writer *w, const struct network_attachment *m);
/* A container's place on a network, as it is. */
struct attachment {
    struct network_name network;
    uint64_t number;   /* the network's; its bridge is named after it */
    struct word interface;   /* inside the container: eth0, eth1 … */
    struct ip_address address;   /* IPv4 */
    uint64_t prefix;   /* its length in bits */
    struct ip_address gateway;   /* the bridge's address, where names are answered */
    bool has_address6;
    struct ip_address address6;   /* IPv6, where the network has it */
    bool has_gateway6;
    struct ip_address gateway6;
    struct mac mac;
    bool internal;   /* the network has no way out */
    bool has_aliases;
    struct wire_list aliases;
};
int attachment_read(struct wire_reader *r, struct attachment *out, struct err *e);
void attachment_write(struct wire_writer *w, const struct attachment *m);
/* A port of the host that leads to one of the container. */
struct published_port {
    bool has_host_address;
    struct ip_address host_address;   /* IPv4 of the host; absent: every one */
    uint64_t host_port;
    uint64_t container_port;
    uint64_t count;   /* so many consecutive ports */
    enum port_protocol protocol;
};
int published_port_read(struct wire_reader *r, struct published_port *out, struct err *e);
void published_port_write(struct wire_writer *w, const struct published_port *m);
/* One rule; the first that matches decides. */
struct policy_rule {
    enum policy_action action;
    enum policy_direction direction;
    bool has_cidr;
    struct cidr cidr;   /* of the other side; absent: any */
    enum policy_protocol protocol;
    bool has_port_from;
    uint64_t port_from;   /* destination port; needs tcp, udp or sctp */
    bool has_port_to;
    uint64_t port_to;   /* up to this one; absent: port_from alone */
};
int policy_rule_read(struct wire_reader *r, struct policy_rule *out, struct err *e);
void policy_rule_write(struct wire_writer *w, const struct policy_rule *m);
/* What connections a container may open and be offered. Replies always pass; so do name queries to the gateway. */
struct policy {
    enum policy_action egress;   /* when no rule matches */
    enum policy_action ingress;   /* when no rule matches */
    bool has_rules;
    struct wire_list rules;
    bool audit;   /* only tell what would be denied */
};
int policy_read(struct wire_reader *r, struct policy *out, struct err *e);
void policy_write(struct wire_writer *w, const struct policy *m);
/* A network. */
struct network {
    struct network_name name;
    uint64_t number;   /* counts the networks of this instance; 0 is `bridge` */
    struct cidr subnet;   /* IPv4 */
    struct ip_address gateway;
    bool has_subnet6;
    struct cidr subnet6;   /* a /64 */
    bool has_gateway6;
    struct ip_address gateway6;
    bool internal;   /* no way out */
    bool has_labels;
    struct wire_list labels;
    bool has_policy;
    struct policy policy;   /* of every container on it */
    uint64_t created_ns;
};
int network_read(struct wire_reader *r, struct network *out, struct err *e);
void network_write(struct wire_writer *w, const struct network *m);
/* A container on a network. */
struct network_member {
    struct container_id container;
    bool has_name;
    struct container_name name;
    enum state state;
    bool has_address;
    struct ip_address address;   /* absent until it was started once */
    bool has_address6;
    struct ip_address address6;
    bool has_mac;
    struct mac mac;
    bool has_aliases;
    struct wire_list aliases;
};
int network_member_read(struct wire_reader *r, struct network_member *out, struct err *e);
void network_member_write(struct wire_writer *w, const struct network_member *m);
/* An address that is in use, or was until just now. */
struct allocation {
    struct network_name network;
    struct ip_address address;
    struct word phase;   /* pool: kept ready; active: a container's; quarantine: released, not leased again yet */
    bool has_container;
    struct container_id container;
    uint64_t since_ns;   /* wall clock */
};
int allocation_read(struct wire_reader *r, struct allocation *out, struct err *e);
void allocation_write(struct wire_writer *w, const struct allocation *m);
/* A published port. */
struct port_use {
    enum port_protocol protocol;
    bool has_host_address;
    struct ip_address host_address;
    uint64_t host_port;
    struct container_id container;
    uint64_t container_port;
};
int port_use_read(struct wire_reader *r, struct port_use *out, struct err *e);
void port_use_write(struct wire_writer *w, const struct port_use *m);
/* What dnsd answers of one container on one network. */
struct registration {
    uint64_t generation;   /* of the change that made or ended it */
    struct network_name network;
    uint64_t number;   /* the network's */
    struct container_id container;
    struct wire_list names;   /* id, name, host name, aliases */
    struct ip_address address;
    bool has_address6;
    struct ip_address address6;
    bool has_dns;
    struct wire_list dns;   /* where its other questions go */
    bool internal;   /* the network has no way out */
    bool gone;   /* it is answered no more */
};
int registration_read(struct wire_reader *r, struct registration *out, struct err *e);
void registration_write(struct wire_writer *w, const struct registration *m);
/* One thing that was compared. */
struct health_check {
    struct word name;
    bool ok;
    struct wire_span text;   /* what was found */
};
int health_check_read(struct wire_reader *r, struct health_check *out, struct err *e);
void health_check_write(struct wire_writer *w, const struct health_check *m);
/* What a running container has of networks. */
struct network_claim {
    struct container_id container;
    uint64_t incarnation;
    struct wire_list attachments;
    bool has_ports;
    struct wire_list ports;
    bool has_policy;
    struct policy policy;
    uint64_t rate_in_bytes;   /* 0: no bound */
    uint64_t rate_out_bytes;
};
int network_claim_read(struct wire_reader *r, struct network_claim *out, struct err *e);
void network_claim_write(struct wire_writer *w, const struct network_claim *m);
/* A connection between a container and somebody. */
struct connection {
    struct word protocol;
    struct ip_address source;   /* who opened it */
    uint64_t source_port;
    bool has_source_container;
    struct container_id source_container;
    struct ip_address destination;
    uint64_t destination_port;
    bool has_destination_container;
    struct container_id destination_container;
    uint64_t sent_bytes;   /* by who opened it */
    uint64_t received_bytes;
};
int connection_read(struct wire_reader *r, struct connection *out, struct err *e);
void connection_write(struct wire_writer *w, const struct connection *m);
/* A message between containers. */
struct inbox_message {
    uint64_t id;
    bool has_from;
    struct container_id from;   /* absent: not from a container */
    bool has_topic;
    struct word topic;
    struct wire_span body;
    uint64_t time_ns;
};
int inbox_message_read(struct wire_reader *r, struct inbox_message *out, struct err *e);
void inbox_message_write(struct wire_writer *w, const struct inbox_message *m);
/* A command that is run in the container again and again; status 0 is health. */
struct health_check_spec {
    struct wire_list argv;
    uint64_t interval_ms;   /* between two; while it is not healthy yet, 500 ms at most */
    uint64_t timeout_ms;   /* then it is killed, which is a failure */
    uint64_t retries;   /* so many failures in a row make it unhealthy */
    uint64_t start_period_ms;   /* failures before do not count, until the first success */
    enum health_action on_unhealthy;
};
int health_check_spec_read(struct wire_reader *r, struct health_check_spec *out, struct err *e);
void health_check_spec_write(struct wire_writer *w, const struct health_check_spec *m);
/* What a container is to be. */
struct container_spec {
    struct wire_span image;   /* its root filesystem */
    bool has_name;
    struct container_name name;
    bool has_argv;
    struct wire_list argv;   /* the command, passed to execve exactly as it is, behind the entrypoint; absent: the image's */
    bool has_entrypoint;
    struct wire_list entrypoint;   /* instead of the image's, whose command then counts no more */
    bool has_env;
    struct wire_list env;   /* environment, over the image's; PATH and HOME are supplied when missing */
    bool has_workdir;
    struct wire_span workdir;   /* working directory, made when missing; default: the image's, or / */
    bool has_user;
    struct wire_span user;   /* USER, USER:GROUP, ids or names of the image's passwd and group */
    bool has_hostname;
    struct hostname hostname;   /* default: the id */
    bool has_labels;
    struct wire_list labels;   /* kept, never interpreted */
    bool has_limits;
    struct limits limits;
    enum network_mode network;
    bool has_networks;
    struct wire_list networks;   /* bridge: the networks to be on; absent: the one called bridge */
    bool has_network_container;
    struct container_ref network_container;   /* container: whose network */
    bool has_ports;
    struct wire_list ports;   /* bridge: ports of the host that lead to it */
    bool has_dns;
    struct wire_list dns;   /* where names that are no container's are asked, instead of the host's resolvers */
    bool has_dns_search;
    struct wire_list dns_search;   /* for its resolv.conf */
    bool has_dns_options;
    struct wire_list dns_options;   /* for its resolv.conf */
    bool has_extra_hosts;
    struct wire_list extra_hosts;   /* host name to address, for its hosts file */
    bool has_policy;
    struct policy policy;   /* beside those of its networks */
    bool icc;   /* a control socket inside, /run/quilt/control.sock, with its own rights only */
    bool stdin_;   /* its command reads what container.write brings, until its end; else /dev/null */
    bool has_health;
    struct health_check_spec health;   /* default: the image's */
    bool no_health;   /* not the image's health check either */
    bool has_setup;
    struct wire_list setup;   /* run inside before its command, as root: `npm: NAME…`, `pip: NAME…`, `apt: NAME…`, `apk: NAME…`, or a command for the shell; one that fails ends the start */
    bool tty;   /* its command has a terminal: stdin, stdout and stderr are that */
    uint64_t tty_rows;
    uint64_t tty_columns;
    bool has_rate_in_bytes;
    uint64_t rate_in_bytes;   /* bound of what it receives */
    bool has_rate_out_bytes;
    uint64_t rate_out_bytes;   /* bound of what it sends */
    bool read_only;   /* root filesystem read-only */
    bool has_mounts;
    struct wire_list mounts;
    bool has_secrets;
    struct wire_list secrets;
    bool has_storage_bytes;
    uint64_t storage_bytes;   /* bound of what it writes to its own layer, where the filesystem can enforce one (btrfs with quotas); elsewhere an error */
    bool has_origin;
    struct origin origin;   /* set by fork, not by requests */
    bool has_image_volumes;
    struct wire_list image_volumes;   /* directories that the image wants; what a request says here is replaced by what the image says */
    bool has_rlimits;
    struct wire_list rlimits;
    bool has_userns;
    struct userns userns;   /* absent: the host's user namespace */
    bool has_cap_add;
    struct wire_list cap_add;   /* capabilities beyond the default set, lower case without CAP_ */
    bool has_cap_drop;
    struct wire_list cap_drop;   /* taken from the default set; `all` for every one */
    bool seccomp;   /* the default system call filter */
    bool no_new_privs;   /* setuid programs gain nothing */
    uint64_t shm_bytes;   /* size of /dev/shm */
    bool has_stop_signal;
    uint64_t stop_signal;   /* what stop sends first; default: the image's, or TERM */
    uint64_t stop_grace_ms;   /* between that signal and SIGKILL */
    enum restart_policy restart;
    uint64_t restart_max;   /* on-failure: attempts, 0: no bound */
    bool has_timeout_ms;
    uint64_t timeout_ms;   /* stop it after this time of running */
    bool auto_remove;   /* remove it when it ends */
    uint64_t log_max_bytes;   /* kept output; log_full says what happens beyond it */
    bool has_log_segment_bytes;
    uint64_t log_segment_bytes;   /* a new file after so many; default: a quarter of that, at most 4 MiB */
    bool has_log_segments;
    uint64_t log_segments;   /* files at most, whatever their size */
    enum log_full log_full;
};
int container_spec_read(struct wire_reader *r, struct container_spec *out, struct err *e);
void container_spec_write(struct wire_writer *w, const struct container_spec *m);
/* How a command ended. code is absent when a signal ended it or nobody knows. */
struct container_exit {
    enum exit_reason reason;
    bool has_code;
    uint64_t code;   /* exit status, 0 to 255 */
    bool has_signal;
    uint64_t signal;   /* the signal that ended it */
    uint64_t oom_kills;   /* processes of this incarnation that the kernel killed for memory */
    bool has_time_ns;
    uint64_t time_ns;   /* when, by the wall clock */
    bool has_run_ns;
    uint64_t run_ns;   /* how long it ran, by the boot clock */
    bool has_memory_peak_bytes;
    uint64_t memory_peak_bytes;
    bool has_cpu_ns;
    uint64_t cpu_ns;
    uint64_t log_dropped_bytes;   /* output dropped by rotation */
    bool output_complete;   /* false: a descendant kept the pipes open beyond the grace time */
};
int container_exit_read(struct wire_reader *r, struct container_exit *out, struct err *e);
void container_exit_write(struct wire_writer *w, const struct container_exit *m);
/* Where the time of a start went, in nanoseconds each. */
struct phases {
    uint64_t image_ns;   /* finding or unpacking the image */
    uint64_t commit_ns;   /* making the intent durable */
    uint64_t spawn_ns;   /* starting the keeper's program, and the command's */
    uint64_t cgroup_ns;   /* groups and limits */
    uint64_t clone_ns;   /* namespaces */
    uint64_t rootfs_ns;   /* overlay, proc, sys, dev, mounts, pivot */
    uint64_t exec_ns;   /* privileges, execve */
    uint64_t network_ns;   /* claiming the network and its name */
};
int phases_read(struct wire_reader *r, struct phases *out, struct err *e);
void phases_write(struct wire_writer *w, const struct phases *m);
/* One container's counters: raw, since its start, from the kernel. What the host does not count is absent. */
struct sample {
    struct container_id id;
    uint64_t boot_ns;   /* when they were read, by the boot clock: rates are differences */
    uint64_t memory_bytes;   /* in use now */
    uint64_t memory_peak_bytes;
    uint64_t cpu_ns;   /* used since the start */
    uint64_t pids;
    bool has_throttled_ns;
    uint64_t throttled_ns;   /* held back by its CPU limit */
    bool has_throttled_periods;
    uint64_t throttled_periods;
    bool has_flows_boot_ns;
    uint64_t flows_boot_ns;   /* when the following five were read: of many containers not each second */
    bool has_cache_bytes;
    uint64_t cache_bytes;   /* of memory_bytes, file contents */
    bool has_read_bytes;
    uint64_t read_bytes;   /* from disks */
    bool has_written_bytes;
    uint64_t written_bytes;   /* to disks */
    bool has_received_bytes;
    uint64_t received_bytes;   /* from its networks */
    bool has_sent_bytes;
    uint64_t sent_bytes;   /* to its networks */
    bool has_memory_limit_bytes;
    uint64_t memory_limit_bytes;
    bool has_cpu_limit_millis;
    uint64_t cpu_limit_millis;
};
int sample_read(struct wire_reader *r, struct sample *out, struct err *e);
void sample_write(struct wire_writer *w, const struct sample *m);
/* The last sample of a container that runs. */
struct stats_view {
    bool has_name;
    struct container_name name;
    struct sample sample;
};
int stats_view_read(struct wire_reader *r, struct stats_view *out, struct err *e);
void stats_view_write(struct wire_writer *w, const struct stats_view *m);
/* One point of a container's history. */
struct metric {
    uint64_t time_ns;   /* wall clock */
    struct sample sample;
};
int metric_read(struct wire_reader *r, struct metric *out, struct err *e);
void metric_write(struct wire_writer *w, const struct metric *m);
/* A container as a client sees it. */
struct container_view {
    struct container_id id;
    bool has_name;
    struct container_name name;
    enum state state;
    enum want want;
    struct wire_span image;   /* as it was named */
    bool has_digest;
    struct digest digest;   /* what it was */
    struct wire_list argv;
    bool has_labels;
    struct wire_list labels;
    uint64_t incarnation;   /* counts the starts */
    uint64_t restarts;   /* starts by the restart policy */
    bool has_pid;
    uint64_t pid;   /* of its process 1, while it runs */
    uint64_t created_ns;   /* wall clock */
    bool has_started_ns;
    uint64_t started_ns;   /* wall clock */
    bool has_uptime_ns;
    uint64_t uptime_ns;   /* boot clock, while it runs */
    bool has_exit;
    struct container_exit exit;   /* of the last incarnation that ended */
    bool has_error;
    struct wire_span error;   /* why it failed */
    bool has_error_code;
    struct word error_code;   /* the code that the start was answered with */
    bool has_memory_bytes;
    uint64_t memory_bytes;   /* sampled each second while it runs */
    bool has_memory_peak_bytes;
    uint64_t memory_peak_bytes;
    bool has_cpu_ns;
    uint64_t cpu_ns;
    bool has_pids;
    uint64_t pids;
    bool has_sampled_ns;
    uint64_t sampled_ns;   /* age of those four */
    bool has_networks;
    struct wire_list networks;   /* where it is, once it was started */
    bool has_health;
    enum health_status health;   /* while it runs, where there is a health check */
};
int container_view_read(struct wire_reader *r, struct container_view *out, struct err *e);
void container_view_write(struct wire_writer *w, const struct container_view *m);
/* A container as the monitor sees it. */
struct container_record {
    struct container_id id;
    enum state state;
    enum want want;
    uint64_t incarnation;
    uint64_t restarts;
    struct digest digest;
    bool repair;   /* a repair layer lies over the image */
    bool has_layers;
    struct wire_list layers;   /* of the image, the lowest first */
    uint64_t created_ns;
    bool has_started_ns;
    uint64_t started_ns;
    bool has_started_boot_ns;
    uint64_t started_boot_ns;
    bool has_stop_reason;
    enum exit_reason stop_reason;   /* why it is being stopped */
    bool has_kill_at_boot_ns;
    uint64_t kill_at_boot_ns;   /* when a stop becomes a kill */
    struct word boot_id;   /* the boot in which it was last started */
    bool has_exit;
    struct container_exit exit;
    bool has_error;
    struct wire_span error;
    bool has_error_code;
    struct word error_code;
    struct wire_span spec;   /* its container_spec */
    bool has_attachments;
    struct wire_list attachments;   /* its leases */
    bool has_health;
    enum health_status health;
    uint64_t generation;   /* of the names */
};
int container_record_read(struct wire_reader *r, struct container_record *out, struct err *e);
void container_record_write(struct wire_writer *w, const struct container_record *m);
/* What is kept of an exec session beside its output, for a monitor that comes later. */
struct exec_record {
    struct wire_list argv;
    uint64_t uid;   /* who asked */
    uint64_t started_ns;   /* wall clock */
    bool has_deadline_boot_ms;
    uint64_t deadline_boot_ms;   /* when it is killed */
    bool stdin_;   /* it has an input */
    bool tty;   /* it has a terminal */
    bool work;   /* it is Quilt's own: a copy, a diff */
    bool tree;   /* and has made the tree of a container that did not run */
};
int exec_record_read(struct wire_reader *r, struct exec_record *out, struct err *e);
void exec_record_write(struct wire_writer *w, const struct exec_record *m);
/* An exec session as a client sees it. */
struct exec_session {
    struct exec_id exec_id;
    struct wire_list argv;
    enum exec_state state;
    uint64_t uid;   /* who asked */
    uint64_t started_ns;   /* wall clock */
    bool stdin_;   /* it has an input */
    bool tty;   /* it has a terminal */
    bool has_exit;
    struct container_exit exit;   /* once it has ended */
    bool has_error;
    struct wire_span error;   /* why it failed */
};
int exec_session_read(struct wire_reader *r, struct exec_session *out, struct err *e);
void exec_session_write(struct wire_writer *w, const struct exec_session *m);
/* What is kept of an exec session for as long as its container is. */
struct exec_past {
    struct exec_id exec_id;
    uint64_t incarnation;   /* of the container */
    uint64_t uid;   /* who asked */
    uint64_t started_ns;   /* wall clock */
    uint64_t pid;
    bool has_exit;
    struct container_exit exit;   /* once it has ended */
};
int exec_past_read(struct wire_reader *r, struct exec_past *out, struct err *e);
void exec_past_write(struct wire_writer *w, const struct exec_past *m);
/* One entry of the event log. */
struct event {
    uint64_t v;   /* 1 */
    uint64_t seq;   /* counts all events, without a gap */
    uint64_t cseq;   /* counts the container's events, without a gap */
    struct log_id log_id;
    uint64_t time_ns;   /* wall clock */
    uint64_t boot_ns;   /* boot clock */
    struct word type;   /* created, starting, … */
    bool has_container;
    struct container_id container;
    bool has_incarnation;
    uint64_t incarnation;
    struct cause cause;
    bool has_attrs;
    struct wire_span attrs;   /* the event's own fields */
};
int event_read(struct wire_reader *r, struct event *out, struct err *e);
void event_write(struct wire_writer *w, const struct event *m);
/* One process of Quilt's. */
struct actor_status {
    struct word name;
    enum actor_state state;
    uint64_t pid;   /* 0 when down */
    uint64_t restarts;   /* since the supervisor started */
};
int actor_status_read(struct wire_reader *r, struct actor_status *out, struct err *e);
void actor_status_write(struct wire_writer *w, const struct actor_status *m);
/* An image: what it is, not what is in it. */
struct image {
    struct digest digest;   /* of its manifest */
    struct digest config_digest;   /* of its configuration: what docker calls the image's id */
    struct wire_span source;   /* where it came from last: a path, a registry's name, a container */
    bool has_tags;
    struct wire_list tags;
    uint64_t bytes;   /* unpacked, all layers */
    uint64_t blob_bytes;   /* as they came: what save and push give */
    uint64_t entries;   /* files, directories and links */
    uint64_t layers;
    uint64_t repaired;   /* broken tools that a repair layer supplies */
    struct word os;
    bool has_architecture;
    struct word architecture;
    uint64_t created_ns;   /* when it came here */
};
int image_read(struct wire_reader *r, struct image *out, struct err *e);
void image_write(struct wire_writer *w, const struct image *m);
/* One layer. */
struct image_layer {
    struct digest diff;   /* of the uncompressed archive: what the unpacked tree is called */
    struct digest blob;   /* of the archive as it is kept */
    struct wire_span media;   /* media type of the blob */
    uint64_t blob_bytes;
    uint64_t bytes;   /* unpacked */
    uint64_t entries;
    bool has_path;
    struct wire_span path;   /* inside a layout that is being read */
};
int image_layer_read(struct wire_reader *r, struct image_layer *out, struct err *e);
void image_layer_write(struct wire_writer *w, const struct image_layer *m);
/* What an image says of the containers made from it; the request's own fields override it. */
struct image_config {
    bool has_entrypoint;
    struct wire_list entrypoint;   /* goes before the command */
    bool has_cmd;
    struct wire_list cmd;   /* the command if none is given */
    bool has_env;
    struct wire_list env;
    bool has_user;
    struct wire_span user;
    bool has_workdir;
    struct wire_span workdir;
    bool has_labels;
    struct wire_list labels;   /* of the image: not of its containers */
    bool has_exposed_ports;
    struct wire_list exposed_ports;   /* as 80/tcp: shown, not published */
    bool has_volumes;
    struct wire_list volumes;   /* directories that are made if they are missing, and that commit leaves out */
    bool has_stop_signal;
    uint64_t stop_signal;
    bool has_health;
    struct health_check_spec health;
};
int image_config_read(struct wire_reader *r, struct image_config *out, struct err *e);
void image_config_write(struct wire_writer *w, const struct image_config *m);
/* One line of an image's history. */
struct image_step {
    bool has_created;
    struct wire_span created;   /* as the image says it */
    bool has_created_by;
    struct wire_span created_by;
    bool has_comment;
    struct wire_span comment;
    bool empty;   /* it made no layer */
};
int image_step_read(struct wire_reader *r, struct image_step *out, struct err *e);
void image_step_write(struct wire_writer *w, const struct image_step *m);
/* All that is known of an image. */
struct image_record {
    struct image image;
    struct wire_list layers;   /* the lowest first */
    struct image_config config;
    bool has_history;
    struct wire_list history;
    struct wire_span manifest_media;
    uint64_t manifest_bytes;
    struct wire_span config_media;
    uint64_t config_bytes;
    bool has_stamp;
    struct wire_span stamp;   /* of the file it came from: the same again needs no reading */
};
int image_record_read(struct wire_reader *r, struct image_record *out, struct err *e);
void image_record_write(struct wire_writer *w, const struct image_record *m);
/* What a layout holds, as the process says that read it. */
struct image_plan {
    struct image_record record;
    bool has_names;
    struct wire_list names;   /* that the layout gives the image */
    struct wire_span manifest;
    struct wire_span config;
};
int image_plan_read(struct wire_reader *r, struct image_plan *out, struct err *e);
void image_plan_write(struct wire_writer *w, const struct image_plan *m);
/* Part of an image on its way: one that is unpacked, a layer of it, or a blob from or to a registry. */
struct progress {
    struct wire_span source;   /* the image */
    bool has_layer;
    struct digest layer;   /* which of its blobs; absent: its archive */
    struct word what;   /* unpacking, pulling, pushing, packing */
    uint64_t done_bytes;   /* of the archive or blob */
    uint64_t total_bytes;
};
int progress_read(struct wire_reader *r, struct progress *out, struct err *e);
void progress_write(struct wire_writer *w, const struct progress *m);
/* What something takes on the disk. */
struct disk_use {
    struct word kind;   /* image, container, volume, snapshot, partial, upload, trash */
    struct wire_span name;
    uint64_t bytes;   /* image: what it alone has, unpacked and as it came */
    uint64_t files;
    bool used;   /* something needs it: prune leaves it */
};
int disk_use_read(struct wire_reader *r, struct disk_use *out, struct err *e);
void disk_use_write(struct wire_writer *w, const struct disk_use *m);
/* Something on the disk that should be otherwise. */
struct finding {
    struct word what;   /* stray, missing, damaged, unknown */
    struct wire_span name;
    struct wire_span text;   /* what is wrong */
    bool mended;
};
int finding_read(struct wire_reader *r, struct finding *out, struct err *e);
void finding_write(struct wire_writer *w, const struct finding *m);
/* An intent: something is being deleted, and will be whatever ends meanwhile. */
struct cleanup {
    struct word kind;   /* image, volume, secret or snapshot */
    struct wire_span key;   /* its digest or name */
};
int cleanup_read(struct wire_reader *r, struct cleanup *out, struct err *e);
void cleanup_write(struct wire_writer *w, const struct cleanup *m);
/* A mutating request with an idempotency key, and what was answered. */
struct operation {
    struct idem_key key;
    struct word verb;
    uint64_t uid;
    uint64_t time_ns;
    bool has_container;
    struct container_id container;
};
int operation_read(struct wire_reader *r, struct operation *out, struct err *e);
void operation_write(struct wire_writer *w, const struct operation *m);
/* Describes the bytes in the frame that follows; empty parts keep an idle stream alive. */
struct log_part {
    enum stream_name stream;
    uint64_t seq;   /* record number; resume with after */
    uint64_t offset;   /* of the first byte, counting all output of both streams; the next part's tells a gap */
    uint64_t time_ns;   /* wall clock */
    bool has_container;
    struct container_id container;   /* first part of run: the id */
};
int log_part_read(struct wire_reader *r, struct log_part *out, struct err *e);
void log_part_write(struct wire_writer *w, const struct log_part *m);
/* Protocol range, limits, and where the event log stands. */
struct hello {
};
int hello_read(struct wire_reader *r, struct hello *out, struct err *e);
void hello_write(struct wire_writer *w, const struct hello *m);

struct hello_reply {
    uint64_t protocol_min;
    uint64_t protocol_max;
    struct word version;   /* Quilt's */
    struct wire_list features;
    uint64_t frame_bytes;   /* largest control frame */
    uint64_t chunk_bytes;   /* largest data chunk */
    struct word role;   /* the caller's */
    bool has_log_id;
    struct log_id log_id;   /* absent while the store is restarting */
    uint64_t head_seq;
    bool has_container;
    struct container_id container;   /* whose socket this is */
};
int hello_reply_read(struct wire_reader *r, struct hello_reply *out, struct err *e);
void hello_reply_write(struct wire_writer *w, const struct hello_reply *m);
/* Whether every actor is ready. */
struct health {
};
int health_read(struct wire_reader *r, struct health *out, struct err *e);
void health_write(struct wire_writer *w, const struct health *m);

struct health_reply {
    bool ready;
    struct wire_list actors;
};
int health_reply_read(struct wire_reader *r, struct health_reply *out, struct err *e);
void health_reply_write(struct wire_writer *w, const struct health_reply *m);
/* Counts, and where things are kept. */
struct info {
};
int info_read(struct wire_reader *r, struct info *out, struct err *e);
void info_write(struct wire_writer *w, const struct info *m);

struct info_reply {
    struct word version;
    struct log_id log_id;
    uint64_t head_seq;
    uint64_t oldest_seq;
    uint64_t containers;   /* not removed */
    uint64_t running;
    uint64_t paused;
    uint64_t exited;
    uint64_t images;
    uint64_t schema;   /* number of the last migration */
    struct word boot_id;
};
int info_reply_read(struct wire_reader *r, struct info_reply *out, struct err *e);
void info_reply_write(struct wire_writer *w, const struct info_reply *m);
/* End Quilt. Containers go on unless containers is true: then they are stopped first. */
struct shutdown {
    bool containers;
};
int shutdown_read(struct wire_reader *r, struct shutdown *out, struct err *e);
void shutdown_write(struct wire_writer *w, const struct shutdown *m);

struct shutdown_reply {
    uint64_t stopped;   /* containers stopped */
};
int shutdown_reply_read(struct wire_reader *r, struct shutdown_reply *out, struct err *e);
void shutdown_reply_write(struct wire_writer *w, const struct shutdown_reply *m);
/* Make a container; it is not started. */
struct container_create {
    struct container_spec container_spec;
};
int container_create_read(struct wire_reader *r, struct container_create *out, struct err *e);
void container_create_write(struct wire_writer *w, const struct container_create *m);

struct container_create_reply {
    struct container_id id;
};
int container_create_reply_read(struct wire_reader *r, struct container_create_reply *out, struct err *e);
void container_create_reply_write(struct wire_writer *w, const struct container_create_reply *m);
/* Create and start. With attach (data socket only) its output follows as parts and the last one says how it ended; without, the reply comes when it runs. */
struct container_run {
    struct container_spec container_spec;
    bool attach;
    uint64_t credit_bytes;   /* how much may be sent before stream.credit */
};
int container_run_read(struct wire_reader *r, struct container_run *out, struct err *e);
void container_run_write(struct wire_writer *w, const struct container_run *m);

struct container_run_reply {
    struct container_id id;
    bool has_exit;
    struct container_exit exit;   /* attach: how it ended */
};
int container_run_reply_read(struct wire_reader *r, struct container_run_reply *out, struct err *e);
void container_run_reply_write(struct wire_writer *w, const struct container_run_reply *m);
/* Start a created or ended container; answered when it runs or failed. */
struct container_start {
    struct container_ref container;
};
int container_start_read(struct wire_reader *r, struct container_start *out, struct err *e);
void container_start_write(struct wire_writer *w, const struct container_start *m);

struct container_start_reply {
    struct container_id id;
};
int container_start_reply_read(struct wire_reader *r, struct container_start_reply *out, struct err *e);
void container_start_reply_write(struct wire_writer *w, const struct container_start_reply *m);
/* Signal, wait, kill; answered when it has ended. The deadline of the kill is durable. */
struct container_stop {
    struct container_ref container;
    bool has_signal;
    uint64_t signal;   /* default: the container's */
    bool has_grace_ms;
    uint64_t grace_ms;   /* default: the container's */
};
int container_stop_read(struct wire_reader *r, struct container_stop *out, struct err *e);
void container_stop_write(struct wire_writer *w, const struct container_stop *m);

struct container_stop_reply {
    struct container_id id;
    bool has_exit;
    struct container_exit exit;
};
int container_stop_reply_read(struct wire_reader *r, struct container_stop_reply *out, struct err *e);
void container_stop_reply_write(struct wire_writer *w, const struct container_stop_reply *m);
/* Send a signal, SIGKILL by default. SIGKILL reaches every process and is answered when the container has ended. */
struct container_kill {
    struct container_ref container;
    uint64_t signal;
};
int container_kill_read(struct wire_reader *r, struct container_kill *out, struct err *e);
void container_kill_write(struct wire_writer *w, const struct container_kill *m);

struct container_kill_reply {
    struct container_id id;
};
int container_kill_reply_read(struct wire_reader *r, struct container_kill_reply *out, struct err *e);
void container_kill_reply_write(struct wire_writer *w, const struct container_kill_reply *m);
/* Another size for a container's terminal; its foreground processes get SIGWINCH. */
struct container_resize {
    struct container_ref container;
    uint64_t tty_rows;
    uint64_t tty_columns;
};
int container_resize_read(struct wire_reader *r, struct container_resize *out, struct err *e);
void container_resize_write(struct wire_writer *w, const struct container_resize *m);

struct container_resize_reply {
};
int container_resize_reply_read(struct wire_reader *r, struct container_resize_reply *out, struct err *e);
void container_resize_reply_write(struct wire_writer *w, const struct container_resize_reply *m);
/* The output of a container from now on, or after a record, until it ends; the last part says how, as that of container.run. */
struct container_attach {
    struct container_ref container;
    uint64_t tail;   /* first so many of the last lines */
    bool has_after;
    uint64_t after;   /* attach again: the records after this number */
    bool has_offset;
    uint64_t offset;   /* attach again: from this byte on */
    uint64_t credit_bytes;
};
int container_attach_read(struct wire_reader *r, struct container_attach *out, struct err *e);
void container_attach_write(struct wire_writer *w, const struct container_attach *m);

struct container_attach_reply {
    struct container_id id;
    bool has_exit;
    struct container_exit exit;
};
int container_attach_reply_read(struct wire_reader *r, struct container_attach_reply *out, struct err *e);
void container_attach_reply_write(struct wire_writer *w, const struct container_attach_reply *m);
/* Bytes for the standard input of a container that was made with stdin, as exec.write has them for a session. The offset counts from the beginning of each start. */
struct container_write {
    struct container_ref container;
    bool has_offset;
    uint64_t offset;   /* of the first byte, from the beginning of its input; absent: behind what is there, which a repetition doubles */
    bool has_data;
    struct wire_span data;   /* at most 262144 bytes */
    bool end;   /* nothing follows */
};
int container_write_read(struct wire_reader *r, struct container_write *out, struct err *e);
void container_write_write(struct wire_writer *w, const struct container_write *m);

struct container_write_reply {
    uint64_t offset;   /* of the next byte */
    bool ended;   /* the input has ended: as asked, or because nobody reads it any more */
};
int container_write_reply_read(struct wire_reader *r, struct container_write_reply *out, struct err *e);
void container_write_reply_write(struct wire_writer *w, const struct container_write_reply *m);
/* Stop if it runs, then start. */
struct container_restart {
    struct container_ref container;
    bool has_grace_ms;
    uint64_t grace_ms;
};
int container_restart_read(struct wire_reader *r, struct container_restart *out, struct err *e);
void container_restart_write(struct wire_writer *w, const struct container_restart *m);

struct container_restart_reply {
    struct container_id id;
};
int container_restart_reply_read(struct wire_reader *r, struct container_restart_reply *out, struct err *e);
void container_restart_reply_write(struct wire_writer *w, const struct container_restart_reply *m);
/* Freeze every process. */
struct container_pause {
    struct container_ref container;
};
int container_pause_read(struct wire_reader *r, struct container_pause *out, struct err *e);
void container_pause_write(struct wire_writer *w, const struct container_pause *m);

struct container_pause_reply {
    struct container_id id;
};
int container_pause_reply_read(struct wire_reader *r, struct container_pause_reply *out, struct err *e);
void container_pause_reply_write(struct wire_writer *w, const struct container_pause_reply *m);
/* Undo pause. */
struct container_resume {
    struct container_ref container;
};
int container_resume_read(struct wire_reader *r, struct container_resume *out, struct err *e);
void container_resume_write(struct wire_writer *w, const struct container_resume *m);

struct container_resume_reply {
    struct container_id id;
};
int container_resume_reply_read(struct wire_reader *r, struct container_resume_reply *out, struct err *e);
void container_resume_reply_write(struct wire_writer *w, const struct container_resume_reply *m);
/* Forget a container and everything it had; one that runs only with force. A tombstone keeps its exit. */
struct container_remove {
    struct container_ref container;
    bool force;   /* kill it first */
};
int container_remove_read(struct wire_reader *r, struct container_remove *out, struct err *e);
void container_remove_write(struct wire_writer *w, const struct container_remove *m);

struct container_remove_reply {
    struct container_id id;
};
int container_remove_reply_read(struct wire_reader *r, struct container_remove_reply *out, struct err *e);
void container_remove_reply_write(struct wire_writer *w, const struct container_remove_reply *m);
/* Give another name. */
struct container_rename {
    struct container_ref container;
    struct container_name name;
};
int container_rename_read(struct wire_reader *r, struct container_rename *out, struct err *e);
void container_rename_write(struct wire_writer *w, const struct container_rename *m);

struct container_rename_reply {
    struct container_id id;
};
int container_rename_reply_read(struct wire_reader *r, struct container_rename_reply *out, struct err *e);
void container_rename_reply_write(struct wire_writer *w, const struct container_rename_reply *m);
/* Change limits, at once if it runs; what is absent stays. */
struct container_update {
    struct container_ref container;
    struct limits limits;
};
int container_update_read(struct wire_reader *r, struct container_update *out, struct err *e);
void container_update_write(struct wire_writer *w, const struct container_update *m);

struct container_update_reply {
    struct container_id id;
};
int container_update_reply_read(struct wire_reader *r, struct container_update_reply *out, struct err *e);
void container_update_reply_write(struct wire_writer *w, const struct container_update_reply *m);
/* Answered when the condition holds; also for a container that is removed already. */
struct container_wait {
    struct container_ref container;
    enum condition condition;   /* exited holds for failed and removed too; running, ready and healthy are also answered by an end, with its state */
};
int container_wait_read(struct wire_reader *r, struct container_wait *out, struct err *e);
void container_wait_write(struct wire_writer *w, const struct container_wait *m);

struct container_wait_reply {
    struct container_id id;
    enum state state;
    bool has_exit;
    struct container_exit exit;
    bool has_error;
    struct wire_span error;
    bool has_error_code;
    struct word error_code;   /* why it failed to start */
    bool has_health;
    enum health_status health;
};
int container_wait_reply_read(struct wire_reader *r, struct container_wait_reply *out, struct err *e);
void container_wait_reply_write(struct wire_writer *w, const struct container_wait_reply *m);
/* One container's state; waits for nothing. */
struct container_status {
    struct container_ref container;
};
int container_status_read(struct wire_reader *r, struct container_status *out, struct err *e);
void container_status_write(struct wire_writer *w, const struct container_status *m);

struct container_status_reply {
    struct container_view status;
    uint64_t as_of_seq;
};
int container_status_reply_read(struct wire_reader *r, struct container_status_reply *out, struct err *e);
void container_status_reply_write(struct wire_writer *w, const struct container_status_reply *m);
/* Everything that is known of one container. */
struct container_inspect {
    struct container_ref container;
};
int container_inspect_read(struct wire_reader *r, struct container_inspect *out, struct err *e);
void container_inspect_write(struct wire_writer *w, const struct container_inspect *m);

struct container_inspect_reply {
    struct container_view status;
    struct wire_span spec;   /* its container_spec */
    bool has_phases;
    struct phases phases;   /* of the last start */
    uint64_t as_of_seq;
};
int container_inspect_reply_read(struct wire_reader *r, struct container_inspect_reply *out, struct err *e);
void container_inspect_reply_write(struct wire_writer *w, const struct container_inspect_reply *m);
/* How a container came to be as it is, in words, and the events of its last incarnation. Also of a removed one. */
struct container_why {
    struct container_ref container;
};
int container_why_read(struct wire_reader *r, struct container_why *out, struct err *e);
void container_why_write(struct wire_writer *w, const struct container_why *m);

struct container_why_reply {
    struct container_id id;
    enum state state;
    uint64_t incarnation;
    struct wire_span summary;   /* a few sentences */
    bool has_asked_by;
    struct cause asked_by;   /* who asked it to end */
    bool has_asked_ns;
    uint64_t asked_ns;   /* wall clock */
    bool has_exit;
    struct container_exit exit;   /* of the last incarnation that ended */
    struct wire_list events;   /* at most 200 */
};
int container_why_reply_read(struct wire_reader *r, struct container_why_reply *out, struct err *e);
void container_why_reply_write(struct wire_writer *w, const struct container_why_reply *m);
/* The id behind a name, prefix or id. */
struct container_by_name {
    struct container_ref container;
};
int container_by_name_read(struct wire_reader *r, struct container_by_name *out, struct err *e);
void container_by_name_write(struct wire_writer *w, const struct container_by_name *m);

struct container_by_name_reply {
    struct container_id id;
};
int container_by_name_reply_read(struct wire_reader *r, struct container_by_name_reply *out, struct err *e);
void container_by_name_reply_write(struct wire_writer *w, const struct container_by_name_reply *m);
/* Containers in the order of their creation. */
struct container_list {
    bool all;   /* also those that do not run */
    bool has_states;
    struct wire_list states;   /* only these states */
    bool has_name;
    struct container_ref name;   /* only names that contain this */
    bool has_label;
    struct wire_span label;   /* only with this label: KEY or KEY=VALUE */
    uint64_t after;   /* only those listed after this position */
    uint64_t limit;   /* at most this many */
};
int container_list_read(struct wire_reader *r, struct container_list *out, struct err *e);
void container_list_write(struct wire_writer *w, const struct container_list *m);

struct container_list_reply {
    struct wire_list containers;
    uint64_t as_of_seq;
    bool has_next;
    uint64_t next;   /* there are more: ask again with after */
};
int container_list_reply_read(struct wire_reader *r, struct container_list_reply *out, struct err *e);
void container_list_reply_write(struct wire_writer *w, const struct container_list_reply *m);
/* Counters of containers that run, as they were last sampled; each is sampled once a second. The stats socket publishes the same. */
struct container_stats {
    bool has_container;
    struct container_ref container;   /* only this one */
    bool has_after;
    struct container_id after;   /* the next page */
};
int container_stats_read(struct wire_reader *r, struct container_stats *out, struct err *e);
void container_stats_write(struct wire_writer *w, const struct container_stats *m);

struct container_stats_reply {
    struct wire_list stats;   /* by id */
    uint64_t boot_ns;   /* now, by the boot clock */
    bool has_next;
    struct container_id next;   /* there are more: ask again with after */
};
int container_stats_reply_read(struct wire_reader *r, struct container_stats_reply *out, struct err *e);
void container_stats_reply_write(struct wire_writer *w, const struct container_stats_reply *m);
/* A container's counters over time: a point each ten seconds, kept for an hour, also after its end. */
struct container_stats_history {
    struct container_ref container;
    uint64_t since_ns;   /* wall clock */
};
int container_stats_history_read(struct wire_reader *r, struct container_stats_history *out, struct err *e);
void container_stats_history_write(struct wire_writer *w, const struct container_stats_history *m);

struct container_stats_history_reply {
    struct wire_list points;   /* oldest first */
};
int container_stats_history_reply_read(struct wire_reader *r, struct container_stats_history_reply *out, struct err *e);
void container_stats_history_reply_write(struct wire_writer *w, const struct container_stats_history_reply *m);
/* Output, as parts with a chunk of bytes each. */
struct container_logs {
    struct container_ref container;
    bool follow;   /* go on until it ends */
    bool stdout_;
    bool stderr_;
    bool has_since_ns;
    uint64_t since_ns;   /* wall clock */
    bool has_until_ns;
    uint64_t until_ns;   /* wall clock */
    bool has_tail;
    uint64_t tail;   /* only the last lines */
    bool has_after;
    uint64_t after;   /* only records after this number */
    bool has_offset;
    uint64_t offset;   /* from this byte on; `truncated` says the oldest that is left */
    uint64_t credit_bytes;   /* how much may be sent before stream.credit */
};
int container_logs_read(struct wire_reader *r, struct container_logs *out, struct err *e);
void container_logs_write(struct wire_writer *w, const struct container_logs *m);

struct container_logs_reply {
    uint64_t last_seq;   /* last record sent */
    uint64_t dropped_bytes;   /* bytes of output between the first and the last part that were dropped before they were read */
    bool has_exit;
    struct container_exit exit;   /* follow: how it ended */
};
int container_logs_reply_read(struct wire_reader *r, struct container_logs_reply *out, struct err *e);
void container_logs_reply_write(struct wire_writer *w, const struct container_logs_reply *m);
/* Output before this byte is not needed any more: whole files of it are removed, and a container that waits for room in its log goes on. */
struct container_trim {
    struct container_ref container;
    uint64_t offset;   /* as parts have it */
};
int container_trim_read(struct wire_reader *r, struct container_trim *out, struct err *e);
void container_trim_write(struct wire_writer *w, const struct container_trim *m);

struct container_trim_reply {
};
int container_trim_reply_read(struct wire_reader *r, struct container_trim_reply *out, struct err *e);
void container_trim_reply_write(struct wire_writer *w, const struct container_trim_reply *m);
/* Files and directories of a container, running or not, as a tar archive: a session whose output it is. Read it with exec.read, let it go on with exec.trim. On stderr: `total BYTES`, and what failed. */
struct container_copy_out {
    struct container_ref container;
    struct wire_list paths;   /* inside; each is an entry at the top of the archive, by its last name; of / without what is mounted in it */
    bool has_exec_id;
    struct exec_id exec_id;
};
int container_copy_out_read(struct wire_reader *r, struct container_copy_out *out, struct err *e);
void container_copy_out_write(struct wire_writer *w, const struct container_copy_out *m);

struct container_copy_out_reply {
    struct exec_id exec_id;
};
int container_copy_out_reply_read(struct wire_reader *r, struct container_copy_out_reply *out, struct err *e);
void container_copy_out_reply_write(struct wire_writer *w, const struct container_copy_out_reply *m);
/* A tar archive (also gzip, zstd, xz, bzip2) into a container, running or not: a session whose input it is. Write it with exec.write, then exec.wait; what failed is on its stderr. */
struct container_copy_in {
    struct container_ref container;
    struct wire_span path;   /* inside: a directory for the archive's entries, or the new name of the one thing in it */
    bool has_exec_id;
    struct exec_id exec_id;
};
int container_copy_in_read(struct wire_reader *r, struct container_copy_in *out, struct err *e);
void container_copy_in_write(struct wire_writer *w, const struct container_copy_in *m);

struct container_copy_in_reply {
    struct exec_id exec_id;
};
int container_copy_in_reply_read(struct wire_reader *r, struct container_copy_in_reply *out, struct err *e);
void container_copy_in_reply_write(struct wire_writer *w, const struct container_copy_in_reply *m);
/* What changed in a container's tree, beside mounts: a session whose output is lines of `A PATH` (added), `C PATH` (changed), `D PATH` (deleted), with control characters and backslashes as \ooo. */
struct container_diff {
    struct container_ref container;
    bool has_exec_id;
    struct exec_id exec_id;
};
int container_diff_read(struct wire_reader *r, struct container_diff *out, struct err *e);
void container_diff_write(struct wire_writer *w, const struct container_diff *m);

struct container_diff_reply {
    struct exec_id exec_id;
};
int container_diff_reply_read(struct wire_reader *r, struct container_diff_reply *out, struct err *e);
void container_diff_reply_write(struct wire_writer *w, const struct container_diff_reply *m);
/* New containers with the files of one as they are now, or of a snapshot. A running one is frozen while they are taken. Limits, policy and labels come along; published ports and fixed addresses do not. They are created, not started. */
struct container_fork {
    bool has_container;
    struct container_ref container;   /* running, paused, created or ended */
    bool has_snapshot;
    struct volume_name snapshot;   /* instead */
    bool has_name;
    struct container_name name;   /* of several: NAME-1, NAME-2 … */
    uint64_t count;   /* 1 to 256 */
    bool secrets;   /* its secrets come along */
};
int container_fork_read(struct wire_reader *r, struct container_fork *out, struct err *e);
void container_fork_write(struct wire_writer *w, const struct container_fork *m);

struct container_fork_reply {
    struct wire_list ids;
    bool has_source_state;
    enum state source_state;   /* of the container, when they were taken */
    struct word method;   /* snapshot (btrfs), reflink or copy */
    uint64_t frozen_ns;   /* how long it was frozen */
    uint64_t bytes;   /* taken; 0 for a snapshot, which counts nothing */
    uint64_t entries;
};
int container_fork_reply_read(struct wire_reader *r, struct container_fork_reply *out, struct err *e);
void container_fork_reply_write(struct wire_writer *w, const struct container_fork_reply *m);
/* Keep the files of a container as they are now, under a name, for container.fork. A running one is frozen while they are taken. */
struct container_snapshot {
    struct container_ref container;
    struct volume_name name;
    bool has_labels;
    struct wire_list labels;
};
int container_snapshot_read(struct wire_reader *r, struct container_snapshot *out, struct err *e);
void container_snapshot_write(struct wire_writer *w, const struct container_snapshot *m);

struct container_snapshot_reply {
    enum state source_state;
    struct word method;
    uint64_t frozen_ns;
    uint64_t bytes;
    uint64_t entries;
};
int container_snapshot_reply_read(struct wire_reader *r, struct container_snapshot_reply *out, struct err *e);
void container_snapshot_reply_write(struct wire_writer *w, const struct container_snapshot_reply *m);
/* Make an image of a container: its image, and what it changed as one more layer. A running one is frozen while that is taken. */
struct container_commit {
    struct container_ref container;
    bool has_tag;
    struct tag_name tag;
    bool has_message;
    struct wire_span message;   /* for the history */
    bool has_author;
    struct wire_span author;
    bool has_config;
    struct image_config config;   /* what is to be otherwise than in its image; env and labels are added */
};
int container_commit_read(struct wire_reader *r, struct container_commit *out, struct err *e);
void container_commit_write(struct wire_writer *w, const struct container_commit *m);

struct container_commit_reply {
    struct image image;
    enum state source_state;
    uint64_t frozen_ns;
};
int container_commit_reply_read(struct wire_reader *r, struct container_commit_reply *out, struct err *e);
void container_commit_reply_write(struct wire_writer *w, const struct container_commit_reply *m);
/* Output of a session before this byte is not needed any more; a copy that waits for room goes on. */
struct exec_trim {
    struct container_ref container;
    struct exec_id exec_id;
    uint64_t offset;
};
int exec_trim_read(struct wire_reader *r, struct exec_trim *out, struct err *e);
void exec_trim_write(struct wire_writer *w, const struct exec_trim *m);

struct exec_trim_reply {
};
int exec_trim_reply_read(struct wire_reader *r, struct exec_trim_reply *out, struct err *e);
void exec_trim_reply_write(struct wire_writer *w, const struct exec_trim_reply *m);
/* Run a further process in a running container; its output follows as parts. The same exec_id again attaches to it instead. */
struct exec_start {
    struct container_ref container;
    bool has_exec_id;
    struct exec_id exec_id;
    struct wire_list argv;
    bool has_env;
    struct wire_list env;   /* beside the container's */
    bool has_workdir;
    struct wire_span workdir;
    bool has_user;
    struct wire_span user;
    bool has_after;
    uint64_t after;   /* attach again: only records after this number */
    bool has_offset;
    uint64_t offset;   /* attach again: from this byte on */
    uint64_t credit_bytes;
    bool detach;   /* answer when it runs, without its output; then it may be sent on the control socket, too */
    bool has_timeout_ms;
    uint64_t timeout_ms;   /* kill it and all that came of it after this time */
    bool stdin_;   /* it reads what exec.write brings, until its end; else /dev/null */
    bool tty;   /* it has a terminal: stdin, stdout and stderr are that */
    uint64_t tty_rows;
    uint64_t tty_columns;
};
int exec_start_read(struct wire_reader *r, struct exec_start *out, struct err *e);
void exec_start_write(struct wire_writer *w, const struct exec_start *m);

struct exec_start_reply {
    struct exec_id exec_id;
    bool has_exit;
    struct container_exit exit;   /* absent with detach */
};
int exec_start_reply_read(struct wire_reader *r, struct exec_start_reply *out, struct err *e);
void exec_start_reply_write(struct wire_writer *w, const struct exec_start_reply *m);
/* Another size for an exec session's terminal; its foreground processes get SIGWINCH. */
struct exec_resize {
    struct container_ref container;
    struct exec_id exec_id;
    uint64_t tty_rows;
    uint64_t tty_columns;
};
int exec_resize_read(struct wire_reader *r, struct exec_resize *out, struct err *e);
void exec_resize_write(struct wire_writer *w, const struct exec_resize *m);

struct exec_resize_reply {
};
int exec_resize_reply_read(struct wire_reader *r, struct exec_resize_reply *out, struct err *e);
void exec_resize_reply_write(struct wire_writer *w, const struct exec_resize_reply *m);
/* Bytes for the standard input of an exec session. Answered when its process can have them all; a repetition, from whatever connection, is harmless: what was taken before is skipped. Without data and end it asks where it stands. */
struct exec_write {
    struct container_ref container;
    struct exec_id exec_id;
    bool has_offset;
    uint64_t offset;   /* of the first byte, from the beginning of its input; absent: behind what is there, which a repetition doubles */
    bool has_data;
    struct wire_span data;   /* at most 262144 bytes */
    bool end;   /* nothing follows: its input ends behind these */
};
int exec_write_read(struct wire_reader *r, struct exec_write *out, struct err *e);
void exec_write_write(struct wire_writer *w, const struct exec_write *m);

struct exec_write_reply {
    uint64_t offset;   /* of the next byte */
    bool ended;   /* the input has ended: as asked, or because nobody reads it any more */
};
int exec_write_reply_read(struct wire_reader *r, struct exec_write_reply *out, struct err *e);
void exec_write_reply_write(struct wire_writer *w, const struct exec_write_reply *m);
/* The output of an exec session, from its beginning or after a record, until it ends; as exec.start gives it. */
struct exec_read {
    struct container_ref container;
    struct exec_id exec_id;
    bool has_after;
    uint64_t after;   /* only records after this number */
    bool has_offset;
    uint64_t offset;   /* from this byte on; `truncated` says the oldest that is left */
    uint64_t credit_bytes;
};
int exec_read_read(struct wire_reader *r, struct exec_read *out, struct err *e);
void exec_read_write(struct wire_writer *w, const struct exec_read *m);

struct exec_read_reply {
    struct exec_id exec_id;
    bool has_exit;
    struct container_exit exit;
};
int exec_read_reply_read(struct wire_reader *r, struct exec_read_reply *out, struct err *e);
void exec_read_reply_write(struct wire_writer *w, const struct exec_read_reply *m);
/* Wait until an exec session has ended. One that could not be started is that error. */
struct exec_wait {
    struct container_ref container;
    struct exec_id exec_id;
};
int exec_wait_read(struct wire_reader *r, struct exec_wait *out, struct err *e);
void exec_wait_write(struct wire_writer *w, const struct exec_wait *m);

struct exec_wait_reply {
    struct exec_id exec_id;
    struct container_exit exit;
};
int exec_wait_reply_read(struct wire_reader *r, struct exec_wait_reply *out, struct err *e);
void exec_wait_reply_write(struct wire_writer *w, const struct exec_wait_reply *m);
/* Exec sessions of a container: those that run, and for five minutes those that ended. */
struct exec_list {
    struct container_ref container;
};
int exec_list_read(struct wire_reader *r, struct exec_list *out, struct err *e);
void exec_list_write(struct wire_writer *w, const struct exec_list *m);

struct exec_list_reply {
    struct wire_list sessions;   /* in the order of their start */
};
int exec_list_reply_read(struct wire_reader *r, struct exec_list_reply *out, struct err *e);
void exec_list_reply_write(struct wire_writer *w, const struct exec_list_reply *m);
/* Exec sessions of a container since it was created, also those whose output is gone; of those that ended the last thousand. */
struct exec_history {
    struct container_ref container;
};
int exec_history_read(struct wire_reader *r, struct exec_history *out, struct err *e);
void exec_history_write(struct wire_writer *w, const struct exec_history *m);

struct exec_history_reply {
    struct wire_list sessions;   /* oldest first */
};
int exec_history_reply_read(struct wire_reader *r, struct exec_history_reply *out, struct err *e);
void exec_history_reply_write(struct wire_writer *w, const struct exec_history_reply *m);
/* Signal an exec session's process; KILL reaches all that came of it. */
struct exec_signal {
    struct container_ref container;
    struct exec_id exec_id;
    uint64_t signal;
};
int exec_signal_read(struct wire_reader *r, struct exec_signal *out, struct err *e);
void exec_signal_write(struct wire_writer *w, const struct exec_signal *m);

struct exec_signal_reply {
};
int exec_signal_reply_read(struct wire_reader *r, struct exec_signal_reply *out, struct err *e);
void exec_signal_reply_write(struct wire_writer *w, const struct exec_signal_reply *m);
/* Allow more bytes on a stream of this connection. Never answered. */
struct stream_credit {
    struct wire_span stream;   /* the id of the request that opened it */
    uint64_t bytes;   /* in addition to what is left */
};
int stream_credit_read(struct wire_reader *r, struct stream_credit *out, struct err *e);
void stream_credit_write(struct wire_writer *w, const struct stream_credit *m);

struct stream_credit_reply {
};
int stream_credit_reply_read(struct wire_reader *r, struct stream_credit_reply *out, struct err *e);
void stream_credit_reply_write(struct wire_writer *w, const struct stream_credit_reply *m);
/* End a stream of this connection. Never answered. */
struct stream_cancel {
    struct wire_span stream;
};
int stream_cancel_read(struct wire_reader *r, struct stream_cancel *out, struct err *e);
void stream_cancel_write(struct wire_writer *w, const struct stream_cancel *m);

struct stream_cancel_reply {
};
int stream_cancel_reply_read(struct wire_reader *r, struct stream_cancel_reply *out, struct err *e);
void stream_cancel_reply_write(struct wire_writer *w, const struct stream_cancel_reply *m);
/* Take an image in: a root filesystem archive, an OCI layout (directory or archive), a docker archive. What is there already is not unpacked again. */
struct image_import {
    bool has_path;
    struct wire_span path;   /* on this host */
    bool has_upload;
    struct word upload;   /* instead: what image.upload brought */
    bool has_tag;
    struct tag_name tag;   /* absent: the names that the layout gives, where no other image has them */
    bool has_ref;
    struct wire_span ref;   /* which image of the layout, by its name there */
    bool has_platform;
    struct wire_span platform;   /* OS/ARCHITECTURE[/VARIANT]; default: this host's */
    enum image_format format;
};
int image_import_read(struct wire_reader *r, struct image_import *out, struct err *e);
void image_import_write(struct wire_writer *w, const struct image_import *m);

struct image_import_reply {
    struct image image;
};
int image_import_reply_read(struct wire_reader *r, struct image_import_reply *out, struct err *e);
void image_import_reply_write(struct wire_writer *w, const struct image_import_reply *m);
/* Bytes of an archive that is not a file of this host. The same bytes again do nothing; what nobody imports goes after ten minutes. */
struct image_upload {
    struct word upload;   /* chosen by the client */
    uint64_t offset;   /* where they belong */
    struct wire_span data;   /* at most 262144 bytes */
};
int image_upload_read(struct wire_reader *r, struct image_upload *out, struct err *e);
void image_upload_write(struct wire_writer *w, const struct image_upload *m);

struct image_upload_reply {
    uint64_t size;   /* bytes that are there */
};
int image_upload_reply_read(struct wire_reader *r, struct image_upload_reply *out, struct err *e);
void image_upload_reply_write(struct wire_writer *w, const struct image_upload_reply *m);
/* Images. */
struct image_list {
};
int image_list_read(struct wire_reader *r, struct image_list *out, struct err *e);
void image_list_write(struct wire_writer *w, const struct image_list *m);

struct image_list_reply {
    struct wire_list images;
};
int image_list_reply_read(struct wire_reader *r, struct image_list_reply *out, struct err *e);
void image_list_reply_write(struct wire_writer *w, const struct image_list_reply *m);
/* Everything that is known of an image, and who uses it. */
struct image_inspect {
    struct wire_span image;   /* a tag or a digest */
};
int image_inspect_read(struct wire_reader *r, struct image_inspect *out, struct err *e);
void image_inspect_write(struct wire_writer *w, const struct image_inspect *m);

struct image_inspect_reply {
    struct image_record record;
    bool has_containers;
    struct wire_list containers;   /* made from it, and not removed */
};
int image_inspect_reply_read(struct wire_reader *r, struct image_inspect_reply *out, struct err *e);
void image_inspect_reply_write(struct wire_writer *w, const struct image_inspect_reply *m);
/* Give an image a further name. The name leaves the image that had it. */
struct image_tag {
    struct wire_span image;   /* a tag or a digest */
    struct tag_name tag;
};
int image_tag_read(struct wire_reader *r, struct image_tag *out, struct err *e);
void image_tag_write(struct wire_writer *w, const struct image_tag *m);

struct image_tag_reply {
    struct digest digest;
};
int image_tag_reply_read(struct wire_reader *r, struct image_tag_reply *out, struct err *e);
void image_tag_reply_write(struct wire_writer *w, const struct image_tag_reply *m);
/* Take a tag away; with its last tag, or by digest, the image goes with the layers that no other has. Refused while a container or snapshot is made from it. */
struct image_remove {
    struct wire_span image;   /* a tag or a digest */
    bool force;   /* by digest: also if it has several tags */
};
int image_remove_read(struct wire_reader *r, struct image_remove *out, struct err *e);
void image_remove_write(struct wire_writer *w, const struct image_remove *m);

struct image_remove_reply {
    struct digest digest;
    bool removed;   /* false: only the tag went */
};
int image_remove_reply_read(struct wire_reader *r, struct image_remove_reply *out, struct err *e);
void image_remove_reply_write(struct wire_writer *w, const struct image_remove_reply *m);
/* Remove images that have no tag and that nothing is made from. */
struct image_prune {
    bool all;   /* also those with tags */
    bool has_before_ns;
    uint64_t before_ns;   /* only those that came before this time, by the wall clock */
    bool has_label;
    struct wire_span label;   /* only those with this label, KEY or KEY=VALUE */
    bool dry_run;   /* only say which */
};
int image_prune_read(struct wire_reader *r, struct image_prune *out, struct err *e);
void image_prune_write(struct wire_writer *w, const struct image_prune *m);

struct image_prune_reply {
    struct wire_list images;
    uint64_t bytes;   /* unpacked and as they came, of what no other image has */
};
int image_prune_reply_read(struct wire_reader *r, struct image_prune_reply *out, struct err *e);
void image_prune_reply_write(struct wire_writer *w, const struct image_prune_reply *m);
/* A piece of the archive that an image is, as saved: the same image gives the same bytes, so that any piece can be asked for again. */
struct image_read {
    struct wire_span image;   /* a tag or a digest */
    enum save_format format;
    bool has_name;
    struct wire_span name;   /* the name it is given inside; default: the tag it was asked by */
    uint64_t offset;
};
int image_read_read(struct wire_reader *r, struct image_read *out, struct err *e);
void image_read_write(struct wire_writer *w, const struct image_read *m);

struct image_read_reply {
    struct digest digest;
    uint64_t total_bytes;   /* of the whole archive */
    struct wire_span data;   /* at most 262144 bytes; fewer only at its end */
};
int image_read_reply_read(struct wire_reader *r, struct image_read_reply *out, struct err *e);
void image_read_reply_write(struct wire_writer *w, const struct image_read_reply *m);
/* Fetch an image from a registry. Blobs and layers that are here are not fetched; a download that breaks off is gone on with, in this pull or the next. */
struct image_pull {
    struct wire_span name;   /* HOST[:PORT]/NAME[:TAG][@sha256:DIGEST] */
    bool has_tag;
    struct tag_name tag;   /* what it is called here; default: that name */
    bool has_platform;
    struct wire_span platform;   /* OS/ARCHITECTURE[/VARIANT]; default: this host's */
    bool plain_http;   /* without TLS; a registry of this machine's own is asked without it always, unless ca is given */
    bool has_auth;
    struct wire_span auth;   /* a docker config.json with credentials; used and forgotten */
    bool has_ca;
    struct wire_span ca;   /* certificates to trust, PEM */
};
int image_pull_read(struct wire_reader *r, struct image_pull *out, struct err *e);
void image_pull_write(struct wire_writer *w, const struct image_pull *m);

struct image_pull_reply {
    struct image image;
};
int image_pull_reply_read(struct wire_reader *r, struct image_pull_reply *out, struct err *e);
void image_pull_reply_write(struct wire_writer *w, const struct image_pull_reply *m);
/* Send an image to a registry, as it came here. Blobs that the registry has are not sent. */
struct image_push {
    struct wire_span image;   /* a tag or a digest */
    bool has_name;
    struct wire_span name;   /* HOST[:PORT]/NAME[:TAG]; default: the tag */
    bool plain_http;   /* as for image.pull */
    bool has_auth;
    struct wire_span auth;
    bool has_ca;
    struct wire_span ca;
};
int image_push_read(struct wire_reader *r, struct image_push *out, struct err *e);
void image_push_write(struct wire_writer *w, const struct image_push *m);

struct image_push_reply {
    struct digest digest;
};
int image_push_reply_read(struct wire_reader *r, struct image_push_reply *out, struct err *e);
void image_push_reply_write(struct wire_writer *w, const struct image_push_reply *m);
/* Images on their way in or out now. */
struct image_progress {
};
int image_progress_read(struct wire_reader *r, struct image_progress *out, struct err *e);
void image_progress_write(struct wire_writer *w, const struct image_progress *m);

struct image_progress_reply {
    struct wire_list images;
};
int image_progress_reply_read(struct wire_reader *r, struct image_progress_reply *out, struct err *e);
void image_progress_reply_write(struct wire_writer *w, const struct image_progress_reply *m);
/* What takes how much on the disk; measured now, beside everything else. */
struct disk_usage {
};
int disk_usage_read(struct wire_reader *r, struct disk_usage *out, struct err *e);
void disk_usage_write(struct wire_writer *w, const struct disk_usage *m);

struct disk_usage_reply {
    struct wire_list items;   /* at most 8000 */
    uint64_t layer_bytes;   /* all layers of images, unpacked */
    uint64_t blob_bytes;   /* as they came */
    uint64_t free_bytes;   /* left on the filesystem of the state directory */
};
int disk_usage_reply_read(struct wire_reader *r, struct disk_usage_reply *out, struct err *e);
void disk_usage_reply_write(struct wire_writer *w, const struct disk_usage_reply *m);
/* Compare the disk with what is known: nothing may be there that nobody knows, nothing be missing that somebody needs. */
struct disk_check {
    bool mend;   /* put right what can be: what is stray goes, what is told wrongly is told anew */
    bool deep;   /* also whether every blob still has its digest */
};
int disk_check_read(struct wire_reader *r, struct disk_check *out, struct err *e);
void disk_check_write(struct wire_writer *w, const struct disk_check *m);

struct disk_check_reply {
    struct wire_list findings;
    uint64_t checked;   /* things that were looked at */
};
int disk_check_reply_read(struct wire_reader *r, struct disk_check_reply *out, struct err *e);
void disk_check_reply_write(struct wire_writer *w, const struct disk_check_reply *m);
/* Make a named directory that outlives containers. It is never removed but by volume.remove and volume.prune. */
struct volume_create {
    struct volume_name name;
    bool has_labels;
    struct wire_list labels;
};
int volume_create_read(struct wire_reader *r, struct volume_create *out, struct err *e);
void volume_create_write(struct wire_writer *w, const struct volume_create *m);

struct volume_create_reply {
    struct volume volume;
};
int volume_create_reply_read(struct wire_reader *r, struct volume_create_reply *out, struct err *e);
void volume_create_reply_write(struct wire_writer *w, const struct volume_create_reply *m);
/* Volumes. */
struct volume_list {
    bool has_label;
    struct wire_span label;   /* KEY or KEY=VALUE */
};
int volume_list_read(struct wire_reader *r, struct volume_list *out, struct err *e);
void volume_list_write(struct wire_writer *w, const struct volume_list *m);

struct volume_list_reply {
    struct wire_list volumes;
};
int volume_list_reply_read(struct wire_reader *r, struct volume_list_reply *out, struct err *e);
void volume_list_reply_write(struct wire_writer *w, const struct volume_list_reply *m);
/* One volume, and who uses it. */
struct volume_inspect {
    struct volume_name volume;
};
int volume_inspect_read(struct wire_reader *r, struct volume_inspect *out, struct err *e);
void volume_inspect_write(struct wire_writer *w, const struct volume_inspect *m);

struct volume_inspect_reply {
    struct volume volume;
    bool has_containers;
    struct wire_list containers;   /* that are not removed */
};
int volume_inspect_reply_read(struct wire_reader *r, struct volume_inspect_reply *out, struct err *e);
void volume_inspect_reply_write(struct wire_writer *w, const struct volume_inspect_reply *m);
/* Delete a volume with all that is in it; refused while a container has it, running or not. */
struct volume_remove {
    struct volume_name volume;
};
int volume_remove_read(struct wire_reader *r, struct volume_remove *out, struct err *e);
void volume_remove_write(struct wire_writer *w, const struct volume_remove *m);

struct volume_remove_reply {
};
int volume_remove_reply_read(struct wire_reader *r, struct volume_remove_reply *out, struct err *e);
void volume_remove_reply_write(struct wire_writer *w, const struct volume_remove_reply *m);
/* Delete the volumes that no container has. */
struct volume_prune {
    bool has_label;
    struct wire_span label;   /* only those with it, KEY or KEY=VALUE */
    bool has_before_ns;
    uint64_t before_ns;   /* only those that were made before this time, by the wall clock */
    bool dry_run;   /* only say which */
};
int volume_prune_read(struct wire_reader *r, struct volume_prune *out, struct err *e);
void volume_prune_write(struct wire_writer *w, const struct volume_prune *m);

struct volume_prune_reply {
    struct wire_list volumes;
};
int volume_prune_reply_read(struct wire_reader *r, struct volume_prune_reply *out, struct err *e);
void volume_prune_reply_write(struct wire_writer *w, const struct volume_prune_reply *m);
/* Keep a secret for containers. It is in no inspect, event, log or database. */
struct secret_create {
    struct volume_name name;
    struct wire_span data;   /* at most 262144 bytes */
    bool has_labels;
    struct wire_list labels;
};
int secret_create_read(struct wire_reader *r, struct secret_create *out, struct err *e);
void secret_create_write(struct wire_writer *w, const struct secret_create *m);

struct secret_create_reply {
    struct volume secret;
};
int secret_create_reply_read(struct wire_reader *r, struct secret_create_reply *out, struct err *e);
void secret_create_reply_write(struct wire_writer *w, const struct secret_create_reply *m);
/* Secrets, by name. */
struct secret_list {
};
int secret_list_read(struct wire_reader *r, struct secret_list *out, struct err *e);
void secret_list_write(struct wire_writer *w, const struct secret_list *m);

struct secret_list_reply {
    struct wire_list secrets;
};
int secret_list_reply_read(struct wire_reader *r, struct secret_list_reply *out, struct err *e);
void secret_list_reply_write(struct wire_writer *w, const struct secret_list_reply *m);
/* Forget a secret; refused while a container has it. */
struct secret_remove {
    struct volume_name secret;
};
int secret_remove_read(struct wire_reader *r, struct secret_remove *out, struct err *e);
void secret_remove_write(struct wire_writer *w, const struct secret_remove *m);

struct secret_remove_reply {
};
int secret_remove_reply_read(struct wire_reader *r, struct secret_remove_reply *out, struct err *e);
void secret_remove_reply_write(struct wire_writer *w, const struct secret_remove_reply *m);
/* Snapshots. */
struct snapshot_list {
    bool has_label;
    struct wire_span label;   /* KEY or KEY=VALUE */
};
int snapshot_list_read(struct wire_reader *r, struct snapshot_list *out, struct err *e);
void snapshot_list_write(struct wire_writer *w, const struct snapshot_list *m);

struct snapshot_list_reply {
    struct wire_list snapshots;
};
int snapshot_list_reply_read(struct wire_reader *r, struct snapshot_list_reply *out, struct err *e);
void snapshot_list_reply_write(struct wire_writer *w, const struct snapshot_list_reply *m);
/* Delete a snapshot. Containers that began as it keep what they have. */
struct snapshot_remove {
    struct volume_name snapshot;
};
int snapshot_remove_read(struct wire_reader *r, struct snapshot_remove *out, struct err *e);
void snapshot_remove_write(struct wire_writer *w, const struct snapshot_remove *m);

struct snapshot_remove_reply {
};
int snapshot_remove_reply_read(struct wire_reader *r, struct snapshot_remove_reply *out, struct err *e);
void snapshot_remove_reply_write(struct wire_writer *w, const struct snapshot_remove_reply *m);
/* Make a network: a bridge with addresses, names and its own rules. */
struct network_create {
    struct network_name name;
    bool has_subnet;
    struct cidr subnet;   /* IPv4; default: a free /24 of 10.43.0.0 to 10.99.255.0 */
    bool has_gateway;
    struct ip_address gateway;   /* default: the first address */
    bool ipv6;   /* also IPv6 */
    bool has_subnet6;
    struct cidr subnet6;   /* a /64; default: one of the instance's own (RFC 4193) */
    bool internal;   /* no way out */
    bool has_labels;
    struct wire_list labels;
    bool has_policy;
    struct policy policy;   /* of every container on it */
};
int network_create_read(struct wire_reader *r, struct network_create *out, struct err *e);
void network_create_write(struct wire_writer *w, const struct network_create *m);

struct network_create_reply {
    struct network network;
};
int network_create_reply_read(struct wire_reader *r, struct network_create_reply *out, struct err *e);
void network_create_reply_write(struct wire_writer *w, const struct network_create_reply *m);
/* Remove a network that no container is on. */
struct network_remove {
    struct network_name network;
};
int network_remove_read(struct wire_reader *r, struct network_remove *out, struct err *e);
void network_remove_write(struct wire_writer *w, const struct network_remove *m);

struct network_remove_reply {
};
int network_remove_reply_read(struct wire_reader *r, struct network_remove_reply *out, struct err *e);
void network_remove_reply_write(struct wire_writer *w, const struct network_remove_reply *m);
/* Networks. */
struct network_list {
};
int network_list_read(struct wire_reader *r, struct network_list *out, struct err *e);
void network_list_write(struct wire_writer *w, const struct network_list *m);

struct network_list_reply {
    struct wire_list networks;
};
int network_list_reply_read(struct wire_reader *r, struct network_list_reply *out, struct err *e);
void network_list_reply_write(struct wire_writer *w, const struct network_list_reply *m);
/* One network and who is on it. */
struct network_inspect {
    struct network_name network;
};
int network_inspect_read(struct wire_reader *r, struct network_inspect *out, struct err *e);
void network_inspect_write(struct wire_writer *w, const struct network_inspect *m);

struct network_inspect_reply {
    struct network network;
    struct wire_list members;
    uint64_t addresses;   /* that can be leased */
    uint64_t leased;   /* active */
    uint64_t quarantined;
    uint64_t as_of_seq;
};
int network_inspect_reply_read(struct wire_reader *r, struct network_inspect_reply *out, struct err *e);
void network_inspect_reply_write(struct wire_writer *w, const struct network_inspect_reply *m);
/* Put a container on a further network, at once if it runs. */
struct network_connect {
    struct container_ref container;
    struct network_name network;
    bool has_address;
    struct ip_address address;
    bool has_mac;
    struct mac mac;
    bool has_aliases;
    struct wire_list aliases;
};
int network_connect_read(struct wire_reader *r, struct network_connect *out, struct err *e);
void network_connect_write(struct wire_writer *w, const struct network_connect *m);

struct network_connect_reply {
    bool has_attachment;
    struct attachment attachment;   /* absent: it does not run and was never started */
};
int network_connect_reply_read(struct wire_reader *r, struct network_connect_reply *out, struct err *e);
void network_connect_reply_write(struct wire_writer *w, const struct network_connect_reply *m);
/* Take a container off a network, at once if it runs. */
struct network_disconnect {
    struct container_ref container;
    struct network_name network;
};
int network_disconnect_read(struct wire_reader *r, struct network_disconnect *out, struct err *e);
void network_disconnect_write(struct wire_writer *w, const struct network_disconnect *m);

struct network_disconnect_reply {
};
int network_disconnect_reply_read(struct wire_reader *r, struct network_disconnect_reply *out, struct err *e);
void network_disconnect_reply_write(struct wire_writer *w, const struct network_disconnect_reply *m);
/* Addresses that are leased, kept ready, or in quarantine. */
struct network_allocations {
    bool has_network;
    struct network_name network;   /* only this one's */
};
int network_allocations_read(struct wire_reader *r, struct network_allocations *out, struct err *e);
void network_allocations_write(struct wire_writer *w, const struct network_allocations *m);

struct network_allocations_reply {
    struct wire_list allocations;
};
int network_allocations_reply_read(struct wire_reader *r, struct network_allocations_reply *out, struct err *e);
void network_allocations_reply_write(struct wire_writer *w, const struct network_allocations_reply *m);
/* Published ports. */
struct network_ports {
};
int network_ports_read(struct wire_reader *r, struct network_ports *out, struct err *e);
void network_ports_write(struct wire_writer *w, const struct network_ports *m);

struct network_ports_reply {
    struct wire_list ports;
};
int network_ports_reply_read(struct wire_reader *r, struct network_ports_reply *out, struct err *e);
void network_ports_reply_write(struct wire_writer *w, const struct network_ports_reply *m);
/* The policy of a network or of a container. */
struct network_policy_get {
    bool has_network;
    struct network_name network;
    bool has_container;
    struct container_ref container;
};
int network_policy_get_read(struct wire_reader *r, struct network_policy_get *out, struct err *e);
void network_policy_get_write(struct wire_writer *w, const struct network_policy_get *m);

struct network_policy_get_reply {
    bool has_policy;
    struct policy policy;   /* absent: everything is allowed */
};
int network_policy_get_reply_read(struct wire_reader *r, struct network_policy_get_reply *out, struct err *e);
void network_policy_get_reply_write(struct wire_writer *w, const struct network_policy_get_reply *m);
/* Replace the policy of a network or of a container; it holds at once, for connections that are open too. */
struct network_policy_set {
    bool has_network;
    struct network_name network;
    bool has_container;
    struct container_ref container;
    bool has_policy;
    struct policy policy;   /* absent: none */
};
int network_policy_set_read(struct wire_reader *r, struct network_policy_set *out, struct err *e);
void network_policy_set_write(struct wire_writer *w, const struct network_policy_set *m);

struct network_policy_set_reply {
};
int network_policy_set_reply_read(struct wire_reader *r, struct network_policy_set_reply *out, struct err *e);
void network_policy_set_reply_write(struct wire_writer *w, const struct network_policy_set_reply *m);
/* Compares the kernel with what is recorded. */
struct network_health {
};
int network_health_read(struct wire_reader *r, struct network_health *out, struct err *e);
void network_health_write(struct wire_writer *w, const struct network_health *m);

struct network_health_reply {
    bool ok;
    struct wire_list checks;
};
int network_health_reply_read(struct wire_reader *r, struct network_health_reply *out, struct err *e);
void network_health_reply_write(struct wire_writer *w, const struct network_health_reply *m);
/* Names that are answered; a container sees those that it can ask for. */
struct dns_list {
};
int dns_list_read(struct wire_reader *r, struct dns_list *out, struct err *e);
void dns_list_write(struct wire_writer *w, const struct dns_list *m);

struct dns_list_reply {
    struct wire_list registrations;
    uint64_t generation;
};
int dns_list_reply_read(struct wire_reader *r, struct dns_list_reply *out, struct err *e);
void dns_list_reply_write(struct wire_writer *w, const struct dns_list_reply *m);
/* ICMP echo from one container's network to another container or address; needs no tool inside. */
struct icc_ping {
    bool has_from;
    struct container_ref from;   /* absent: the container that asks */
    struct dns_name to;   /* a container by id, name or alias, or an address */
    uint64_t count;   /* 1 to 100 */
    uint64_t interval_ms;
    uint64_t timeout_ms;   /* for each */
};
int icc_ping_read(struct wire_reader *r, struct icc_ping *out, struct err *e);
void icc_ping_write(struct wire_writer *w, const struct icc_ping *m);

struct icc_ping_reply {
    struct ip_address address;   /* that was pinged */
    uint64_t sent;
    uint64_t received;
    uint64_t min_ns;
    uint64_t avg_ns;
    uint64_t max_ns;
};
int icc_ping_reply_read(struct wire_reader *r, struct icc_ping_reply *out, struct err *e);
void icc_ping_reply_write(struct wire_writer *w, const struct icc_ping_reply *m);
/* Who talks to whom now, with bytes. */
struct icc_connections {
    bool has_container;
    struct container_ref container;   /* only this one's */
};
int icc_connections_read(struct wire_reader *r, struct icc_connections *out, struct err *e);
void icc_connections_write(struct wire_writer *w, const struct icc_connections *m);

struct icc_connections_reply {
    struct wire_list connections;
};
int icc_connections_reply_read(struct wire_reader *r, struct icc_connections_reply *out, struct err *e);
void icc_connections_reply_write(struct wire_writer *w, const struct icc_connections_reply *m);
/* Put a message into the inbox of a container, or of all that have a label. It is kept until it is acknowledged. */
struct icc_publish {
    bool has_to;
    struct container_ref to;   /* a container */
    bool has_label;
    struct wire_span label;   /* or all with this label: KEY or KEY=VALUE */
    bool has_from;
    struct container_ref from;   /* a container, the sender; absent: the container that asks, if one does */
    bool has_topic;
    struct word topic;
    struct wire_span body;   /* at most 65536 bytes */
};
int icc_publish_read(struct wire_reader *r, struct icc_publish *out, struct err *e);
void icc_publish_write(struct wire_writer *w, const struct icc_publish *m);

struct icc_publish_reply {
    uint64_t delivered;   /* inboxes that hold it now */
};
int icc_publish_reply_read(struct wire_reader *r, struct icc_publish_reply *out, struct err *e);
void icc_publish_reply_write(struct wire_writer *w, const struct icc_publish_reply *m);
/* Messages that were not acknowledged yet, oldest first; the same ones again until they are. */
struct icc_inbox {
    bool has_container;
    struct container_ref container;   /* absent: the container that asks */
    uint64_t after;   /* only with a greater id */
    uint64_t limit;   /* at most 100 */
    uint64_t wait_ms;   /* wait for one; at most 60000 */
};
int icc_inbox_read(struct wire_reader *r, struct icc_inbox *out, struct err *e);
void icc_inbox_write(struct wire_writer *w, const struct icc_inbox *m);

struct icc_inbox_reply {
    struct wire_list messages;
};
int icc_inbox_reply_read(struct wire_reader *r, struct icc_inbox_reply *out, struct err *e);
void icc_inbox_reply_write(struct wire_writer *w, const struct icc_inbox_reply *m);
/* These and older messages have been dealt with. */
struct icc_ack {
    bool has_container;
    struct container_ref container;   /* absent: the container that asks */
    uint64_t id;   /* the last one */
};
int icc_ack_read(struct wire_reader *r, struct icc_ack *out, struct err *e);
void icc_ack_write(struct wire_writer *w, const struct icc_ack *m);

struct icc_ack_reply {
    uint64_t left;   /* in the inbox */
};
int icc_ack_reply_read(struct wire_reader *r, struct icc_ack_reply *out, struct err *e);
void icc_ack_reply_write(struct wire_writer *w, const struct icc_ack_reply *m);
/* Events after a sequence number; waits for the next when there is none. Compacted ones answer `truncated`. */
struct events_read {
    uint64_t after;
    uint64_t limit;   /* at most 1000 */
    uint64_t wait_ms;   /* at most 60000 */
    bool has_container;
    struct container_ref container;   /* only this one's */
};
int events_read_read(struct wire_reader *r, struct events_read *out, struct err *e);
void events_read_write(struct wire_writer *w, const struct events_read *m);

struct events_read_reply {
    struct log_id log_id;
    uint64_t head_seq;
    uint64_t oldest_seq;
    struct wire_list events;
};
int events_read_reply_read(struct wire_reader *r, struct events_read_reply *out, struct err *e);
void events_read_reply_write(struct wire_writer *w, const struct events_read_reply *m);
/* Recent mutating requests that carried an idempotency key, newest first. */
struct operation_list {
    uint64_t limit;
};
int operation_list_read(struct wire_reader *r, struct operation_list *out, struct err *e);
void operation_list_write(struct wire_writer *w, const struct operation_list *m);

struct operation_list_reply {
    struct wire_list operations;
};
int operation_list_reply_read(struct wire_reader *r, struct operation_list_reply *out, struct err *e);
void operation_list_reply_write(struct wire_writer *w, const struct operation_list_reply *m);
/* One of them. */
struct operation_get {
    struct idem_key key;
};
int operation_get_read(struct wire_reader *r, struct operation_get *out, struct err *e);
void operation_get_write(struct wire_writer *w, const struct operation_get *m);

struct operation_get_reply {
    struct operation operation;
};
int operation_get_reply_read(struct wire_reader *r, struct operation_get_reply *out, struct err *e);
void operation_get_reply_write(struct wire_writer *w, const struct operation_get_reply *m);
/* The layers behind an image reference, unpacked first if need be. */
struct image_resolve {
    struct wire_span image;
};
int image_resolve_read(struct wire_reader *r, struct image_resolve *out, struct err *e);
void image_resolve_write(struct wire_writer *w, const struct image_resolve *m);

struct image_resolve_reply {
    struct digest digest;
    bool repair;   /* a repair layer lies over it */
    struct wire_list layers;   /* the lowest first */
    struct image_config config;
};
int image_resolve_reply_read(struct wire_reader *r, struct image_resolve_reply *out, struct err *e);
void image_resolve_reply_write(struct wire_writer *w, const struct image_resolve_reply *m);
/* Record an image and its tags, with the event if it is new. */
struct store_image {
    struct image_record record;
};
int store_image_read(struct wire_reader *r, struct store_image *out, struct err *e);
void store_image_write(struct wire_writer *w, const struct store_image *m);

struct store_image_reply {
};
int store_image_reply_read(struct wire_reader *r, struct store_image_reply *out, struct err *e);
void store_image_reply_write(struct wire_writer *w, const struct store_image_reply *m);
/* Forget images that are not among these: they are no longer on the disk. */
struct store_images_known {
    struct wire_list digests;
};
int store_images_known_read(struct wire_reader *r, struct store_images_known *out, struct err *e);
void store_images_known_write(struct wire_writer *w, const struct store_images_known *m);

struct store_images_known_reply {
};
int store_images_known_reply_read(struct wire_reader *r, struct store_images_known_reply *out, struct err *e);
void store_images_known_reply_write(struct wire_writer *w, const struct store_images_known_reply *m);
/* Take a tag away, or an image with the intent to delete what it has; refused if something is made from it. */
struct store_image_remove {
    struct digest digest;
    bool has_tag;
    struct tag_name tag;   /* only this one, if there are others */
    bool force;
    struct cause cause;
};
int store_image_remove_read(struct wire_reader *r, struct store_image_remove *out, struct err *e);
void store_image_remove_write(struct wire_writer *w, const struct store_image_remove *m);

struct store_image_remove_reply {
    bool removed;
};
int store_image_remove_reply_read(struct wire_reader *r, struct store_image_remove_reply *out, struct err *e);
void store_image_remove_reply_write(struct wire_writer *w, const struct store_image_remove_reply *m);
/* Make those of the volumes that are not there. */
struct volume_ensure {
    struct wire_list volumes;
};
int volume_ensure_read(struct wire_reader *r, struct volume_ensure *out, struct err *e);
void volume_ensure_write(struct wire_writer *w, const struct volume_ensure *m);

struct volume_ensure_reply {
};
int volume_ensure_reply_read(struct wire_reader *r, struct volume_ensure_reply *out, struct err *e);
void volume_ensure_reply_write(struct wire_writer *w, const struct volume_ensure_reply *m);
/* Make ready to take a writable layer, and write the filesystem out: what is frozen next is frozen briefly. */
struct layer_begin {
    bool has_container;
    struct container_id container;   /* whose */
    bool has_snapshot;
    struct volume_name snapshot;   /* or which */
    bool has_name;
    struct volume_name name;   /* the snapshot that it becomes */
};
int layer_begin_read(struct wire_reader *r, struct layer_begin *out, struct err *e);
void layer_begin_write(struct wire_writer *w, const struct layer_begin *m);

struct layer_begin_reply {
    uint64_t number;   /* of the taking */
    bool has_record;
    struct wire_span record;   /* of a snapshot: the container_record of whom it was taken */
};
int layer_begin_reply_read(struct wire_reader *r, struct layer_begin_reply *out, struct err *e);
void layer_begin_reply_write(struct wire_writer *w, const struct layer_begin_reply *m);
/* Take it: when this is answered it may change again. */
struct layer_take {
    uint64_t number;
};
int layer_take_read(struct wire_reader *r, struct layer_take *out, struct err *e);
void layer_take_write(struct wire_writer *w, const struct layer_take *m);

struct layer_take_reply {
};
int layer_take_reply_read(struct wire_reader *r, struct layer_take_reply *out, struct err *e);
void layer_take_reply_write(struct wire_writer *w, const struct layer_take_reply *m);
/* What becomes of it: layers of new containers, a snapshot, or an image. Nothing of these: it is put away. */
struct layer_end {
    uint64_t number;
    bool has_containers;
    struct wire_list containers;   /* each gets one of its own */
    bool has_record;
    struct wire_span record;   /* snapshot, image: the container_record */
    bool has_labels;
    struct wire_list labels;   /* snapshot */
    bool has_commit;
    struct wire_span commit;   /* image: the container.commit */
};
int layer_end_read(struct wire_reader *r, struct layer_end *out, struct err *e);
void layer_end_write(struct wire_writer *w, const struct layer_end *m);

struct layer_end_reply {
    struct word method;
    uint64_t bytes;
    uint64_t entries;
    bool has_image;
    struct image image;
};
int layer_end_reply_read(struct wire_reader *r, struct layer_end_reply *out, struct err *e);
void layer_end_reply_write(struct wire_writer *w, const struct layer_end_reply *m);
/* Record a volume or a secret, with the event if it is new. */
struct store_volume {
    struct word kind;   /* volume or secret */
    struct volume volume;
    bool has_cause;
    struct cause cause;
};
int store_volume_read(struct wire_reader *r, struct store_volume *out, struct err *e);
void store_volume_write(struct wire_writer *w, const struct store_volume *m);

struct store_volume_reply {
};
int store_volume_reply_read(struct wire_reader *r, struct store_volume_reply *out, struct err *e);
void store_volume_reply_write(struct wire_writer *w, const struct store_volume_reply *m);
/* Forget those of a kind that are not among these. */
struct store_volumes_known {
    struct word kind;
    struct wire_list names;
};
int store_volumes_known_read(struct wire_reader *r, struct store_volumes_known *out, struct err *e);
void store_volumes_known_write(struct wire_writer *w, const struct store_volumes_known *m);

struct store_volumes_known_reply {
};
int store_volumes_known_reply_read(struct wire_reader *r, struct store_volumes_known_reply *out, struct err *e);
void store_volumes_known_reply_write(struct wire_writer *w, const struct store_volumes_known_reply *m);
/* Take it away, with the intent to delete what is in it; refused while something has it. */
struct store_volume_remove {
    struct word kind;
    struct volume_name name;
    struct cause cause;
};
int store_volume_remove_read(struct wire_reader *r, struct store_volume_remove *out, struct err *e);
void store_volume_remove_write(struct wire_writer *w, const struct store_volume_remove *m);

struct store_volume_remove_reply {
};
int store_volume_remove_reply_read(struct wire_reader *r, struct store_volume_remove_reply *out, struct err *e);
void store_volume_remove_reply_write(struct wire_writer *w, const struct store_volume_remove_reply *m);
/* Volumes that nothing has. */
struct store_volumes_unused {
    bool has_label;
    struct wire_span label;
    bool has_before_ns;
    uint64_t before_ns;
};
int store_volumes_unused_read(struct wire_reader *r, struct store_volumes_unused *out, struct err *e);
void store_volumes_unused_write(struct wire_writer *w, const struct store_volumes_unused *m);

struct store_volumes_unused_reply {
    struct wire_list names;
};
int store_volumes_unused_reply_read(struct wire_reader *r, struct store_volumes_unused_reply *out, struct err *e);
void store_volumes_unused_reply_write(struct wire_writer *w, const struct store_volumes_unused_reply *m);
/* Images that something is made from. */
struct store_images_used {
};
int store_images_used_read(struct wire_reader *r, struct store_images_used *out, struct err *e);
void store_images_used_write(struct wire_writer *w, const struct store_images_used *m);

struct store_images_used_reply {
    struct wire_list digests;
};
int store_images_used_reply_read(struct wire_reader *r, struct store_images_used_reply *out, struct err *e);
void store_images_used_reply_write(struct wire_writer *w, const struct store_images_used_reply *m);
/* Names of all that the disk should have. */
struct store_inventory {
};
int store_inventory_read(struct wire_reader *r, struct store_inventory *out, struct err *e);
void store_inventory_write(struct wire_writer *w, const struct store_inventory *m);

struct store_inventory_reply {
    struct wire_list containers;   /* not removed */
    struct wire_list images;
    struct wire_list used_images;
    struct wire_list volumes;
    struct wire_list used_volumes;
    struct wire_list secrets;
    struct wire_list snapshots;
    struct wire_list running;   /* or about to */
};
int store_inventory_reply_read(struct wire_reader *r, struct store_inventory_reply *out, struct err *e);
void store_inventory_reply_write(struct wire_writer *w, const struct store_inventory_reply *m);
/* What was being deleted. */
struct store_cleanup {
};
int store_cleanup_read(struct wire_reader *r, struct store_cleanup *out, struct err *e);
void store_cleanup_write(struct wire_writer *w, const struct store_cleanup *m);

struct store_cleanup_reply {
    struct wire_list items;
};
int store_cleanup_reply_read(struct wire_reader *r, struct store_cleanup_reply *out, struct err *e);
void store_cleanup_reply_write(struct wire_writer *w, const struct store_cleanup_reply *m);
/* It is deleted. */
struct store_cleaned {
    struct cleanup item;
};
int store_cleaned_read(struct wire_reader *r, struct store_cleaned *out, struct err *e);
void store_cleaned_write(struct wire_writer *w, const struct store_cleaned *m);

struct store_cleaned_reply {
};
int store_cleaned_reply_read(struct wire_reader *r, struct store_cleaned_reply *out, struct err *e);
void store_cleaned_reply_write(struct wire_writer *w, const struct store_cleaned_reply *m);
/* A new container: row, operation and events in one transaction. A repeated key answers what was inserted then. */
struct store_insert {
    struct container_record record;
    struct cause cause;
    bool has_idem;
    struct idem_key idem;
    bool rebuilt;   /* read back from the disk: no created event */
};
int store_insert_read(struct wire_reader *r, struct store_insert *out, struct err *e);
void store_insert_write(struct wire_writer *w, const struct store_insert *m);

struct store_insert_reply {
    struct container_id id;
    bool repeated;   /* the key was known */
    enum state state;
    bool has_name;
    struct container_name name;
    bool has_attachments;
    struct wire_list attachments;   /* starting: its places on networks */
    uint64_t generation;   /* starting: of the names, when its own are among them */
};
int store_insert_reply_read(struct wire_reader *r, struct store_insert_reply *out, struct err *e);
void store_insert_reply_write(struct wire_writer *w, const struct store_insert_reply *m);
/* One transaction: state, what is wanted, and the event. A move that was made already answers the same again. */
struct store_move {
    struct container_id id;
    uint64_t incarnation;   /* a stale one is `state` */
    bool has_state;
    enum state state;
    bool has_want;
    enum want want;
    struct cause cause;
    bool has_exit;
    struct container_exit exit;
    bool has_error;
    struct wire_span error;
    bool has_error_code;
    struct word error_code;
    bool has_step;
    struct word step;
    bool has_sys;
    uint64_t sys;
    bool has_pid;
    uint64_t pid;
    bool has_started_ns;
    uint64_t started_ns;
    bool has_started_boot_ns;
    uint64_t started_boot_ns;
    bool has_stop_reason;
    enum exit_reason stop_reason;
    bool has_kill_at_boot_ns;
    uint64_t kill_at_boot_ns;
    bool has_restarts;
    uint64_t restarts;
    bool has_boot_id;
    struct word boot_id;
    bool has_spec;
    struct wire_span spec;   /* update: the new one */
    bool has_phases;
    struct phases phases;
    bool has_health;
    enum health_status health;
    bool has_event;
    struct word event;   /* instead of the state's own */
    bool has_attrs;
    struct wire_span attrs;   /* of that event */
};
int store_move_read(struct wire_reader *r, struct store_move *out, struct err *e);
void store_move_write(struct wire_writer *w, const struct store_move *m);

struct store_move_reply {
    enum state state;
    uint64_t seq;   /* of the event */
    bool has_attachments;
    struct wire_list attachments;   /* starting: its places on networks */
    uint64_t generation;   /* starting: of the names, when its own are among them */
};
int store_move_reply_read(struct wire_reader *r, struct store_move_reply *out, struct err *e);
void store_move_reply_write(struct wire_writer *w, const struct store_move_reply *m);
/* All containers that are not removed, in pages. */
struct store_containers {
    uint64_t after;
};
int store_containers_read(struct wire_reader *r, struct store_containers *out, struct err *e);
void store_containers_write(struct wire_writer *w, const struct store_containers *m);

struct store_containers_reply {
    struct wire_list records;
    bool has_next;
    uint64_t next;
    bool fresh;   /* the database is new: what is on the disk is to be inserted again */
};
int store_containers_reply_read(struct wire_reader *r, struct store_containers_reply *out, struct err *e);
void store_containers_reply_write(struct wire_writer *w, const struct store_containers_reply *m);
/* Everything found on the disk has been inserted. */
struct store_rebuilt {
    uint64_t containers;
};
int store_rebuilt_read(struct wire_reader *r, struct store_rebuilt *out, struct err *e);
void store_rebuilt_write(struct wire_writer *w, const struct store_rebuilt *m);

struct store_rebuilt_reply {
};
int store_rebuilt_reply_read(struct wire_reader *r, struct store_rebuilt_reply *out, struct err *e);
void store_rebuilt_reply_write(struct wire_writer *w, const struct store_rebuilt_reply *m);
/* A request with an idempotency key is about to be done. */
struct store_begin {
    struct idem_key key;
    struct word verb;
    uint64_t uid;
    uint64_t body_hash;   /* of verb and arguments */
    bool has_container;
    struct container_id container;   /* whose socket it came by: its oldest keys make room */
};
int store_begin_read(struct wire_reader *r, struct store_begin *out, struct err *e);
void store_begin_write(struct wire_writer *w, const struct store_begin *m);

struct store_begin_reply {
    bool has_done;
    struct wire_span done;   /* the stored result: it was done already */
    bool begun;   /* it was begun before, and its end is not known */
};
int store_begin_reply_read(struct wire_reader *r, struct store_begin_reply *out, struct err *e);
void store_begin_reply_write(struct wire_writer *w, const struct store_begin_reply *m);
/* Its result, kept for repetitions. */
struct store_end {
    struct idem_key key;
    uint64_t uid;
    struct wire_span result;
};
int store_end_read(struct wire_reader *r, struct store_end *out, struct err *e);
void store_end_write(struct wire_writer *w, const struct store_end *m);

struct store_end_reply {
};
int store_end_reply_read(struct wire_reader *r, struct store_end_reply *out, struct err *e);
void store_end_reply_write(struct wire_writer *w, const struct store_end_reply *m);
/* One tick of statistics. */
struct store_samples {
    struct wire_list samples;
};
int store_samples_read(struct wire_reader *r, struct store_samples *out, struct err *e);
void store_samples_write(struct wire_writer *w, const struct store_samples *m);

struct store_samples_reply {
};
int store_samples_reply_read(struct wire_reader *r, struct store_samples_reply *out, struct err *e);
void store_samples_reply_write(struct wire_writer *w, const struct store_samples_reply *m);
/* The id behind a reference, also of a removed container. */
struct store_resolve {
    struct container_ref container;
    bool has_holder_of;
    struct container_id holder_of;   /* one that is about to share that one's network: kept with it */
};
int store_resolve_read(struct wire_reader *r, struct store_resolve *out, struct err *e);
void store_resolve_write(struct wire_writer *w, const struct store_resolve *m);

struct store_resolve_reply {
    struct container_id id;
    enum state state;
};
int store_resolve_reply_read(struct wire_reader *r, struct store_resolve_reply *out, struct err *e);
void store_resolve_reply_write(struct wire_writer *w, const struct store_resolve_reply *m);
/* A network namespace with these interfaces, ports and rules. Asked again it answers the same one. */
struct net_attach {
    struct network_claim network_claim;
};
int net_attach_read(struct wire_reader *r, struct net_attach *out, struct err *e);
void net_attach_write(struct wire_writer *w, const struct net_attach *m);

struct net_attach_reply {
    uint64_t pid;   /* the namespace is descriptor fd of this process */
    uint64_t fd;
    uint64_t inode;   /* of the namespace */
};
int net_attach_reply_read(struct wire_reader *r, struct net_attach_reply *out, struct err *e);
void net_attach_reply_write(struct wire_writer *w, const struct net_attach_reply *m);
/* The container's processes are gone: take its interfaces, ports and rules away. */
struct net_detach {
    struct container_id container;
    uint64_t incarnation;   /* a later one keeps its network */
};
int net_detach_read(struct wire_reader *r, struct net_detach *out, struct err *e);
void net_detach_write(struct wire_writer *w, const struct net_detach *m);

struct net_detach_reply {
};
int net_detach_reply_read(struct wire_reader *r, struct net_detach_reply *out, struct err *e);
void net_detach_reply_write(struct wire_writer *w, const struct net_detach_reply *m);
/* Answered when netd is up and has done what it was asked before: Quilt is about to end. */
struct net_settle {
};
int net_settle_read(struct wire_reader *r, struct net_settle *out, struct err *e);
void net_settle_write(struct wire_writer *w, const struct net_settle *m);

struct net_settle_reply {
};
int net_settle_reply_read(struct wire_reader *r, struct net_settle_reply *out, struct err *e);
void net_settle_reply_write(struct wire_writer *w, const struct net_settle_reply *m);
/* A running container's network namespace, as a descriptor of the monitor's. */
struct monitor_netns {
    struct container_id container;
};
int monitor_netns_read(struct wire_reader *r, struct monitor_netns *out, struct err *e);
void monitor_netns_write(struct wire_writer *w, const struct monitor_netns *m);

struct monitor_netns_reply {
    uint64_t fd;
    uint64_t inode;
    uint64_t incarnation;
};
int monitor_netns_reply_read(struct wire_reader *r, struct monitor_netns_reply *out, struct err *e);
void monitor_netns_reply_write(struct wire_writer *w, const struct monitor_netns_reply *m);
/* Answered when the names of this generation are answered. */
struct dns_sync {
    uint64_t generation;
};
int dns_sync_read(struct wire_reader *r, struct dns_sync *out, struct err *e);
void dns_sync_write(struct wire_writer *w, const struct dns_sync *m);

struct dns_sync_reply {
};
int dns_sync_reply_read(struct wire_reader *r, struct dns_sync_reply *out, struct err *e);
void dns_sync_reply_write(struct wire_writer *w, const struct dns_sync_reply *m);
/* All networks. */
struct store_networks {
};
int store_networks_read(struct wire_reader *r, struct store_networks *out, struct err *e);
void store_networks_write(struct wire_writer *w, const struct store_networks *m);

struct store_networks_reply {
    struct wire_list networks;
};
int store_networks_reply_read(struct wire_reader *r, struct store_networks_reply *out, struct err *e);
void store_networks_reply_write(struct wire_writer *w, const struct store_networks_reply *m);
/* A new network, with its event. The number is the store's to give. */
struct store_network_insert {
    struct network network;
    struct cause cause;
};
int store_network_insert_read(struct wire_reader *r, struct store_network_insert *out, struct err *e);
void store_network_insert_write(struct wire_writer *w, const struct store_network_insert *m);

struct store_network_insert_reply {
    struct network network;
};
int store_network_insert_reply_read(struct wire_reader *r, struct store_network_insert_reply *out, struct err *e);
void store_network_insert_reply_write(struct wire_writer *w, const struct store_network_insert_reply *m);
/* Forget a network that no container is on. */
struct store_network_remove {
    struct network_name name;
    struct cause cause;
};
int store_network_remove_read(struct wire_reader *r, struct store_network_remove *out, struct err *e);
void store_network_remove_write(struct wire_writer *w, const struct store_network_remove *m);

struct store_network_remove_reply {
    uint64_t number;
};
int store_network_remove_reply_read(struct wire_reader *r, struct store_network_remove_reply *out, struct err *e);
void store_network_remove_reply_write(struct wire_writer *w, const struct store_network_remove_reply *m);
/* Addresses to keep ready; starts take these first. */
struct store_reserve {
    struct network_name network;
    uint64_t count;
    bool forget;   /* those that were kept until now are free */
    bool has_release;
    struct wire_list release;   /* kept ones that are not needed */
};
int store_reserve_read(struct wire_reader *r, struct store_reserve *out, struct err *e);
void store_reserve_write(struct wire_writer *w, const struct store_reserve *m);

struct store_reserve_reply {
    struct wire_list attachments;
};
int store_reserve_reply_read(struct wire_reader *r, struct store_reserve_reply *out, struct err *e);
void store_reserve_reply_write(struct wire_writer *w, const struct store_reserve_reply *m);
/* A container is to be on a network: its row, lease, names and event. */
struct store_attach {
    struct container_ref container;
    struct network_attachment wish;
    struct cause cause;
};
int store_attach_read(struct wire_reader *r, struct store_attach *out, struct err *e);
void store_attach_write(struct wire_writer *w, const struct store_attach *m);

struct store_attach_reply {
    struct container_id id;
    enum state state;
    bool has_attachment;
    struct attachment attachment;   /* absent: it was never started */
    struct wire_list attachments;   /* all that it has now */
    uint64_t generation;   /* of the names */
};
int store_attach_reply_read(struct wire_reader *r, struct store_attach_reply *out, struct err *e);
void store_attach_reply_write(struct wire_writer *w, const struct store_attach_reply *m);
/* A container is no longer to be on a network. */
struct store_detach {
    struct container_ref container;
    struct network_name network;
    struct cause cause;
};
int store_detach_read(struct wire_reader *r, struct store_detach *out, struct err *e);
void store_detach_write(struct wire_writer *w, const struct store_detach *m);

struct store_detach_reply {
    struct container_id id;
    enum state state;
    bool has_attachment;
    struct attachment attachment;   /* what it had */
    struct wire_list attachments;   /* what it has left */
};
int store_detach_reply_read(struct wire_reader *r, struct store_detach_reply *out, struct err *e);
void store_detach_reply_write(struct wire_writer *w, const struct store_detach_reply *m);
/* Containers that are alive and on networks, in pages: what the kernel should hold. */
struct store_attached {
    uint64_t after;
};
int store_attached_read(struct wire_reader *r, struct store_attached *out, struct err *e);
void store_attached_write(struct wire_writer *w, const struct store_attached *m);

struct store_attached_reply {
    struct wire_list containers;
    bool has_next;
    uint64_t next;
};
int store_attached_reply_read(struct wire_reader *r, struct store_attached_reply *out, struct err *e);
void store_attached_reply_write(struct wire_writer *w, const struct store_attached_reply *m);
/* The address of a container by id, name or alias, as another container would find it. */
struct store_address {
    struct container_ref from;
    struct dns_name to;
};
int store_address_read(struct wire_reader *r, struct store_address *out, struct err *e);
void store_address_write(struct wire_writer *w, const struct store_address *m);

struct store_address_reply {
    struct container_id from;
    enum state state;   /* of from */
    bool has_address;
    struct ip_address address;   /* absent: not a name that from can see */
};
int store_address_reply_read(struct wire_reader *r, struct store_address_reply *out, struct err *e);
void store_address_reply_write(struct wire_writer *w, const struct store_address_reply *m);
/* Replace a network's policy, with its event. */
struct store_policy {
    struct network_name network;
    bool has_policy;
    struct policy policy;   /* absent: none */
    struct cause cause;
};
int store_policy_read(struct wire_reader *r, struct store_policy *out, struct err *e);
void store_policy_write(struct wire_writer *w, const struct store_policy *m);

struct store_policy_reply {
    uint64_t number;   /* the network's */
};
int store_policy_reply_read(struct wire_reader *r, struct store_policy_reply *out, struct err *e);
void store_policy_reply_write(struct wire_writer *w, const struct store_policy_reply *m);
/* Replace a container's policy in its spec. */
struct monitor_policy {
    struct container_ref container;
    bool has_policy;
    struct policy policy;   /* absent: none */
};
int monitor_policy_read(struct wire_reader *r, struct monitor_policy *out, struct err *e);
void monitor_policy_write(struct wire_writer *w, const struct monitor_policy *m);

struct monitor_policy_reply {
    struct container_id id;
};
int monitor_policy_reply_read(struct wire_reader *r, struct monitor_policy_reply *out, struct err *e);
void monitor_policy_reply_write(struct wire_writer *w, const struct monitor_policy_reply *m);
/* A container's places on networks have changed: for its description on disk. */
struct monitor_attachments {
    struct container_id container;
    struct wire_list attachments;   /* all of them */
};
int monitor_attachments_read(struct wire_reader *r, struct monitor_attachments *out, struct err *e);
void monitor_attachments_write(struct wire_writer *w, const struct monitor_attachments *m);

struct monitor_attachments_reply {
};
int monitor_attachments_reply_read(struct wire_reader *r, struct monitor_attachments_reply *out, struct err *e);
void monitor_attachments_reply_write(struct wire_writer *w, const struct monitor_attachments_reply *m);
/* A policy denied, or would have denied, connections. */
struct store_denied {
    struct container_id container;
    enum policy_direction direction;
    bool audit;
    uint64_t packets;
};
int store_denied_read(struct wire_reader *r, struct store_denied *out, struct err *e);
void store_denied_write(struct wire_writer *w, const struct store_denied *m);

struct store_denied_reply {
};
int store_denied_reply_read(struct wire_reader *r, struct store_denied_reply *out, struct err *e);
void store_denied_reply_write(struct wire_writer *w, const struct store_denied_reply *m);
/* Registrations after a generation; waits for the next. With reset it is all of them. */
struct store_names {
    uint64_t after;
    bool resuming;   /* the next page of all of them */
    uint64_t wait_ms;
};
int store_names_read(struct wire_reader *r, struct store_names *out, struct err *e);
void store_names_write(struct wire_writer *w, const struct store_names *m);

struct store_names_reply {
    uint64_t generation;
    bool reset;   /* forget what you know first */
    bool more;   /* ask again at once */
    struct wire_list registrations;
};
int store_names_reply_read(struct wire_reader *r, struct store_names_reply *out, struct err *e);
void store_names_reply_write(struct wire_writer *w, const struct store_names_reply *m);
/* Make and serve a container's own control socket; done already is done. */
struct frontdoor_icc_open {
    struct container_id container;
};
int frontdoor_icc_open_read(struct wire_reader *r, struct frontdoor_icc_open *out, struct err *e);
void frontdoor_icc_open_write(struct wire_writer *w, const struct frontdoor_icc_open *m);

struct frontdoor_icc_open_reply {
};
int frontdoor_icc_open_reply_read(struct wire_reader *r, struct frontdoor_icc_open_reply *out, struct err *e);
void frontdoor_icc_open_reply_write(struct wire_writer *w, const struct frontdoor_icc_open_reply *m);
/* End a container's own control socket and remove it. */
struct frontdoor_icc_close {
    struct container_id container;
};
int frontdoor_icc_close_read(struct wire_reader *r, struct frontdoor_icc_close *out, struct err *e);
void frontdoor_icc_close_write(struct wire_writer *w, const struct frontdoor_icc_close *m);

struct frontdoor_icc_close_reply {
};
int frontdoor_icc_close_reply_read(struct wire_reader *r, struct frontdoor_icc_close_reply *out, struct err *e);
void frontdoor_icc_close_reply_write(struct wire_writer *w, const struct frontdoor_icc_close_reply *m);
/* Serve these containers' own control sockets and no others: after a restart of either side. */
struct frontdoor_icc_keep {
    struct wire_list containers;
};
int frontdoor_icc_keep_read(struct wire_reader *r, struct frontdoor_icc_keep *out, struct err *e);
void frontdoor_icc_keep_write(struct wire_writer *w, const struct frontdoor_icc_keep *m);

struct frontdoor_icc_keep_reply {
};
int frontdoor_icc_keep_reply_read(struct wire_reader *r, struct frontdoor_icc_keep_reply *out, struct err *e);
void frontdoor_icc_keep_reply_write(struct wire_writer *w, const struct frontdoor_icc_keep_reply *m);
/* One tick of statistics, for the stats socket and the HTTP endpoint. */
struct frontdoor_samples {
    struct wire_list samples;
    uint64_t starts;   /* since the monitor began */
    bool has_phases;
    struct phases phases;   /* of all of them together */
};
int frontdoor_samples_read(struct wire_reader *r, struct frontdoor_samples *out, struct err *e);
void frontdoor_samples_write(struct wire_writer *w, const struct frontdoor_samples *m);

struct frontdoor_samples_reply {
};
int frontdoor_samples_reply_read(struct wire_reader *r, struct frontdoor_samples_reply *out, struct err *e);
void frontdoor_samples_reply_write(struct wire_writer *w, const struct frontdoor_samples_reply *m);
/* It is known. */
struct event_created {
    bool has_name;
    struct container_name name;
    struct wire_span image;
};
int event_created_read(struct wire_reader *r, struct event_created *out, struct err *e);
void event_created_write(struct wire_writer *w, const struct event_created *m);
/* A new incarnation is being made. */
struct event_starting {
};
int event_starting_read(struct wire_reader *r, struct event_starting *out, struct err *e);
void event_starting_write(struct wire_writer *w, const struct event_starting *m);
/* Its command runs. */
struct event_started {
    uint64_t pid;   /* of its process 1 */
};
int event_started_read(struct wire_reader *r, struct event_started *out, struct err *e);
void event_started_write(struct wire_writer *w, const struct event_started *m);
/* Frozen. */
struct event_paused {
};
int event_paused_read(struct wire_reader *r, struct event_paused *out, struct err *e);
void event_paused_write(struct wire_writer *w, const struct event_paused *m);
/* Thawed. */
struct event_resumed {
};
int event_resumed_read(struct wire_reader *r, struct event_resumed *out, struct err *e);
void event_resumed_write(struct wire_writer *w, const struct event_resumed *m);
/* It has been asked to end. */
struct event_stopping {
    enum exit_reason reason;
};
int event_stopping_read(struct wire_reader *r, struct event_stopping *out, struct err *e);
void event_stopping_write(struct wire_writer *w, const struct event_stopping *m);
/* Its command ended. */
struct event_exited {
    struct container_exit exit;
};
int event_exited_read(struct wire_reader *r, struct event_exited *out, struct err *e);
void event_exited_write(struct wire_writer *w, const struct event_exited *m);
/* It could not be started. */
struct event_failed {
    struct wire_span error;
    bool has_step;
    struct word step;
    bool has_sys;
    uint64_t sys;
};
int event_failed_read(struct wire_reader *r, struct event_failed *out, struct err *e);
void event_failed_write(struct wire_writer *w, const struct event_failed *m);
/* The restart policy will start it again. */
struct event_restarting {
    uint64_t delay_ms;
    uint64_t restarts;
};
int event_restarting_read(struct wire_reader *r, struct event_restarting *out, struct err *e);
void event_restarting_write(struct wire_writer *w, const struct event_restarting *m);
/* What it had is being undone. */
struct event_removing {
};
int event_removing_read(struct wire_reader *r, struct event_removing *out, struct err *e);
void event_removing_write(struct wire_writer *w, const struct event_removing *m);
/* Nothing of it is left but its tombstone. */
struct event_removed {
};
int event_removed_read(struct wire_reader *r, struct event_removed *out, struct err *e);
void event_removed_write(struct wire_writer *w, const struct event_removed *m);

struct event_renamed {
    struct container_name name;
};
int event_renamed_read(struct wire_reader *r, struct event_renamed *out, struct err *e);
void event_renamed_write(struct wire_writer *w, const struct event_renamed *m);
/* Its limits changed. */
struct event_updated {
};
int event_updated_read(struct wire_reader *r, struct event_updated *out, struct err *e);
void event_updated_write(struct wire_writer *w, const struct event_updated *m);
/* A client sent its process 1 a signal other than KILL. */
struct event_signalled {
    uint64_t signal;   /* its number */
};
int event_signalled_read(struct wire_reader *r, struct event_signalled *out, struct err *e);
void event_signalled_write(struct wire_writer *w, const struct event_signalled *m);
/* A further process runs in it. */
struct event_exec_started {
    struct exec_id exec_id;
    uint64_t pid;
};
int event_exec_started_read(struct wire_reader *r, struct event_exec_started *out, struct err *e);
void event_exec_started_write(struct wire_writer *w, const struct event_exec_started *m);

struct event_exec_exited {
    struct exec_id exec_id;
    struct container_exit exit;
};
int event_exec_exited_read(struct wire_reader *r, struct event_exec_exited *out, struct err *e);
void event_exec_exited_write(struct wire_writer *w, const struct event_exec_exited *m);
/* Its log is full: it waits in its writes until container.trim makes room, or goes on again. */
struct event_log_full {
    bool waiting;
};
int event_log_full_read(struct wire_reader *r, struct event_log_full *out, struct err *e);
void event_log_full_write(struct wire_writer *w, const struct event_log_full *m);
/* Its health check says something else than before. */
struct event_health {
    enum health_status status;
    bool has_output;
    struct wire_span output;   /* the end of what the check printed */
    bool has_code;
    uint64_t code;   /* its exit status */
};
int event_health_read(struct wire_reader *r, struct event_health *out, struct err *e);
void event_health_write(struct wire_writer *w, const struct event_health *m);
/* Its health check succeeded for the first time of this incarnation. */
struct event_ready {
};
int event_ready_read(struct wire_reader *r, struct event_ready *out, struct err *e);
void event_ready_write(struct wire_writer *w, const struct event_ready *m);
/* The kernel killed processes of it for memory. */
struct event_oom {
    uint64_t oom_kills;
};
int event_oom_read(struct wire_reader *r, struct event_oom *out, struct err *e);
void event_oom_write(struct wire_writer *w, const struct event_oom *m);
/* An image is here that was not. */
struct event_image_imported {
    struct digest digest;
    struct wire_span source;
};
int event_image_imported_read(struct wire_reader *r, struct event_image_imported *out, struct err *e);
void event_image_imported_write(struct wire_writer *w, const struct event_image_imported *m);
/* An image has a tag that it had not. */
struct event_image_tagged {
    struct digest digest;
    struct tag_name tag;
};
int event_image_tagged_read(struct wire_reader *r, struct event_image_tagged *out, struct err *e);
void event_image_tagged_write(struct wire_writer *w, const struct event_image_tagged *m);
/* A tag was taken away. */
struct event_image_untagged {
    struct digest digest;
    struct tag_name tag;
};
int event_image_untagged_read(struct wire_reader *r, struct event_image_untagged *out, struct err *e);
void event_image_untagged_write(struct wire_writer *w, const struct event_image_untagged *m);
/* An image is gone. */
struct event_image_removed {
    struct digest digest;
};
int event_image_removed_read(struct wire_reader *r, struct event_image_removed *out, struct err *e);
void event_image_removed_write(struct wire_writer *w, const struct event_image_removed *m);

struct event_volume_created {
    struct volume_name volume;
};
int event_volume_created_read(struct wire_reader *r, struct event_volume_created *out, struct err *e);
void event_volume_created_write(struct wire_writer *w, const struct event_volume_created *m);
/* With what was in it. */
struct event_volume_removed {
    struct volume_name volume;
};
int event_volume_removed_read(struct wire_reader *r, struct event_volume_removed *out, struct err *e);
void event_volume_removed_write(struct wire_writer *w, const struct event_volume_removed *m);

struct event_secret_created {
    struct volume_name secret;
};
int event_secret_created_read(struct wire_reader *r, struct event_secret_created *out, struct err *e);
void event_secret_created_write(struct wire_writer *w, const struct event_secret_created *m);

struct event_secret_removed {
    struct volume_name secret;
};
int event_secret_removed_read(struct wire_reader *r, struct event_secret_removed *out, struct err *e);
void event_secret_removed_write(struct wire_writer *w, const struct event_secret_removed *m);

struct event_snapshot_created {
    struct volume_name snapshot;
};
int event_snapshot_created_read(struct wire_reader *r, struct event_snapshot_created *out, struct err *e);
void event_snapshot_created_write(struct wire_writer *w, const struct event_snapshot_created *m);

struct event_snapshot_removed {
    struct volume_name snapshot;
};
int event_snapshot_removed_read(struct wire_reader *r, struct event_snapshot_removed *out, struct err *e);
void event_snapshot_removed_write(struct wire_writer *w, const struct event_snapshot_removed *m);
/* A process of Quilt's was restarted. */
struct event_actor_restarted {
    struct word actor;
    uint64_t restarts;   /* since the supervisor started */
};
int event_actor_restarted_read(struct wire_reader *r, struct event_actor_restarted *out, struct err *e);
void event_actor_restarted_write(struct wire_writer *w, const struct event_actor_restarted *m);
/* A process of Quilt's keeps ending; it is started again ever more slowly. */
struct event_degraded {
    struct word actor;
    uint64_t restarts;
};
int event_degraded_read(struct wire_reader *r, struct event_degraded *out, struct err *e);
void event_degraded_write(struct wire_writer *w, const struct event_degraded *m);
/* The database was damaged or gone and has been made again. */
struct event_database_rebuilt {
    uint64_t containers;
};
int event_database_rebuilt_read(struct wire_reader *r, struct event_database_rebuilt *out, struct err *e);
void event_database_rebuilt_write(struct wire_writer *w, const struct event_database_rebuilt *m);

struct event_network_created {
    struct network_name network;
    struct cidr subnet;
};
int event_network_created_read(struct wire_reader *r, struct event_network_created *out, struct err *e);
void event_network_created_write(struct wire_writer *w, const struct event_network_created *m);

struct event_network_removed {
    struct network_name network;
};
int event_network_removed_read(struct wire_reader *r, struct event_network_removed *out, struct err *e);
void event_network_removed_write(struct wire_writer *w, const struct event_network_removed *m);
/* It was put on a further network. */
struct event_network_connected {
    struct network_name network;
    bool has_address;
    struct ip_address address;
};
int event_network_connected_read(struct wire_reader *r, struct event_network_connected *out, struct err *e);
void event_network_connected_write(struct wire_writer *w, const struct event_network_connected *m);
/* It was taken off a network. */
struct event_network_disconnected {
    struct network_name network;
};
int event_network_disconnected_read(struct wire_reader *r, struct event_network_disconnected *out, struct err *e);
void event_network_disconnected_write(struct wire_writer *w, const struct event_network_disconnected *m);
/* A network's or container's policy was replaced. */
struct event_policy_changed {
    bool has_network;
    struct network_name network;
};
int event_policy_changed_read(struct wire_reader *r, struct event_policy_changed *out, struct err *e);
void event_policy_changed_write(struct wire_writer *w, const struct event_policy_changed *m);
/* Its policy denied connections, or would have. */
struct event_policy_denied {
    enum policy_direction direction;
    bool audit;   /* only told, not denied */
    uint64_t packets;   /* since the last such event */
};
int event_policy_denied_read(struct wire_reader *r, struct event_policy_denied *out, struct err *e);
void event_policy_denied_write(struct wire_writer *w, const struct event_policy_denied *m);
#endif
