// generated from protocol/quilt.toml by protocol/generate.py; do not edit
/** Above 2^53 - 1 it is a bigint: times in nanoseconds are. */
export type Uint = number | bigint;

/** Who sent a request: the kernel's word, not the client's. */
export interface Caller {
  /** user id of the peer */
  uid: Uint;
  /** group id of the peer */
  gid: Uint;
  /** it came by that container's own socket */
  container?: string;
}
/** The envelope of a request. Clients send v, id, verb, args, deadline_ms and idem; the rest is between actors and ignored from clients. */
export interface RequestHead {
  /** protocol version, 1 */
  v: Uint;
  /** echoed in the reply; text of up to 64 bytes, or an unsigned integer */
  id: any;
  /** what to do */
  verb: string;
  /** the verb's fields */
  args?: { [key: string]: any };
  /** answer `deadline` after this time; the verb's own deadline is the upper bound where it has one */
  deadline_ms?: Uint;
  /** idempotency key of a verb that changes something */
  idem?: string;
  /** between actors: the supervisor's epoch */
  epoch?: Uint;
  /** between actors: the sender */
  from?: string;
  /** between actors: the client behind the request */
  caller?: Caller;
  /** between actors: it was sent before, and whether it was done is not known */
  repeated?: boolean;
}
/** What a program may want to know of an error. */
export interface ErrorDetail {
  /** stage of a container's start */
  step?: string;
  /** Linux errno of the failed call */
  errno?: Uint;
  /** truncated: oldest sequence number that is left */
  oldest?: Uint;
}
/** The one error of a failed request. */
export interface ErrorBody {
  /** one of the closed list */
  code: string;
  /** a sentence that names the thing */
  message: string;
  /** the same request may succeed later */
  retryable: boolean;
  /**  */
  detail?: ErrorDetail;
}
/** The envelope of a reply, or of one part of a stream. */
export interface ReplyHead {
  /** protocol version, 1 */
  v: Uint;
  /** the request's */
  id: any;
  /** whether result or error follows */
  ok: boolean;
  /** the verb's reply, or a part's fields */
  result?: { [key: string]: any };
  /**  */
  error?: ErrorBody;
  /** streams: counts the parts from 0 */
  part?: Uint;
  /** streams: another part follows */
  more: boolean;
}
/** Which request led to an event. */
export interface Cause {
  /** `monitor` where Quilt acted by itself */
  verb: string;
  /** who asked */
  uid: Uint;
}
/** One mount inside the container. */
export interface Mount {
  /**  */
  type: 'bind' | 'tmpfs' | 'volume';
  /** bind: a file or directory of the host */
  source?: string;
  /** volume: which; one that is not there is made */
  volume?: string;
  /** inside the container; made when missing */
  target: string;
  /** with all that is mounted below it */
  read_only: boolean;
  /** bind */
  propagation: 'private' | 'slave';
  /** with a user namespace: the source's owners are the container's own ids; false: the host's */
  idmap: boolean;
  /** bind: also what exposes the host (/, /proc, /sys, /dev, /boot); for root; never Quilt's own directories by name */
  allow_host: boolean;
  /** tmpfs: upper bound */
  size_bytes?: Uint;
  /** tmpfs: permission bits of its root, default 01777 */
  mode?: Uint;
}
/** A secret as a file in memory, which no other view of the container shows. */
export interface SecretMount {
  /**  */
  secret: string;
  /** default: /run/secrets/ and its name */
  target?: string;
  /** permission bits, default 0400 */
  mode: Uint;
  /** its owner, inside */
  uid: Uint;
  /**  */
  gid: Uint;
}
/** A volume, a secret or a snapshot: what is known of it, never what is in it. */
export interface Volume {
  /**  */
  name: string;
  /**  */
  labels?: { [key: string]: string };
  /** wall clock */
  created_ns: Uint;
  /** volume: where it is on this host */
  path?: string;
  /** secret: its length; snapshot: what was taken */
  bytes?: Uint;
  /** snapshot: of which */
  container?: string;
  /** snapshot: of the image below it */
  digest?: string;
  /** snapshot: snapshot (btrfs), reflink or copy */
  method?: string;
}
/** Where a container's files came from, if not from its image alone. */
export interface Origin {
  /** it is a fork of it */
  container?: string;
  /** it began as this snapshot */
  snapshot?: string;
}
/** One resource limit (setrlimit(2)). */
export interface ResourceLimit {
  /** lower case without RLIMIT_: nofile, core, nproc … */
  name: string;
  /** 18446744073709551615 is unlimited */
  soft: Uint;
  /**  */
  hard: Uint;
}
/** A user namespace: count ids from host_id on are 0… inside, for users and groups alike. */
export interface Userns {
  /** first id on the host */
  host_id: Uint;
  /** how many */
  count: Uint;
}
/** Resource limits. One that this host cannot set is an error. */
export interface Limits {
  /** memory */
  memory_bytes?: Uint;
  /** swap in addition to memory; 0: none */
  memory_swap_bytes?: Uint;
  /** CPU time */
  cpu_millis?: Uint;
  /** share when CPUs are contended */
  cpu_weight?: Uint;
  /** CPUs it may use, as 0-2,4 */
  cpuset?: string;
  /** processes; 1024 when not given */
  pids_max?: Uint;
  /** share of disk time */
  io_weight?: Uint;
}
/** A network that a container is to be on. */
export interface NetworkAttachment {
  /**  */
  network: string;
  /** a fixed IPv4 address of its subnet */
  address?: string;
  /** default: derived from the address */
  mac?: string;
  /** further names on this network */
  aliases?: (string)[];
}
/** A container's place on a network, as it is. */
export interface Attachment {
  /**  */
  network: string;
  /** the network's; its bridge is named after it */
  number: Uint;
  /** inside the container: eth0, eth1 … */
  interface: string;
  /** IPv4 */
  address: string;
  /** its length in bits */
  prefix: Uint;
  /** the bridge's address, where names are answered */
  gateway: string;
  /** IPv6, where the network has it */
  address6?: string;
  /**  */
  gateway6?: string;
  /**  */
  mac: string;
  /** the network has no way out */
  internal: boolean;
  /**  */
  aliases?: (string)[];
}
/** A port of the host that leads to one of the container. */
export interface PublishedPort {
  /** IPv4 of the host; absent: every one */
  host_address?: string;
  /**  */
  host_port: Uint;
  /**  */
  container_port: Uint;
  /** so many consecutive ports */
  count: Uint;
  /**  */
  protocol: 'tcp' | 'udp' | 'sctp';
}
/** One rule; the first that matches decides. */
export interface PolicyRule {
  /**  */
  action: 'allow' | 'deny';
  /**  */
  direction: 'egress' | 'ingress';
  /** of the other side; absent: any */
  cidr?: string;
  /**  */
  protocol: 'any' | 'tcp' | 'udp' | 'sctp' | 'icmp';
  /** destination port; needs tcp, udp or sctp */
  port_from?: Uint;
  /** up to this one; absent: port_from alone */
  port_to?: Uint;
}
/** What connections a container may open and be offered. Replies always pass; so do name queries to the gateway. */
export interface Policy {
  /** when no rule matches */
  egress: 'allow' | 'deny';
  /** when no rule matches */
  ingress: 'allow' | 'deny';
  /**  */
  rules?: (PolicyRule)[];
  /** only tell what would be denied */
  audit: boolean;
}
/** A network. */
export interface Network {
  /**  */
  name: string;
  /** counts the networks of this instance; 0 is `bridge` */
  number: Uint;
  /** IPv4 */
  subnet: string;
  /**  */
  gateway: string;
  /** a /64 */
  subnet6?: string;
  /**  */
  gateway6?: string;
  /** no way out */
  internal: boolean;
  /**  */
  labels?: { [key: string]: string };
  /** of every container on it */
  policy?: Policy;
  /**  */
  created_ns: Uint;
}
/** A container on a network. */
export interface NetworkMember {
  /**  */
  container: string;
  /**  */
  name?: string;
  /**  */
  state: 'created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed';
  /** absent until it was started once */
  address?: string;
  /**  */
  address6?: string;
  /**  */
  mac?: string;
  /**  */
  aliases?: (string)[];
}
/** An address that is in use, or was until just now. */
export interface Allocation {
  /**  */
  network: string;
  /**  */
  address: string;
  /** pool: kept ready; active: a container's; quarantine: released, not leased again yet */
  phase: string;
  /**  */
  container?: string;
  /** wall clock */
  since_ns: Uint;
}
/** A published port. */
export interface PortUse {
  /**  */
  protocol: 'tcp' | 'udp' | 'sctp';
  /**  */
  host_address?: string;
  /**  */
  host_port: Uint;
  /**  */
  container: string;
  /**  */
  container_port: Uint;
}
/** What dnsd answers of one container on one network. */
export interface Registration {
  /** of the change that made or ended it */
  generation: Uint;
  /**  */
  network: string;
  /** the network's */
  number: Uint;
  /**  */
  container: string;
  /** id, name, host name, aliases */
  names: (string)[];
  /**  */
  address: string;
  /**  */
  address6?: string;
  /** where its other questions go */
  dns?: (string)[];
  /** the network has no way out */
  internal: boolean;
  /** it is answered no more */
  gone: boolean;
}
/** One thing that was compared. */
export interface HealthCheck {
  /**  */
  name: string;
  /**  */
  ok: boolean;
  /** what was found */
  text: string;
}
/** What a running container has of networks. */
export interface NetworkClaim {
  /**  */
  container: string;
  /**  */
  incarnation: Uint;
  /**  */
  attachments: (Attachment)[];
  /**  */
  ports?: (PublishedPort)[];
  /**  */
  policy?: Policy;
  /** 0: no bound */
  rate_in_bytes: Uint;
  /**  */
  rate_out_bytes: Uint;
}
/** A connection between a container and somebody. */
export interface Connection {
  /**  */
  protocol: string;
  /** who opened it */
  source: string;
  /**  */
  source_port: Uint;
  /**  */
  source_container?: string;
  /**  */
  destination: string;
  /**  */
  destination_port: Uint;
  /**  */
  destination_container?: string;
  /** by who opened it */
  sent_bytes: Uint;
  /**  */
  received_bytes: Uint;
}
/** A message between containers. */
export interface InboxMessage {
  /**  */
  id: Uint;
  /** absent: not from a container */
  from?: string;
  /**  */
  topic?: string;
  /**  */
  body: string;
  /**  */
  time_ns: Uint;
}
/** A command that is run in the container again and again; status 0 is health. */
export interface HealthCheckSpec {
  /**  */
  argv: (string)[];
  /** between two; while it is not healthy yet, 500 ms at most */
  interval_ms: Uint;
  /** then it is killed, which is a failure */
  timeout_ms: Uint;
  /** so many failures in a row make it unhealthy */
  retries: Uint;
  /** failures before do not count, until the first success */
  start_period_ms: Uint;
  /**  */
  on_unhealthy: 'none' | 'restart' | 'stop';
}
/** What a container is to be. */
export interface ContainerSpec {
  /** its root filesystem */
  image: string;
  /**  */
  name?: string;
  /** the command, passed to execve exactly as it is, behind the entrypoint; absent: the image's */
  argv?: (string)[];
  /** instead of the image's, whose command then counts no more */
  entrypoint?: (string)[];
  /** environment, over the image's; PATH and HOME are supplied when missing */
  env?: { [key: string]: string };
  /** working directory, made when missing; default: the image's, or / */
  workdir?: string;
  /** USER, USER:GROUP, ids or names of the image's passwd and group */
  user?: string;
  /** default: the id */
  hostname?: string;
  /** kept, never interpreted */
  labels?: { [key: string]: string };
  /**  */
  limits?: Limits;
  /**  */
  network: 'none' | 'host' | 'bridge' | 'container';
  /** bridge: the networks to be on; absent: the one called bridge */
  networks?: (NetworkAttachment)[];
  /** container: whose network */
  network_container?: string;
  /** bridge: ports of the host that lead to it */
  ports?: (PublishedPort)[];
  /** where names that are no container's are asked, instead of the host's resolvers */
  dns?: (string)[];
  /** for its resolv.conf */
  dns_search?: (string)[];
  /** for its resolv.conf */
  dns_options?: (string)[];
  /** host name to address, for its hosts file */
  extra_hosts?: { [key: string]: string };
  /** beside those of its networks */
  policy?: Policy;
  /** a control socket inside, /run/quilt/control.sock, with its own rights only */
  icc: boolean;
  /** its command reads what container.write brings, until its end; else /dev/null */
  stdin: boolean;
  /** default: the image's */
  health?: HealthCheckSpec;
  /** not the image's health check either */
  no_health: boolean;
  /** run inside before its command, as root: `npm: NAME…`, `pip: NAME…`, `apt: NAME…`, `apk: NAME…`, or a command for the shell; one that fails ends the start */
  setup?: (string)[];
  /** its command has a terminal: stdin, stdout and stderr are that */
  tty: boolean;
  /**  */
  tty_rows: Uint;
  /**  */
  tty_columns: Uint;
  /** bound of what it receives */
  rate_in_bytes?: Uint;
  /** bound of what it sends */
  rate_out_bytes?: Uint;
  /** root filesystem read-only */
  read_only: boolean;
  /**  */
  mounts?: (Mount)[];
  /**  */
  secrets?: (SecretMount)[];
  /** bound of what it writes to its own layer, where the filesystem can enforce one (btrfs with quotas); elsewhere an error */
  storage_bytes?: Uint;
  /** set by fork, not by requests */
  origin?: Origin;
  /** directories that the image wants; what a request says here is replaced by what the image says */
  image_volumes?: (string)[];
  /**  */
  rlimits?: (ResourceLimit)[];
  /** absent: the host's user namespace */
  userns?: Userns;
  /** capabilities beyond the default set, lower case without CAP_ */
  cap_add?: (string)[];
  /** taken from the default set; `all` for every one */
  cap_drop?: (string)[];
  /** the default system call filter */
  seccomp: boolean;
  /** setuid programs gain nothing */
  no_new_privs: boolean;
  /** size of /dev/shm */
  shm_bytes: Uint;
  /** what stop sends first; default: the image's, or TERM */
  stop_signal?: Uint;
  /** between that signal and SIGKILL */
  stop_grace_ms: Uint;
  /**  */
  restart: 'no' | 'on-failure' | 'always' | 'unless-stopped';
  /** on-failure: attempts, 0: no bound */
  restart_max: Uint;
  /** stop it after this time of running */
  timeout_ms?: Uint;
  /** remove it when it ends */
  auto_remove: boolean;
  /** kept output; log_full says what happens beyond it */
  log_max_bytes: Uint;
  /** a new file after so many; default: a quarter of that, at most 4 MiB */
  log_segment_bytes?: Uint;
  /** files at most, whatever their size */
  log_segments?: Uint;
  /**  */
  log_full: 'drop' | 'block';
}
/** How a command ended. code is absent when a signal ended it or nobody knows. */
export interface ContainerExit {
  /**  */
  reason: 'exited' | 'signal' | 'oom' | 'timeout' | 'stopped' | 'killed' | 'host' | 'unknown' | 'unhealthy';
  /** exit status, 0 to 255 */
  code?: Uint;
  /** the signal that ended it */
  signal?: Uint;
  /** processes of this incarnation that the kernel killed for memory */
  oom_kills: Uint;
  /** when, by the wall clock */
  time_ns?: Uint;
  /** how long it ran, by the boot clock */
  run_ns?: Uint;
  /**  */
  memory_peak_bytes?: Uint;
  /**  */
  cpu_ns?: Uint;
  /** output dropped by rotation */
  log_dropped_bytes: Uint;
  /** false: a descendant kept the pipes open beyond the grace time */
  output_complete: boolean;
}
/** Where the time of a start went, in nanoseconds each. */
export interface Phases {
  /** finding or unpacking the image */
  image_ns: Uint;
  /** making the intent durable */
  commit_ns: Uint;
  /** starting the keeper's program, and the command's */
  spawn_ns: Uint;
  /** groups and limits */
  cgroup_ns: Uint;
  /** namespaces */
  clone_ns: Uint;
  /** overlay, proc, sys, dev, mounts, pivot */
  rootfs_ns: Uint;
  /** privileges, execve */
  exec_ns: Uint;
  /** claiming the network and its name */
  network_ns: Uint;
}
/** One container's counters: raw, since its start, from the kernel. What the host does not count is absent. */
export interface Sample {
  /**  */
  id: string;
  /** when they were read, by the boot clock: rates are differences */
  boot_ns: Uint;
  /** in use now */
  memory_bytes: Uint;
  /**  */
  memory_peak_bytes: Uint;
  /** used since the start */
  cpu_ns: Uint;
  /**  */
  pids: Uint;
  /** held back by its CPU limit */
  throttled_ns?: Uint;
  /**  */
  throttled_periods?: Uint;
  /** when the following five were read: of many containers not each second */
  flows_boot_ns?: Uint;
  /** of memory_bytes, file contents */
  cache_bytes?: Uint;
  /** from disks */
  read_bytes?: Uint;
  /** to disks */
  written_bytes?: Uint;
  /** from its networks */
  received_bytes?: Uint;
  /** to its networks */
  sent_bytes?: Uint;
  /**  */
  memory_limit_bytes?: Uint;
  /**  */
  cpu_limit_millis?: Uint;
}
/** The last sample of a container that runs. */
export interface StatsView {
  /**  */
  name?: string;
  /**  */
  sample: Sample;
}
/** One point of a container's history. */
export interface Metric {
  /** wall clock */
  time_ns: Uint;
  /**  */
  sample: Sample;
}
/** A container as a client sees it. */
export interface ContainerView {
  /**  */
  id: string;
  /**  */
  name?: string;
  /**  */
  state: 'created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed';
  /**  */
  want: 'created' | 'running' | 'stopped' | 'removed';
  /** as it was named */
  image: string;
  /** what it was */
  digest?: string;
  /**  */
  argv: (string)[];
  /**  */
  labels?: { [key: string]: string };
  /** counts the starts */
  incarnation: Uint;
  /** starts by the restart policy */
  restarts: Uint;
  /** of its process 1, while it runs */
  pid?: Uint;
  /** wall clock */
  created_ns: Uint;
  /** wall clock */
  started_ns?: Uint;
  /** boot clock, while it runs */
  uptime_ns?: Uint;
  /** of the last incarnation that ended */
  exit?: ContainerExit;
  /** why it failed */
  error?: string;
  /** the code that the start was answered with */
  error_code?: string;
  /** sampled each second while it runs */
  memory_bytes?: Uint;
  /**  */
  memory_peak_bytes?: Uint;
  /**  */
  cpu_ns?: Uint;
  /**  */
  pids?: Uint;
  /** age of those four */
  sampled_ns?: Uint;
  /** where it is, once it was started */
  networks?: (Attachment)[];
  /** while it runs, where there is a health check */
  health?: 'starting' | 'healthy' | 'unhealthy';
}
/** A container as the monitor sees it. */
export interface ContainerRecord {
  /**  */
  id: string;
  /**  */
  state: 'created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed';
  /**  */
  want: 'created' | 'running' | 'stopped' | 'removed';
  /**  */
  incarnation: Uint;
  /**  */
  restarts: Uint;
  /**  */
  digest: string;
  /** a repair layer lies over the image */
  repair: boolean;
  /** of the image, the lowest first */
  layers?: (string)[];
  /**  */
  created_ns: Uint;
  /**  */
  started_ns?: Uint;
  /**  */
  started_boot_ns?: Uint;
  /** why it is being stopped */
  stop_reason?: 'exited' | 'signal' | 'oom' | 'timeout' | 'stopped' | 'killed' | 'host' | 'unknown' | 'unhealthy';
  /** when a stop becomes a kill */
  kill_at_boot_ns?: Uint;
  /** the boot in which it was last started */
  boot_id: string;
  /**  */
  exit?: ContainerExit;
  /**  */
  error?: string;
  /**  */
  error_code?: string;
  /** its container_spec */
  spec: { [key: string]: any };
  /** its leases */
  attachments?: (Attachment)[];
  /**  */
  health?: 'starting' | 'healthy' | 'unhealthy';
  /** of the names */
  generation: Uint;
}
/** What is kept of an exec session beside its output, for a monitor that comes later. */
export interface ExecRecord {
  /**  */
  argv: (string)[];
  /** who asked */
  uid: Uint;
  /** wall clock */
  started_ns: Uint;
  /** when it is killed */
  deadline_boot_ms?: Uint;
  /** it has an input */
  stdin: boolean;
  /** it has a terminal */
  tty: boolean;
  /** it is Quilt's own: a copy, a diff */
  work: boolean;
  /** and has made the tree of a container that did not run */
  tree: boolean;
}
/** An exec session as a client sees it. */
export interface ExecSession {
  /**  */
  exec_id: string;
  /**  */
  argv: (string)[];
  /**  */
  state: 'starting' | 'running' | 'ended' | 'failed';
  /** who asked */
  uid: Uint;
  /** wall clock */
  started_ns: Uint;
  /** it has an input */
  stdin: boolean;
  /** it has a terminal */
  tty: boolean;
  /** once it has ended */
  exit?: ContainerExit;
  /** why it failed */
  error?: string;
}
/** What is kept of an exec session for as long as its container is. */
export interface ExecPast {
  /**  */
  exec_id: string;
  /** of the container */
  incarnation: Uint;
  /** who asked */
  uid: Uint;
  /** wall clock */
  started_ns: Uint;
  /**  */
  pid: Uint;
  /** once it has ended */
  exit?: ContainerExit;
}
/** One entry of the event log. */
export interface Event {
  /** 1 */
  v: Uint;
  /** counts all events, without a gap */
  seq: Uint;
  /** counts the container's events, without a gap */
  cseq: Uint;
  /**  */
  log_id: string;
  /** wall clock */
  time_ns: Uint;
  /** boot clock */
  boot_ns: Uint;
  /** created, starting, … */
  type: string;
  /**  */
  container?: string;
  /**  */
  incarnation?: Uint;
  /**  */
  cause: Cause;
  /** the event's own fields */
  attrs?: { [key: string]: any };
}
/** One process of Quilt's. */
export interface ActorStatus {
  /**  */
  name: string;
  /**  */
  state: 'starting' | 'ready' | 'down' | 'degraded';
  /** 0 when down */
  pid: Uint;
  /** since the supervisor started */
  restarts: Uint;
}
/** An image: what it is, not what is in it. */
export interface Image {
  /** of its manifest */
  digest: string;
  /** of its configuration: what docker calls the image's id */
  config_digest: string;
  /** where it came from last: a path, a registry's name, a container */
  source: string;
  /**  */
  tags?: (string)[];
  /** unpacked, all layers */
  bytes: Uint;
  /** as they came: what save and push give */
  blob_bytes: Uint;
  /** files, directories and links */
  entries: Uint;
  /**  */
  layers: Uint;
  /** broken tools that a repair layer supplies */
  repaired: Uint;
  /**  */
  os: string;
  /**  */
  architecture?: string;
  /** when it came here */
  created_ns: Uint;
}
/** One layer. */
export interface ImageLayer {
  /** of the uncompressed archive: what the unpacked tree is called */
  diff: string;
  /** of the archive as it is kept */
  blob: string;
  /** media type of the blob */
  media: string;
  /**  */
  blob_bytes: Uint;
  /** unpacked */
  bytes: Uint;
  /**  */
  entries: Uint;
  /** inside a layout that is being read */
  path?: string;
}
/** What an image says of the containers made from it; the request's own fields override it. */
export interface ImageConfig {
  /** goes before the command */
  entrypoint?: (string)[];
  /** the command if none is given */
  cmd?: (string)[];
  /**  */
  env?: { [key: string]: string };
  /**  */
  user?: string;
  /**  */
  workdir?: string;
  /** of the image: not of its containers */
  labels?: { [key: string]: string };
  /** as 80/tcp: shown, not published */
  exposed_ports?: (string)[];
  /** directories that are made if they are missing, and that commit leaves out */
  volumes?: (string)[];
  /**  */
  stop_signal?: Uint;
  /**  */
  health?: HealthCheckSpec;
}
/** One line of an image's history. */
export interface ImageStep {
  /** as the image says it */
  created?: string;
  /**  */
  created_by?: string;
  /**  */
  comment?: string;
  /** it made no layer */
  empty: boolean;
}
/** All that is known of an image. */
export interface ImageRecord {
  /**  */
  image: Image;
  /** the lowest first */
  layers: (ImageLayer)[];
  /**  */
  config: ImageConfig;
  /**  */
  history?: (ImageStep)[];
  /**  */
  manifest_media: string;
  /**  */
  manifest_bytes: Uint;
  /**  */
  config_media: string;
  /**  */
  config_bytes: Uint;
  /** of the file it came from: the same again needs no reading */
  stamp?: string;
}
/** What a layout holds, as the process says that read it. */
export interface ImagePlan {
  /**  */
  record: ImageRecord;
  /** that the layout gives the image */
  names?: (string)[];
  /**  */
  manifest: Uint8Array;
  /**  */
  config: Uint8Array;
}
/** Part of an image on its way: one that is unpacked, a layer of it, or a blob from or to a registry. */
export interface Progress {
  /** the image */
  source: string;
  /** which of its blobs; absent: its archive */
  layer?: string;
  /** unpacking, pulling, pushing, packing */
  what: string;
  /** of the archive or blob */
  done_bytes: Uint;
  /**  */
  total_bytes: Uint;
}
/** What something takes on the disk. */
export interface DiskUse {
  /** image, container, volume, snapshot, partial, upload, trash */
  kind: string;
  /**  */
  name: string;
  /** image: what it alone has, unpacked and as it came */
  bytes: Uint;
  /**  */
  files: Uint;
  /** something needs it: prune leaves it */
  used: boolean;
}
/** Something on the disk that should be otherwise. */
export interface Finding {
  /** stray, missing, damaged, unknown */
  what: string;
  /**  */
  name: string;
  /** what is wrong */
  text: string;
  /**  */
  mended: boolean;
}
/** An intent: something is being deleted, and will be whatever ends meanwhile. */
export interface Cleanup {
  /** image, volume, secret or snapshot */
  kind: string;
  /** its digest or name */
  key: string;
}
/** A mutating request with an idempotency key, and what was answered. */
export interface Operation {
  /**  */
  key: string;
  /**  */
  verb: string;
  /**  */
  uid: Uint;
  /**  */
  time_ns: Uint;
  /**  */
  container?: string;
}
/** Describes the bytes in the frame that follows; empty parts keep an idle stream alive. */
export interface LogPart {
  /**  */
  stream: 'stdout' | 'stderr';
  /** record number; resume with after */
  seq: Uint;
  /** of the first byte, counting all output of both streams; the next part's tells a gap */
  offset: Uint;
  /** wall clock */
  time_ns: Uint;
  /** first part of run: the id */
  container?: string;
}

/** What each verb takes and answers. */
export interface Verbs {
  /** Protocol range, limits, and where the event log stands. */
  'hello': { args: {
}; reply: {
  /**  */
  protocol_min: Uint;
  /**  */
  protocol_max: Uint;
  /** Quilt's */
  version: string;
  /**  */
  features: (string)[];
  /** largest control frame */
  frame_bytes: Uint;
  /** largest data chunk */
  chunk_bytes: Uint;
  /** the caller's */
  role: string;
  /** absent while the store is restarting */
  log_id?: string;
  /**  */
  head_seq: Uint;
  /** whose socket this is */
  container?: string;
} };
  /** Whether every actor is ready. */
  'health': { args: {
}; reply: {
  /**  */
  ready: boolean;
  /**  */
  actors: (ActorStatus)[];
} };
  /** Counts, and where things are kept. */
  'info': { args: {
}; reply: {
  /**  */
  version: string;
  /**  */
  log_id: string;
  /**  */
  head_seq: Uint;
  /**  */
  oldest_seq: Uint;
  /** not removed */
  containers: Uint;
  /**  */
  running: Uint;
  /**  */
  paused: Uint;
  /**  */
  exited: Uint;
  /**  */
  images: Uint;
  /** number of the last migration */
  schema: Uint;
  /**  */
  boot_id: string;
} };
  /** End Quilt. Containers go on unless containers is true: then they are stopped first. */
  'shutdown': { args: {
  /**  */
  containers?: boolean;
}; reply: {
  /** containers stopped */
  stopped: Uint;
} };
  /** Make a container; it is not started. */
  'container.create': { args: {
  /** its root filesystem */
  image: string;
  /**  */
  name?: string;
  /** the command, passed to execve exactly as it is, behind the entrypoint; absent: the image's */
  argv?: (string)[];
  /** instead of the image's, whose command then counts no more */
  entrypoint?: (string)[];
  /** environment, over the image's; PATH and HOME are supplied when missing */
  env?: { [key: string]: string };
  /** working directory, made when missing; default: the image's, or / */
  workdir?: string;
  /** USER, USER:GROUP, ids or names of the image's passwd and group */
  user?: string;
  /** default: the id */
  hostname?: string;
  /** kept, never interpreted */
  labels?: { [key: string]: string };
  /**  */
  limits?: Limits;
  /**  */
  network?: 'none' | 'host' | 'bridge' | 'container';
  /** bridge: the networks to be on; absent: the one called bridge */
  networks?: (NetworkAttachment)[];
  /** container: whose network */
  network_container?: string;
  /** bridge: ports of the host that lead to it */
  ports?: (PublishedPort)[];
  /** where names that are no container's are asked, instead of the host's resolvers */
  dns?: (string)[];
  /** for its resolv.conf */
  dns_search?: (string)[];
  /** for its resolv.conf */
  dns_options?: (string)[];
  /** host name to address, for its hosts file */
  extra_hosts?: { [key: string]: string };
  /** beside those of its networks */
  policy?: Policy;
  /** a control socket inside, /run/quilt/control.sock, with its own rights only */
  icc?: boolean;
  /** its command reads what container.write brings, until its end; else /dev/null */
  stdin?: boolean;
  /** default: the image's */
  health?: HealthCheckSpec;
  /** not the image's health check either */
  no_health?: boolean;
  /** run inside before its command, as root: `npm: NAME…`, `pip: NAME…`, `apt: NAME…`, `apk: NAME…`, or a command for the shell; one that fails ends the start */
  setup?: (string)[];
  /** its command has a terminal: stdin, stdout and stderr are that */
  tty?: boolean;
  /**  */
  tty_rows?: Uint;
  /**  */
  tty_columns?: Uint;
  /** bound of what it receives */
  rate_in_bytes?: Uint;
  /** bound of what it sends */
  rate_out_bytes?: Uint;
  /** root filesystem read-only */
  read_only?: boolean;
  /**  */
  mounts?: (Mount)[];
  /**  */
  secrets?: (SecretMount)[];
  /** bound of what it writes to its own layer, where the filesystem can enforce one (btrfs with quotas); elsewhere an error */
  storage_bytes?: Uint;
  /** set by fork, not by requests */
  origin?: Origin;
  /** directories that the image wants; what a request says here is replaced by what the image says */
  image_volumes?: (string)[];
  /**  */
  rlimits?: (ResourceLimit)[];
  /** absent: the host's user namespace */
  userns?: Userns;
  /** capabilities beyond the default set, lower case without CAP_ */
  cap_add?: (string)[];
  /** taken from the default set; `all` for every one */
  cap_drop?: (string)[];
  /** the default system call filter */
  seccomp?: boolean;
  /** setuid programs gain nothing */
  no_new_privs?: boolean;
  /** size of /dev/shm */
  shm_bytes?: Uint;
  /** what stop sends first; default: the image's, or TERM */
  stop_signal?: Uint;
  /** between that signal and SIGKILL */
  stop_grace_ms?: Uint;
  /**  */
  restart?: 'no' | 'on-failure' | 'always' | 'unless-stopped';
  /** on-failure: attempts, 0: no bound */
  restart_max?: Uint;
  /** stop it after this time of running */
  timeout_ms?: Uint;
  /** remove it when it ends */
  auto_remove?: boolean;
  /** kept output; log_full says what happens beyond it */
  log_max_bytes?: Uint;
  /** a new file after so many; default: a quarter of that, at most 4 MiB */
  log_segment_bytes?: Uint;
  /** files at most, whatever their size */
  log_segments?: Uint;
  /**  */
  log_full?: 'drop' | 'block';
}; reply: {
  /**  */
  id: string;
} };
  /** Create and start. With attach (data socket only) its output follows as parts and the last one says how it ended; without, the reply comes when it runs. */
  'container.run': { args: {
  /** its root filesystem */
  image: string;
  /**  */
  name?: string;
  /** the command, passed to execve exactly as it is, behind the entrypoint; absent: the image's */
  argv?: (string)[];
  /** instead of the image's, whose command then counts no more */
  entrypoint?: (string)[];
  /** environment, over the image's; PATH and HOME are supplied when missing */
  env?: { [key: string]: string };
  /** working directory, made when missing; default: the image's, or / */
  workdir?: string;
  /** USER, USER:GROUP, ids or names of the image's passwd and group */
  user?: string;
  /** default: the id */
  hostname?: string;
  /** kept, never interpreted */
  labels?: { [key: string]: string };
  /**  */
  limits?: Limits;
  /**  */
  network?: 'none' | 'host' | 'bridge' | 'container';
  /** bridge: the networks to be on; absent: the one called bridge */
  networks?: (NetworkAttachment)[];
  /** container: whose network */
  network_container?: string;
  /** bridge: ports of the host that lead to it */
  ports?: (PublishedPort)[];
  /** where names that are no container's are asked, instead of the host's resolvers */
  dns?: (string)[];
  /** for its resolv.conf */
  dns_search?: (string)[];
  /** for its resolv.conf */
  dns_options?: (string)[];
  /** host name to address, for its hosts file */
  extra_hosts?: { [key: string]: string };
  /** beside those of its networks */
  policy?: Policy;
  /** a control socket inside, /run/quilt/control.sock, with its own rights only */
  icc?: boolean;
  /** its command reads what container.write brings, until its end; else /dev/null */
  stdin?: boolean;
  /** default: the image's */
  health?: HealthCheckSpec;
  /** not the image's health check either */
  no_health?: boolean;
  /** run inside before its command, as root: `npm: NAME…`, `pip: NAME…`, `apt: NAME…`, `apk: NAME…`, or a command for the shell; one that fails ends the start */
  setup?: (string)[];
  /** its command has a terminal: stdin, stdout and stderr are that */
  tty?: boolean;
  /**  */
  tty_rows?: Uint;
  /**  */
  tty_columns?: Uint;
  /** bound of what it receives */
  rate_in_bytes?: Uint;
  /** bound of what it sends */
  rate_out_bytes?: Uint;
  /** root filesystem read-only */
  read_only?: boolean;
  /**  */
  mounts?: (Mount)[];
  /**  */
  secrets?: (SecretMount)[];
  /** bound of what it writes to its own layer, where the filesystem can enforce one (btrfs with quotas); elsewhere an error */
  storage_bytes?: Uint;
  /** set by fork, not by requests */
  origin?: Origin;
  /** directories that the image wants; what a request says here is replaced by what the image says */
  image_volumes?: (string)[];
  /**  */
  rlimits?: (ResourceLimit)[];
  /** absent: the host's user namespace */
  userns?: Userns;
  /** capabilities beyond the default set, lower case without CAP_ */
  cap_add?: (string)[];
  /** taken from the default set; `all` for every one */
  cap_drop?: (string)[];
  /** the default system call filter */
  seccomp?: boolean;
  /** setuid programs gain nothing */
  no_new_privs?: boolean;
  /** size of /dev/shm */
  shm_bytes?: Uint;
  /** what stop sends first; default: the image's, or TERM */
  stop_signal?: Uint;
  /** between that signal and SIGKILL */
  stop_grace_ms?: Uint;
  /**  */
  restart?: 'no' | 'on-failure' | 'always' | 'unless-stopped';
  /** on-failure: attempts, 0: no bound */
  restart_max?: Uint;
  /** stop it after this time of running */
  timeout_ms?: Uint;
  /** remove it when it ends */
  auto_remove?: boolean;
  /** kept output; log_full says what happens beyond it */
  log_max_bytes?: Uint;
  /** a new file after so many; default: a quarter of that, at most 4 MiB */
  log_segment_bytes?: Uint;
  /** files at most, whatever their size */
  log_segments?: Uint;
  /**  */
  log_full?: 'drop' | 'block';
  /**  */
  attach?: boolean;
  /** how much may be sent before stream.credit */
  credit_bytes?: Uint;
}; reply: {
  /**  */
  id: string;
  /** attach: how it ended */
  exit?: ContainerExit;
} };
  /** Start a created or ended container; answered when it runs or failed. */
  'container.start': { args: {
  /**  */
  container: string;
}; reply: {
  /**  */
  id: string;
} };
  /** Signal, wait, kill; answered when it has ended. The deadline of the kill is durable. */
  'container.stop': { args: {
  /**  */
  container: string;
  /** default: the container's */
  signal?: Uint;
  /** default: the container's */
  grace_ms?: Uint;
}; reply: {
  /**  */
  id: string;
  /**  */
  exit?: ContainerExit;
} };
  /** Send a signal, SIGKILL by default. SIGKILL reaches every process and is answered when the container has ended. */
  'container.kill': { args: {
  /**  */
  container: string;
  /**  */
  signal?: Uint;
}; reply: {
  /**  */
  id: string;
} };
  /** Another size for a container's terminal; its foreground processes get SIGWINCH. */
  'container.resize': { args: {
  /**  */
  container: string;
  /**  */
  tty_rows: Uint;
  /**  */
  tty_columns: Uint;
}; reply: {
} };
  /** The output of a container from now on, or after a record, until it ends; the last part says how, as that of container.run. */
  'container.attach': { args: {
  /**  */
  container: string;
  /** first so many of the last lines */
  tail?: Uint;
  /** attach again: the records after this number */
  after?: Uint;
  /** attach again: from this byte on */
  offset?: Uint;
  /**  */
  credit_bytes?: Uint;
}; reply: {
  /**  */
  id: string;
  /**  */
  exit?: ContainerExit;
} };
  /** Bytes for the standard input of a container that was made with stdin, as exec.write has them for a session. The offset counts from the beginning of each start. */
  'container.write': { args: {
  /**  */
  container: string;
  /** of the first byte, from the beginning of its input; absent: behind what is there, which a repetition doubles */
  offset?: Uint;
  /** at most 262144 bytes */
  data?: Uint8Array;
  /** nothing follows */
  end?: boolean;
}; reply: {
  /** of the next byte */
  offset: Uint;
  /** the input has ended: as asked, or because nobody reads it any more */
  ended: boolean;
} };
  /** Stop if it runs, then start. */
  'container.restart': { args: {
  /**  */
  container: string;
  /**  */
  grace_ms?: Uint;
}; reply: {
  /**  */
  id: string;
} };
  /** Freeze every process. */
  'container.pause': { args: {
  /**  */
  container: string;
}; reply: {
  /**  */
  id: string;
} };
  /** Undo pause. */
  'container.resume': { args: {
  /**  */
  container: string;
}; reply: {
  /**  */
  id: string;
} };
  /** Forget a container and everything it had; one that runs only with force. A tombstone keeps its exit. */
  'container.remove': { args: {
  /**  */
  container: string;
  /** kill it first */
  force?: boolean;
}; reply: {
  /**  */
  id: string;
} };
  /** Give another name. */
  'container.rename': { args: {
  /**  */
  container: string;
  /**  */
  name: string;
}; reply: {
  /**  */
  id: string;
} };
  /** Change limits, at once if it runs; what is absent stays. */
  'container.update': { args: {
  /**  */
  container: string;
  /**  */
  limits: Limits;
}; reply: {
  /**  */
  id: string;
} };
  /** Answered when the condition holds; also for a container that is removed already. */
  'container.wait': { args: {
  /**  */
  container: string;
  /** exited holds for failed and removed too; running, ready and healthy are also answered by an end, with its state */
  condition?: 'running' | 'exited' | 'removed' | 'ready' | 'healthy';
}; reply: {
  /**  */
  id: string;
  /**  */
  state: 'created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed';
  /**  */
  exit?: ContainerExit;
  /**  */
  error?: string;
  /** why it failed to start */
  error_code?: string;
  /**  */
  health?: 'starting' | 'healthy' | 'unhealthy';
} };
  /** One container's state; waits for nothing. */
  'container.status': { args: {
  /**  */
  container: string;
}; reply: {
  /**  */
  status: ContainerView;
  /**  */
  as_of_seq: Uint;
} };
  /** Everything that is known of one container. */
  'container.inspect': { args: {
  /**  */
  container: string;
}; reply: {
  /**  */
  status: ContainerView;
  /** its container_spec */
  spec: { [key: string]: any };
  /** of the last start */
  phases?: Phases;
  /**  */
  as_of_seq: Uint;
} };
  /** How a container came to be as it is, in words, and the events of its last incarnation. Also of a removed one. */
  'container.why': { args: {
  /**  */
  container: string;
}; reply: {
  /**  */
  id: string;
  /**  */
  state: 'created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed';
  /**  */
  incarnation: Uint;
  /** a few sentences */
  summary: string;
  /** who asked it to end */
  asked_by?: Cause;
  /** wall clock */
  asked_ns?: Uint;
  /** of the last incarnation that ended */
  exit?: ContainerExit;
  /** at most 200 */
  events: (Event)[];
} };
  /** The id behind a name, prefix or id. */
  'container.by_name': { args: {
  /**  */
  container: string;
}; reply: {
  /**  */
  id: string;
} };
  /** Containers in the order of their creation. */
  'container.list': { args: {
  /** also those that do not run */
  all?: boolean;
  /** only these states */
  states?: ('created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed')[];
  /** only names that contain this */
  name?: string;
  /** only with this label: KEY or KEY=VALUE */
  label?: string;
  /** only those listed after this position */
  after?: Uint;
  /** at most this many */
  limit?: Uint;
}; reply: {
  /**  */
  containers: (ContainerView)[];
  /**  */
  as_of_seq: Uint;
  /** there are more: ask again with after */
  next?: Uint;
} };
  /** Counters of containers that run, as they were last sampled; each is sampled once a second. The stats socket publishes the same. */
  'container.stats': { args: {
  /** only this one */
  container?: string;
  /** the next page */
  after?: string;
}; reply: {
  /** by id */
  stats: (StatsView)[];
  /** now, by the boot clock */
  boot_ns: Uint;
  /** there are more: ask again with after */
  next?: string;
} };
  /** A container's counters over time: a point each ten seconds, kept for an hour, also after its end. */
  'container.stats_history': { args: {
  /**  */
  container: string;
  /** wall clock */
  since_ns?: Uint;
}; reply: {
  /** oldest first */
  points: (Metric)[];
} };
  /** Output, as parts with a chunk of bytes each. */
  'container.logs': { args: {
  /**  */
  container: string;
  /** go on until it ends */
  follow?: boolean;
  /**  */
  stdout?: boolean;
  /**  */
  stderr?: boolean;
  /** wall clock */
  since_ns?: Uint;
  /** wall clock */
  until_ns?: Uint;
  /** only the last lines */
  tail?: Uint;
  /** only records after this number */
  after?: Uint;
  /** from this byte on; `truncated` says the oldest that is left */
  offset?: Uint;
  /** how much may be sent before stream.credit */
  credit_bytes?: Uint;
}; reply: {
  /** last record sent */
  last_seq: Uint;
  /** bytes of output between the first and the last part that were dropped before they were read */
  dropped_bytes: Uint;
  /** follow: how it ended */
  exit?: ContainerExit;
} };
  /** Output before this byte is not needed any more: whole files of it are removed, and a container that waits for room in its log goes on. */
  'container.trim': { args: {
  /**  */
  container: string;
  /** as parts have it */
  offset: Uint;
}; reply: {
} };
  /** Files and directories of a container, running or not, as a tar archive: a session whose output it is. Read it with exec.read, let it go on with exec.trim. On stderr: `total BYTES`, and what failed. */
  'container.copy_out': { args: {
  /**  */
  container: string;
  /** inside; each is an entry at the top of the archive, by its last name; of / without what is mounted in it */
  paths: (string)[];
  /**  */
  exec_id?: string;
}; reply: {
  /**  */
  exec_id: string;
} };
  /** A tar archive (also gzip, zstd, xz, bzip2) into a container, running or not: a session whose input it is. Write it with exec.write, then exec.wait; what failed is on its stderr. */
  'container.copy_in': { args: {
  /**  */
  container: string;
  /** inside: a directory for the archive's entries, or the new name of the one thing in it */
  path: string;
  /**  */
  exec_id?: string;
}; reply: {
  /**  */
  exec_id: string;
} };
  /** What changed in a container's tree, beside mounts: a session whose output is lines of `A PATH` (added), `C PATH` (changed), `D PATH` (deleted), with control characters and backslashes as \ooo. */
  'container.diff': { args: {
  /**  */
  container: string;
  /**  */
  exec_id?: string;
}; reply: {
  /**  */
  exec_id: string;
} };
  /** New containers with the files of one as they are now, or of a snapshot. A running one is frozen while they are taken. Limits, policy and labels come along; published ports and fixed addresses do not. They are created, not started. */
  'container.fork': { args: {
  /** running, paused, created or ended */
  container?: string;
  /** instead */
  snapshot?: string;
  /** of several: NAME-1, NAME-2 … */
  name?: string;
  /** 1 to 256 */
  count?: Uint;
  /** its secrets come along */
  secrets?: boolean;
}; reply: {
  /**  */
  ids: (string)[];
  /** of the container, when they were taken */
  source_state?: 'created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed';
  /** snapshot (btrfs), reflink or copy */
  method: string;
  /** how long it was frozen */
  frozen_ns: Uint;
  /** taken; 0 for a snapshot, which counts nothing */
  bytes: Uint;
  /**  */
  entries: Uint;
} };
  /** Keep the files of a container as they are now, under a name, for container.fork. A running one is frozen while they are taken. */
  'container.snapshot': { args: {
  /**  */
  container: string;
  /**  */
  name: string;
  /**  */
  labels?: { [key: string]: string };
}; reply: {
  /**  */
  source_state: 'created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed';
  /**  */
  method: string;
  /**  */
  frozen_ns: Uint;
  /**  */
  bytes: Uint;
  /**  */
  entries: Uint;
} };
  /** Make an image of a container: its image, and what it changed as one more layer. A running one is frozen while that is taken. */
  'container.commit': { args: {
  /**  */
  container: string;
  /**  */
  tag?: string;
  /** for the history */
  message?: string;
  /**  */
  author?: string;
  /** what is to be otherwise than in its image; env and labels are added */
  config?: ImageConfig;
}; reply: {
  /**  */
  image: Image;
  /**  */
  source_state: 'created' | 'starting' | 'running' | 'paused' | 'stopping' | 'exited' | 'failed' | 'removing' | 'removed';
  /**  */
  frozen_ns: Uint;
} };
  /** Output of a session before this byte is not needed any more; a copy that waits for room goes on. */
  'exec.trim': { args: {
  /**  */
  container: string;
  /**  */
  exec_id: string;
  /**  */
  offset: Uint;
}; reply: {
} };
  /** Run a further process in a running container; its output follows as parts. The same exec_id again attaches to it instead. */
  'exec.start': { args: {
  /**  */
  container: string;
  /**  */
  exec_id?: string;
  /**  */
  argv: (string)[];
  /** beside the container's */
  env?: { [key: string]: string };
  /**  */
  workdir?: string;
  /**  */
  user?: string;
  /** attach again: only records after this number */
  after?: Uint;
  /** attach again: from this byte on */
  offset?: Uint;
  /**  */
  credit_bytes?: Uint;
  /** answer when it runs, without its output; then it may be sent on the control socket, too */
  detach?: boolean;
  /** kill it and all that came of it after this time */
  timeout_ms?: Uint;
  /** it reads what exec.write brings, until its end; else /dev/null */
  stdin?: boolean;
  /** it has a terminal: stdin, stdout and stderr are that */
  tty?: boolean;
  /**  */
  tty_rows?: Uint;
  /**  */
  tty_columns?: Uint;
}; reply: {
  /**  */
  exec_id: string;
  /** absent with detach */
  exit?: ContainerExit;
} };
  /** Another size for an exec session's terminal; its foreground processes get SIGWINCH. */
  'exec.resize': { args: {
  /**  */
  container: string;
  /**  */
  exec_id: string;
  /**  */
  tty_rows: Uint;
  /**  */
  tty_columns: Uint;
}; reply: {
} };
  /** Bytes for the standard input of an exec session. Answered when its process can have them all; a repetition, from whatever connection, is harmless: what was taken before is skipped. Without data and end it asks where it stands. */
  'exec.write': { args: {
  /**  */
  container: string;
  /**  */
  exec_id: string;
  /** of the first byte, from the beginning of its input; absent: behind what is there, which a repetition doubles */
  offset?: Uint;
  /** at most 262144 bytes */
  data?: Uint8Array;
  /** nothing follows: its input ends behind these */
  end?: boolean;
}; reply: {
  /** of the next byte */
  offset: Uint;
  /** the input has ended: as asked, or because nobody reads it any more */
  ended: boolean;
} };
  /** The output of an exec session, from its beginning or after a record, until it ends; as exec.start gives it. */
  'exec.read': { args: {
  /**  */
  container: string;
  /**  */
  exec_id: string;
  /** only records after this number */
  after?: Uint;
  /** from this byte on; `truncated` says the oldest that is left */
  offset?: Uint;
  /**  */
  credit_bytes?: Uint;
}; reply: {
  /**  */
  exec_id: string;
  /**  */
  exit?: ContainerExit;
} };
  /** Wait until an exec session has ended. One that could not be started is that error. */
  'exec.wait': { args: {
  /**  */
  container: string;
  /**  */
  exec_id: string;
}; reply: {
  /**  */
  exec_id: string;
  /**  */
  exit: ContainerExit;
} };
  /** Exec sessions of a container: those that run, and for five minutes those that ended. */
  'exec.list': { args: {
  /**  */
  container: string;
}; reply: {
  /** in the order of their start */
  sessions: (ExecSession)[];
} };
  /** Exec sessions of a container since it was created, also those whose output is gone; of those that ended the last thousand. */
  'exec.history': { args: {
  /**  */
  container: string;
}; reply: {
  /** oldest first */
  sessions: (ExecPast)[];
} };
  /** Signal an exec session's process; KILL reaches all that came of it. */
  'exec.signal': { args: {
  /**  */
  container: string;
  /**  */
  exec_id: string;
  /**  */
  signal?: Uint;
}; reply: {
} };
  /** Take an image in: a root filesystem archive, an OCI layout (directory or archive), a docker archive. What is there already is not unpacked again. */
  'image.import': { args: {
  /** on this host */
  path?: string;
  /** instead: what image.upload brought */
  upload?: string;
  /** absent: the names that the layout gives, where no other image has them */
  tag?: string;
  /** which image of the layout, by its name there */
  ref?: string;
  /** OS/ARCHITECTURE[/VARIANT]; default: this host's */
  platform?: string;
  /**  */
  format?: 'auto' | 'rootfs' | 'layout';
}; reply: {
  /**  */
  image: Image;
} };
  /** Bytes of an archive that is not a file of this host. The same bytes again do nothing; what nobody imports goes after ten minutes. */
  'image.upload': { args: {
  /** chosen by the client */
  upload: string;
  /** where they belong */
  offset: Uint;
  /** at most 262144 bytes */
  data: Uint8Array;
}; reply: {
  /** bytes that are there */
  size: Uint;
} };
  /** Images. */
  'image.list': { args: {
}; reply: {
  /**  */
  images: (Image)[];
} };
  /** Everything that is known of an image, and who uses it. */
  'image.inspect': { args: {
  /** a tag or a digest */
  image: string;
}; reply: {
  /**  */
  record: ImageRecord;
  /** made from it, and not removed */
  containers?: (string)[];
} };
  /** Give an image a further name. The name leaves the image that had it. */
  'image.tag': { args: {
  /** a tag or a digest */
  image: string;
  /**  */
  tag: string;
}; reply: {
  /**  */
  digest: string;
} };
  /** Take a tag away; with its last tag, or by digest, the image goes with the layers that no other has. Refused while a container or snapshot is made from it. */
  'image.remove': { args: {
  /** a tag or a digest */
  image: string;
  /** by digest: also if it has several tags */
  force?: boolean;
}; reply: {
  /**  */
  digest: string;
  /** false: only the tag went */
  removed: boolean;
} };
  /** Remove images that have no tag and that nothing is made from. */
  'image.prune': { args: {
  /** also those with tags */
  all?: boolean;
  /** only those that came before this time, by the wall clock */
  before_ns?: Uint;
  /** only those with this label, KEY or KEY=VALUE */
  label?: string;
  /** only say which */
  dry_run?: boolean;
}; reply: {
  /**  */
  images: (string)[];
  /** unpacked and as they came, of what no other image has */
  bytes: Uint;
} };
  /** A piece of the archive that an image is, as saved: the same image gives the same bytes, so that any piece can be asked for again. */
  'image.read': { args: {
  /** a tag or a digest */
  image: string;
  /**  */
  format?: 'oci' | 'docker';
  /** the name it is given inside; default: the tag it was asked by */
  name?: string;
  /**  */
  offset?: Uint;
}; reply: {
  /**  */
  digest: string;
  /** of the whole archive */
  total_bytes: Uint;
  /** at most 262144 bytes; fewer only at its end */
  data: Uint8Array;
} };
  /** Fetch an image from a registry. Blobs and layers that are here are not fetched; a download that breaks off is gone on with, in this pull or the next. */
  'image.pull': { args: {
  /** HOST[:PORT]/NAME[:TAG][@sha256:DIGEST] */
  name: string;
  /** what it is called here; default: that name */
  tag?: string;
  /** OS/ARCHITECTURE[/VARIANT]; default: this host's */
  platform?: string;
  /** without TLS; a registry of this machine's own is asked without it always, unless ca is given */
  plain_http?: boolean;
  /** a docker config.json with credentials; used and forgotten */
  auth?: Uint8Array;
  /** certificates to trust, PEM */
  ca?: Uint8Array;
}; reply: {
  /**  */
  image: Image;
} };
  /** Send an image to a registry, as it came here. Blobs that the registry has are not sent. */
  'image.push': { args: {
  /** a tag or a digest */
  image: string;
  /** HOST[:PORT]/NAME[:TAG]; default: the tag */
  name?: string;
  /** as for image.pull */
  plain_http?: boolean;
  /**  */
  auth?: Uint8Array;
  /**  */
  ca?: Uint8Array;
}; reply: {
  /**  */
  digest: string;
} };
  /** Images on their way in or out now. */
  'image.progress': { args: {
}; reply: {
  /**  */
  images: (Progress)[];
} };
  /** What takes how much on the disk; measured now, beside everything else. */
  'disk.usage': { args: {
}; reply: {
  /** at most 8000 */
  items: (DiskUse)[];
  /** all layers of images, unpacked */
  layer_bytes: Uint;
  /** as they came */
  blob_bytes: Uint;
  /** left on the filesystem of the state directory */
  free_bytes: Uint;
} };
  /** Compare the disk with what is known: nothing may be there that nobody knows, nothing be missing that somebody needs. */
  'disk.check': { args: {
  /** put right what can be: what is stray goes, what is told wrongly is told anew */
  mend?: boolean;
  /** also whether every blob still has its digest */
  deep?: boolean;
}; reply: {
  /**  */
  findings: (Finding)[];
  /** things that were looked at */
  checked: Uint;
} };
  /** Make a named directory that outlives containers. It is never removed but by volume.remove and volume.prune. */
  'volume.create': { args: {
  /**  */
  name: string;
  /**  */
  labels?: { [key: string]: string };
}; reply: {
  /**  */
  volume: Volume;
} };
  /** Volumes. */
  'volume.list': { args: {
  /** KEY or KEY=VALUE */
  label?: string;
}; reply: {
  /**  */
  volumes: (Volume)[];
} };
  /** One volume, and who uses it. */
  'volume.inspect': { args: {
  /**  */
  volume: string;
}; reply: {
  /**  */
  volume: Volume;
  /** that are not removed */
  containers?: (string)[];
} };
  /** Delete a volume with all that is in it; refused while a container has it, running or not. */
  'volume.remove': { args: {
  /**  */
  volume: string;
}; reply: {
} };
  /** Delete the volumes that no container has. */
  'volume.prune': { args: {
  /** only those with it, KEY or KEY=VALUE */
  label?: string;
  /** only those that were made before this time, by the wall clock */
  before_ns?: Uint;
  /** only say which */
  dry_run?: boolean;
}; reply: {
  /**  */
  volumes: (string)[];
} };
  /** Keep a secret for containers. It is in no inspect, event, log or database. */
  'secret.create': { args: {
  /**  */
  name: string;
  /** at most 262144 bytes */
  data: Uint8Array;
  /**  */
  labels?: { [key: string]: string };
}; reply: {
  /**  */
  secret: Volume;
} };
  /** Secrets, by name. */
  'secret.list': { args: {
}; reply: {
  /**  */
  secrets: (Volume)[];
} };
  /** Forget a secret; refused while a container has it. */
  'secret.remove': { args: {
  /**  */
  secret: string;
}; reply: {
} };
  /** Snapshots. */
  'snapshot.list': { args: {
  /** KEY or KEY=VALUE */
  label?: string;
}; reply: {
  /**  */
  snapshots: (Volume)[];
} };
  /** Delete a snapshot. Containers that began as it keep what they have. */
  'snapshot.remove': { args: {
  /**  */
  snapshot: string;
}; reply: {
} };
  /** Make a network: a bridge with addresses, names and its own rules. */
  'network.create': { args: {
  /**  */
  name: string;
  /** IPv4; default: a free /24 of 10.43.0.0 to 10.99.255.0 */
  subnet?: string;
  /** default: the first address */
  gateway?: string;
  /** also IPv6 */
  ipv6?: boolean;
  /** a /64; default: one of the instance's own (RFC 4193) */
  subnet6?: string;
  /** no way out */
  internal?: boolean;
  /**  */
  labels?: { [key: string]: string };
  /** of every container on it */
  policy?: Policy;
}; reply: {
  /**  */
  network: Network;
} };
  /** Remove a network that no container is on. */
  'network.remove': { args: {
  /**  */
  network: string;
}; reply: {
} };
  /** Networks. */
  'network.list': { args: {
}; reply: {
  /**  */
  networks: (Network)[];
} };
  /** One network and who is on it. */
  'network.inspect': { args: {
  /**  */
  network: string;
}; reply: {
  /**  */
  network: Network;
  /**  */
  members: (NetworkMember)[];
  /** that can be leased */
  addresses: Uint;
  /** active */
  leased: Uint;
  /**  */
  quarantined: Uint;
  /**  */
  as_of_seq: Uint;
} };
  /** Put a container on a further network, at once if it runs. */
  'network.connect': { args: {
  /**  */
  container: string;
  /**  */
  network: string;
  /**  */
  address?: string;
  /**  */
  mac?: string;
  /**  */
  aliases?: (string)[];
}; reply: {
  /** absent: it does not run and was never started */
  attachment?: Attachment;
} };
  /** Take a container off a network, at once if it runs. */
  'network.disconnect': { args: {
  /**  */
  container: string;
  /**  */
  network: string;
}; reply: {
} };
  /** Addresses that are leased, kept ready, or in quarantine. */
  'network.allocations': { args: {
  /** only this one's */
  network?: string;
}; reply: {
  /**  */
  allocations: (Allocation)[];
} };
  /** Published ports. */
  'network.ports': { args: {
}; reply: {
  /**  */
  ports: (PortUse)[];
} };
  /** The policy of a network or of a container. */
  'network.policy_get': { args: {
  /**  */
  network?: string;
  /**  */
  container?: string;
}; reply: {
  /** absent: everything is allowed */
  policy?: Policy;
} };
  /** Replace the policy of a network or of a container; it holds at once, for connections that are open too. */
  'network.policy_set': { args: {
  /**  */
  network?: string;
  /**  */
  container?: string;
  /** absent: none */
  policy?: Policy;
}; reply: {
} };
  /** Compares the kernel with what is recorded. */
  'network.health': { args: {
}; reply: {
  /**  */
  ok: boolean;
  /**  */
  checks: (HealthCheck)[];
} };
  /** Names that are answered; a container sees those that it can ask for. */
  'dns.list': { args: {
}; reply: {
  /**  */
  registrations: (Registration)[];
  /**  */
  generation: Uint;
} };
  /** ICMP echo from one container's network to another container or address; needs no tool inside. */
  'icc.ping': { args: {
  /** absent: the container that asks */
  from?: string;
  /** a container by id, name or alias, or an address */
  to: string;
  /** 1 to 100 */
  count?: Uint;
  /**  */
  interval_ms?: Uint;
  /** for each */
  timeout_ms?: Uint;
}; reply: {
  /** that was pinged */
  address: string;
  /**  */
  sent: Uint;
  /**  */
  received: Uint;
  /**  */
  min_ns: Uint;
  /**  */
  avg_ns: Uint;
  /**  */
  max_ns: Uint;
} };
  /** Who talks to whom now, with bytes. */
  'icc.connections': { args: {
  /** only this one's */
  container?: string;
}; reply: {
  /**  */
  connections: (Connection)[];
} };
  /** Put a message into the inbox of a container, or of all that have a label. It is kept until it is acknowledged. */
  'icc.publish': { args: {
  /** a container */
  to?: string;
  /** or all with this label: KEY or KEY=VALUE */
  label?: string;
  /** a container, the sender; absent: the container that asks, if one does */
  from?: string;
  /**  */
  topic?: string;
  /** at most 65536 bytes */
  body: string;
}; reply: {
  /** inboxes that hold it now */
  delivered: Uint;
} };
  /** Messages that were not acknowledged yet, oldest first; the same ones again until they are. */
  'icc.inbox': { args: {
  /** absent: the container that asks */
  container?: string;
  /** only with a greater id */
  after?: Uint;
  /** at most 100 */
  limit?: Uint;
  /** wait for one; at most 60000 */
  wait_ms?: Uint;
}; reply: {
  /**  */
  messages: (InboxMessage)[];
} };
  /** These and older messages have been dealt with. */
  'icc.ack': { args: {
  /** absent: the container that asks */
  container?: string;
  /** the last one */
  id: Uint;
}; reply: {
  /** in the inbox */
  left: Uint;
} };
  /** Events after a sequence number; waits for the next when there is none. Compacted ones answer `truncated`. */
  'events.read': { args: {
  /**  */
  after: Uint;
  /** at most 1000 */
  limit?: Uint;
  /** at most 60000 */
  wait_ms?: Uint;
  /** only this one's */
  container?: string;
}; reply: {
  /**  */
  log_id: string;
  /**  */
  head_seq: Uint;
  /**  */
  oldest_seq: Uint;
  /**  */
  events: (Event)[];
} };
  /** Recent mutating requests that carried an idempotency key, newest first. */
  'operation.list': { args: {
  /**  */
  limit?: Uint;
}; reply: {
  /**  */
  operations: (Operation)[];
} };
  /** One of them. */
  'operation.get': { args: {
  /**  */
  key: string;
}; reply: {
  /**  */
  operation: Operation;
} };
}

/** Attributes of each event. */
export interface Events {
  /** It is known. */
  'created': {
  /**  */
  name?: string;
  /**  */
  image: string;
};
  /** A new incarnation is being made. */
  'starting': {
};
  /** Its command runs. */
  'started': {
  /** of its process 1 */
  pid: Uint;
};
  /** Frozen. */
  'paused': {
};
  /** Thawed. */
  'resumed': {
};
  /** It has been asked to end. */
  'stopping': {
  /**  */
  reason: 'exited' | 'signal' | 'oom' | 'timeout' | 'stopped' | 'killed' | 'host' | 'unknown' | 'unhealthy';
};
  /** Its command ended. */
  'exited': {
  /**  */
  exit: ContainerExit;
};
  /** It could not be started. */
  'failed': {
  /**  */
  error: string;
  /**  */
  step?: string;
  /**  */
  errno?: Uint;
};
  /** The restart policy will start it again. */
  'restarting': {
  /**  */
  delay_ms: Uint;
  /**  */
  restarts: Uint;
};
  /** What it had is being undone. */
  'removing': {
};
  /** Nothing of it is left but its tombstone. */
  'removed': {
};
  /**  */
  'renamed': {
  /**  */
  name: string;
};
  /** Its limits changed. */
  'updated': {
};
  /** A client sent its process 1 a signal other than KILL. */
  'signalled': {
  /** its number */
  signal: Uint;
};
  /** A further process runs in it. */
  'exec_started': {
  /**  */
  exec_id: string;
  /**  */
  pid: Uint;
};
  /**  */
  'exec_exited': {
  /**  */
  exec_id: string;
  /**  */
  exit: ContainerExit;
};
  /** Its log is full: it waits in its writes until container.trim makes room, or goes on again. */
  'log_full': {
  /**  */
  waiting: boolean;
};
  /** Its health check says something else than before. */
  'health': {
  /**  */
  status: 'starting' | 'healthy' | 'unhealthy';
  /** the end of what the check printed */
  output?: string;
  /** its exit status */
  code?: Uint;
};
  /** Its health check succeeded for the first time of this incarnation. */
  'ready': {
};
  /** The kernel killed processes of it for memory. */
  'oom': {
  /**  */
  oom_kills: Uint;
};
  /** An image is here that was not. */
  'image_imported': {
  /**  */
  digest: string;
  /**  */
  source: string;
};
  /** An image has a tag that it had not. */
  'image_tagged': {
  /**  */
  digest: string;
  /**  */
  tag: string;
};
  /** A tag was taken away. */
  'image_untagged': {
  /**  */
  digest: string;
  /**  */
  tag: string;
};
  /** An image is gone. */
  'image_removed': {
  /**  */
  digest: string;
};
  /**  */
  'volume_created': {
  /**  */
  volume: string;
};
  /** With what was in it. */
  'volume_removed': {
  /**  */
  volume: string;
};
  /**  */
  'secret_created': {
  /**  */
  secret: string;
};
  /**  */
  'secret_removed': {
  /**  */
  secret: string;
};
  /**  */
  'snapshot_created': {
  /**  */
  snapshot: string;
};
  /**  */
  'snapshot_removed': {
  /**  */
  snapshot: string;
};
  /** A process of Quilt's was restarted. */
  'actor_restarted': {
  /**  */
  actor: string;
  /** since the supervisor started */
  restarts: Uint;
};
  /** A process of Quilt's keeps ending; it is started again ever more slowly. */
  'degraded': {
  /**  */
  actor: string;
  /**  */
  restarts: Uint;
};
  /** The database was damaged or gone and has been made again. */
  'database_rebuilt': {
  /**  */
  containers: Uint;
};
  /**  */
  'network_created': {
  /**  */
  network: string;
  /**  */
  subnet: string;
};
  /**  */
  'network_removed': {
  /**  */
  network: string;
};
  /** It was put on a further network. */
  'network_connected': {
  /**  */
  network: string;
  /**  */
  address?: string;
};
  /** It was taken off a network. */
  'network_disconnected': {
  /**  */
  network: string;
};
  /** A network's or container's policy was replaced. */
  'policy_changed': {
  /**  */
  network?: string;
};
  /** Its policy denied connections, or would have. */
  'policy_denied': {
  /**  */
  direction: 'egress' | 'ingress';
  /** only told, not denied */
  audit: boolean;
  /** since the last such event */
  packets: Uint;
};
}
