"""Verbs and structures of the Quilt protocol, typed: generated from protocol/quilt.toml by protocol/generate.py; do not edit."""

from typing import Any, Dict, List, Literal, TypedDict

_Caller = TypedDict('_Caller', {'uid': int, 'gid': int}, total=True)
class Caller(_Caller, total=False):
    """Who sent a request: the kernel's word, not the client's."""
    container: str

RequestHead = TypedDict('RequestHead', {'v': int, 'id': Any, 'verb': str, 'args': Dict[str, Any], 'deadline_ms': int, 'idem': str, 'epoch': int, 'from': str, 'caller': "Caller", 'repeated': bool}, total=False)
ErrorDetail = TypedDict('ErrorDetail', {'step': str, 'errno': int, 'oldest': int}, total=False)
_ErrorBody = TypedDict('_ErrorBody', {'code': str, 'message': str, 'retryable': bool}, total=True)
class ErrorBody(_ErrorBody, total=False):
    """The one error of a failed request."""
    detail: "ErrorDetail"

_ReplyHead = TypedDict('_ReplyHead', {'v': int, 'id': Any, 'ok': bool}, total=True)
class ReplyHead(_ReplyHead, total=False):
    """The envelope of a reply, or of one part of a stream."""
    result: Dict[str, Any]
    error: "ErrorBody"
    part: int
    more: bool

_Cause = TypedDict('_Cause', {'verb': str, 'uid': int}, total=True)
class Cause(_Cause, total=False):
    """Which request led to an event."""

_Mount = TypedDict('_Mount', {'type': Literal["bind", "tmpfs", "volume"], 'target': str}, total=True)
class Mount(_Mount, total=False):
    """One mount inside the container."""
    source: str
    volume: str
    read_only: bool
    propagation: Literal["private", "slave"]
    idmap: bool
    allow_host: bool
    size_bytes: int
    mode: int

_SecretMount = TypedDict('_SecretMount', {'secret': str}, total=True)
class SecretMount(_SecretMount, total=False):
    """A secret as a file in memory, which no other view of the container shows."""
    target: str
    mode: int
    uid: int
    gid: int

_Volume = TypedDict('_Volume', {'name': str, 'created_ns': int}, total=True)
class Volume(_Volume, total=False):
    """A volume, a secret or a snapshot: what is known of it, never what is in it."""
    labels: Dict[str, str]
    path: str
    bytes: int
    container: str
    digest: str
    method: str

Origin = TypedDict('Origin', {'container': str, 'snapshot': str}, total=False)
_ResourceLimit = TypedDict('_ResourceLimit', {'name': str, 'soft': int, 'hard': int}, total=True)
class ResourceLimit(_ResourceLimit, total=False):
    """One resource limit (setrlimit(2))."""

_Userns = TypedDict('_Userns', {'host_id': int, 'count': int}, total=True)
class Userns(_Userns, total=False):
    """A user namespace: count ids from host_id on are 0… inside, for users and groups alike."""

Limits = TypedDict('Limits', {'memory_bytes': int, 'memory_swap_bytes': int, 'cpu_millis': int, 'cpu_weight': int, 'cpuset': str, 'pids_max': int, 'io_weight': int}, total=False)
_NetworkAttachment = TypedDict('_NetworkAttachment', {'network': str}, total=True)
class NetworkAttachment(_NetworkAttachment, total=False):
    """A network that a container is to be on."""
    address: str
    mac: str
    aliases: List[str]

_Attachment = TypedDict('_Attachment', {'network': str, 'number': int, 'interface': str, 'address': str, 'prefix': int, 'gateway': str, 'mac': str}, total=True)
class Attachment(_Attachment, total=False):
    """A container's place on a network, as it is."""
    address6: str
    gateway6: str
    internal: bool
    aliases: List[str]

_PublishedPort = TypedDict('_PublishedPort', {'host_port': int, 'container_port': int}, total=True)
class PublishedPort(_PublishedPort, total=False):
    """A port of the host that leads to one of the container."""
    host_address: str
    count: int
    protocol: Literal["tcp", "udp", "sctp"]

_PolicyRule = TypedDict('_PolicyRule', {'action': Literal["allow", "deny"], 'direction': Literal["egress", "ingress"]}, total=True)
class PolicyRule(_PolicyRule, total=False):
    """One rule; the first that matches decides."""
    cidr: str
    protocol: Literal["any", "tcp", "udp", "sctp", "icmp"]
    port_from: int
    port_to: int

Policy = TypedDict('Policy', {'egress': Literal["allow", "deny"], 'ingress': Literal["allow", "deny"], 'rules': List["PolicyRule"], 'audit': bool}, total=False)
_Network = TypedDict('_Network', {'name': str, 'number': int, 'subnet': str, 'gateway': str}, total=True)
class Network(_Network, total=False):
    """A network."""
    subnet6: str
    gateway6: str
    internal: bool
    labels: Dict[str, str]
    policy: "Policy"
    created_ns: int

_NetworkMember = TypedDict('_NetworkMember', {'container': str, 'state': Literal["created", "starting", "running", "paused", "stopping", "exited", "failed", "removing", "removed"]}, total=True)
class NetworkMember(_NetworkMember, total=False):
    """A container on a network."""
    name: str
    address: str
    address6: str
    mac: str
    aliases: List[str]

_Allocation = TypedDict('_Allocation', {'network': str, 'address': str, 'phase': str, 'since_ns': int}, total=True)
class Allocation(_Allocation, total=False):
    """An address that is in use, or was until just now."""
    container: str

_PortUse = TypedDict('_PortUse', {'protocol': Literal["tcp", "udp", "sctp"], 'host_port': int, 'container': str, 'container_port': int}, total=True)
class PortUse(_PortUse, total=False):
    """A published port."""
    host_address: str

_Registration = TypedDict('_Registration', {'generation': int, 'network': str, 'number': int, 'container': str, 'names': List[str], 'address': str}, total=True)
class Registration(_Registration, total=False):
    """What dnsd answers of one container on one network."""
    address6: str
    dns: List[str]
    internal: bool
    gone: bool

_HealthCheck = TypedDict('_HealthCheck', {'name': str, 'ok': bool, 'text': str}, total=True)
class HealthCheck(_HealthCheck, total=False):
    """One thing that was compared."""

_NetworkClaim = TypedDict('_NetworkClaim', {'container': str, 'incarnation': int, 'attachments': List["Attachment"]}, total=True)
class NetworkClaim(_NetworkClaim, total=False):
    """What a running container has of networks."""
    ports: List["PublishedPort"]
    policy: "Policy"
    rate_in_bytes: int
    rate_out_bytes: int

_Connection = TypedDict('_Connection', {'protocol': str, 'source': str, 'destination': str}, total=True)
class Connection(_Connection, total=False):
    """A connection between a container and somebody."""
    source_port: int
    source_container: str
    destination_port: int
    destination_container: str
    sent_bytes: int
    received_bytes: int

InboxMessage = TypedDict('InboxMessage', {'id': int, 'body': str, 'time_ns': int, 'from': str, 'topic': str}, total=False)
_HealthCheckSpec = TypedDict('_HealthCheckSpec', {'argv': List[str]}, total=True)
class HealthCheckSpec(_HealthCheckSpec, total=False):
    """A command that is run in the container again and again; status 0 is health."""
    interval_ms: int
    timeout_ms: int
    retries: int
    start_period_ms: int
    on_unhealthy: Literal["none", "restart", "stop"]

_ContainerSpec = TypedDict('_ContainerSpec', {'image': str}, total=True)
class ContainerSpec(_ContainerSpec, total=False):
    """What a container is to be."""
    name: str
    argv: List[str]
    entrypoint: List[str]
    env: Dict[str, str]
    workdir: str
    user: str
    hostname: str
    labels: Dict[str, str]
    limits: "Limits"
    network: Literal["none", "host", "bridge", "container"]
    networks: List["NetworkAttachment"]
    network_container: str
    ports: List["PublishedPort"]
    dns: List[str]
    dns_search: List[str]
    dns_options: List[str]
    extra_hosts: Dict[str, str]
    policy: "Policy"
    icc: bool
    stdin: bool
    health: "HealthCheckSpec"
    no_health: bool
    setup: List[str]
    tty: bool
    tty_rows: int
    tty_columns: int
    rate_in_bytes: int
    rate_out_bytes: int
    read_only: bool
    mounts: List["Mount"]
    secrets: List["SecretMount"]
    storage_bytes: int
    origin: "Origin"
    image_volumes: List[str]
    rlimits: List["ResourceLimit"]
    userns: "Userns"
    cap_add: List[str]
    cap_drop: List[str]
    seccomp: bool
    no_new_privs: bool
    shm_bytes: int
    stop_signal: int
    stop_grace_ms: int
    restart: Literal["no", "on-failure", "always", "unless-stopped"]
    restart_max: int
    timeout_ms: int
    auto_remove: bool
    log_max_bytes: int
    log_segment_bytes: int
    log_segments: int
    log_full: Literal["drop", "block"]

_ContainerExit = TypedDict('_ContainerExit', {'reason': Literal["exited", "signal", "oom", "timeout", "stopped", "killed", "host", "unknown", "unhealthy"]}, total=True)
class ContainerExit(_ContainerExit, total=False):
    """How a command ended. code is absent when a signal ended it or nobody knows."""
    code: int
    signal: int
    oom_kills: int
    time_ns: int
    run_ns: int
    memory_peak_bytes: int
    cpu_ns: int
    log_dropped_bytes: int
    output_complete: bool

Phases = TypedDict('Phases', {'image_ns': int, 'commit_ns': int, 'spawn_ns': int, 'cgroup_ns': int, 'clone_ns': int, 'rootfs_ns': int, 'exec_ns': int, 'network_ns': int}, total=False)
_Sample = TypedDict('_Sample', {'id': str, 'memory_bytes': int, 'memory_peak_bytes': int, 'cpu_ns': int, 'pids': int}, total=True)
class Sample(_Sample, total=False):
    """One container's counters: raw, since its start, from the kernel. What the host does not count is absent."""
    boot_ns: int
    throttled_ns: int
    throttled_periods: int
    flows_boot_ns: int
    cache_bytes: int
    read_bytes: int
    written_bytes: int
    received_bytes: int
    sent_bytes: int
    memory_limit_bytes: int
    cpu_limit_millis: int

_StatsView = TypedDict('_StatsView', {'sample': "Sample"}, total=True)
class StatsView(_StatsView, total=False):
    """The last sample of a container that runs."""
    name: str

_Metric = TypedDict('_Metric', {'time_ns': int, 'sample': "Sample"}, total=True)
class Metric(_Metric, total=False):
    """One point of a container's history."""

_ContainerView = TypedDict('_ContainerView', {'id': str, 'state': Literal["created", "starting", "running", "paused", "stopping", "exited", "failed", "removing", "removed"], 'want': Literal["created", "running", "stopped", "removed"], 'image': str, 'argv': List[str], 'incarnation': int, 'restarts': int, 'created_ns': int}, total=True)
class ContainerView(_ContainerView, total=False):
    """A container as a client sees it."""
    name: str
    digest: str
    labels: Dict[str, str]
    pid: int
    started_ns: int
    uptime_ns: int
    exit: "ContainerExit"
    error: str
    error_code: str
    memory_bytes: int
    memory_peak_bytes: int
    cpu_ns: int
    pids: int
    sampled_ns: int
    networks: List["Attachment"]
    health: Literal["starting", "healthy", "unhealthy"]

_ContainerRecord = TypedDict('_ContainerRecord', {'id': str, 'state': Literal["created", "starting", "running", "paused", "stopping", "exited", "failed", "removing", "removed"], 'want': Literal["created", "running", "stopped", "removed"], 'incarnation': int, 'digest': str, 'created_ns': int, 'boot_id': str, 'spec': Dict[str, Any]}, total=True)
class ContainerRecord(_ContainerRecord, total=False):
    """A container as the monitor sees it."""
    restarts: int
    repair: bool
    layers: List[str]
    started_ns: int
    started_boot_ns: int
    stop_reason: Literal["exited", "signal", "oom", "timeout", "stopped", "killed", "host", "unknown", "unhealthy"]
    kill_at_boot_ns: int
    exit: "ContainerExit"
    error: str
    error_code: str
    attachments: List["Attachment"]
    health: Literal["starting", "healthy", "unhealthy"]
    generation: int

_ExecRecord = TypedDict('_ExecRecord', {'argv': List[str], 'uid': int, 'started_ns': int}, total=True)
class ExecRecord(_ExecRecord, total=False):
    """What is kept of an exec session beside its output, for a monitor that comes later."""
    deadline_boot_ms: int
    stdin: bool
    tty: bool
    work: bool
    tree: bool

_ExecSession = TypedDict('_ExecSession', {'exec_id': str, 'argv': List[str], 'state': Literal["starting", "running", "ended", "failed"], 'uid': int, 'started_ns': int}, total=True)
class ExecSession(_ExecSession, total=False):
    """An exec session as a client sees it."""
    stdin: bool
    tty: bool
    exit: "ContainerExit"
    error: str

_ExecPast = TypedDict('_ExecPast', {'exec_id': str, 'incarnation': int, 'uid': int, 'started_ns': int, 'pid': int}, total=True)
class ExecPast(_ExecPast, total=False):
    """What is kept of an exec session for as long as its container is."""
    exit: "ContainerExit"

_Event = TypedDict('_Event', {'v': int, 'seq': int, 'cseq': int, 'log_id': str, 'time_ns': int, 'boot_ns': int, 'type': str, 'cause': "Cause"}, total=True)
class Event(_Event, total=False):
    """One entry of the event log."""
    container: str
    incarnation: int
    attrs: Dict[str, Any]

_ActorStatus = TypedDict('_ActorStatus', {'name': str, 'state': Literal["starting", "ready", "down", "degraded"], 'pid': int, 'restarts': int}, total=True)
class ActorStatus(_ActorStatus, total=False):
    """One process of Quilt's."""

_Image = TypedDict('_Image', {'digest': str, 'config_digest': str, 'source': str, 'bytes': int, 'entries': int, 'os': str, 'created_ns': int}, total=True)
class Image(_Image, total=False):
    """An image: what it is, not what is in it."""
    tags: List[str]
    blob_bytes: int
    layers: int
    repaired: int
    architecture: str

_ImageLayer = TypedDict('_ImageLayer', {'diff': str, 'blob': str, 'media': str, 'blob_bytes': int}, total=True)
class ImageLayer(_ImageLayer, total=False):
    """One layer."""
    bytes: int
    entries: int
    path: str

ImageConfig = TypedDict('ImageConfig', {'entrypoint': List[str], 'cmd': List[str], 'env': Dict[str, str], 'user': str, 'workdir': str, 'labels': Dict[str, str], 'exposed_ports': List[str], 'volumes': List[str], 'stop_signal': int, 'health': "HealthCheckSpec"}, total=False)
ImageStep = TypedDict('ImageStep', {'created': str, 'created_by': str, 'comment': str, 'empty': bool}, total=False)
_ImageRecord = TypedDict('_ImageRecord', {'image': "Image", 'layers': List["ImageLayer"], 'config': "ImageConfig", 'manifest_media': str, 'manifest_bytes': int, 'config_media': str, 'config_bytes': int}, total=True)
class ImageRecord(_ImageRecord, total=False):
    """All that is known of an image."""
    history: List["ImageStep"]
    stamp: str

_ImagePlan = TypedDict('_ImagePlan', {'record': "ImageRecord", 'manifest': bytes, 'config': bytes}, total=True)
class ImagePlan(_ImagePlan, total=False):
    """What a layout holds, as the process says that read it."""
    names: List[str]

_Progress = TypedDict('_Progress', {'source': str, 'what': str, 'done_bytes': int, 'total_bytes': int}, total=True)
class Progress(_Progress, total=False):
    """Part of an image on its way: one that is unpacked, a layer of it, or a blob from or to a registry."""
    layer: str

_DiskUse = TypedDict('_DiskUse', {'kind': str, 'name': str, 'bytes': int}, total=True)
class DiskUse(_DiskUse, total=False):
    """What something takes on the disk."""
    files: int
    used: bool

_Finding = TypedDict('_Finding', {'what': str, 'name': str, 'text': str}, total=True)
class Finding(_Finding, total=False):
    """Something on the disk that should be otherwise."""
    mended: bool

_Cleanup = TypedDict('_Cleanup', {'kind': str, 'key': str}, total=True)
class Cleanup(_Cleanup, total=False):
    """An intent: something is being deleted, and will be whatever ends meanwhile."""

_Operation = TypedDict('_Operation', {'key': str, 'verb': str, 'uid': int, 'time_ns': int}, total=True)
class Operation(_Operation, total=False):
    """A mutating request with an idempotency key, and what was answered."""
    container: str

LogPart = TypedDict('LogPart', {'stream': Literal["stdout", "stderr"], 'seq': int, 'offset': int, 'time_ns': int, 'container': str}, total=False)

class Verbs:
    """One method a verb; `_verb` sends it."""

    def _verb(self, verb: str, args: Dict[str, Any]) -> Any:
        raise NotImplementedError

    def hello(self) -> Any:
        """Protocol range, limits, and where the event log stands."""
        return self._verb('hello', {})

    def health(self) -> Any:
        """Whether every actor is ready."""
        return self._verb('health', {})

    def info(self) -> Any:
        """Counts, and where things are kept."""
        return self._verb('info', {})

    def shutdown(self, *, containers: Any = None) -> Any:
        """End Quilt. Containers go on unless containers is true: then they are stopped first."""
        return self._verb('shutdown', {'containers': containers})

    def container_create(self, *, image: str, name: Any = None, argv: Any = None, entrypoint: Any = None, env: Any = None, workdir: Any = None, user: Any = None, hostname: Any = None, labels: Any = None, limits: Any = None, network: Any = None, networks: Any = None, network_container: Any = None, ports: Any = None, dns: Any = None, dns_search: Any = None, dns_options: Any = None, extra_hosts: Any = None, policy: Any = None, icc: Any = None, stdin: Any = None, health: Any = None, no_health: Any = None, setup: Any = None, tty: Any = None, tty_rows: Any = None, tty_columns: Any = None, rate_in_bytes: Any = None, rate_out_bytes: Any = None, read_only: Any = None, mounts: Any = None, secrets: Any = None, storage_bytes: Any = None, origin: Any = None, image_volumes: Any = None, rlimits: Any = None, userns: Any = None, cap_add: Any = None, cap_drop: Any = None, seccomp: Any = None, no_new_privs: Any = None, shm_bytes: Any = None, stop_signal: Any = None, stop_grace_ms: Any = None, restart: Any = None, restart_max: Any = None, timeout_ms: Any = None, auto_remove: Any = None, log_max_bytes: Any = None, log_segment_bytes: Any = None, log_segments: Any = None, log_full: Any = None) -> Any:
        """Make a container; it is not started."""
        return self._verb('container.create', {'image': image, 'name': name, 'argv': argv, 'entrypoint': entrypoint, 'env': env, 'workdir': workdir, 'user': user, 'hostname': hostname, 'labels': labels, 'limits': limits, 'network': network, 'networks': networks, 'network_container': network_container, 'ports': ports, 'dns': dns, 'dns_search': dns_search, 'dns_options': dns_options, 'extra_hosts': extra_hosts, 'policy': policy, 'icc': icc, 'stdin': stdin, 'health': health, 'no_health': no_health, 'setup': setup, 'tty': tty, 'tty_rows': tty_rows, 'tty_columns': tty_columns, 'rate_in_bytes': rate_in_bytes, 'rate_out_bytes': rate_out_bytes, 'read_only': read_only, 'mounts': mounts, 'secrets': secrets, 'storage_bytes': storage_bytes, 'origin': origin, 'image_volumes': image_volumes, 'rlimits': rlimits, 'userns': userns, 'cap_add': cap_add, 'cap_drop': cap_drop, 'seccomp': seccomp, 'no_new_privs': no_new_privs, 'shm_bytes': shm_bytes, 'stop_signal': stop_signal, 'stop_grace_ms': stop_grace_ms, 'restart': restart, 'restart_max': restart_max, 'timeout_ms': timeout_ms, 'auto_remove': auto_remove, 'log_max_bytes': log_max_bytes, 'log_segment_bytes': log_segment_bytes, 'log_segments': log_segments, 'log_full': log_full})

    def container_start(self, *, container: str) -> Any:
        """Start a created or ended container; answered when it runs or failed."""
        return self._verb('container.start', {'container': container})

    def container_stop(self, *, container: str, signal: Any = None, grace_ms: Any = None) -> Any:
        """Signal, wait, kill; answered when it has ended. The deadline of the kill is durable."""
        return self._verb('container.stop', {'container': container, 'signal': signal, 'grace_ms': grace_ms})

    def container_kill(self, *, container: str, signal: Any = None) -> Any:
        """Send a signal, SIGKILL by default. SIGKILL reaches every process and is answered when the container has ended."""
        return self._verb('container.kill', {'container': container, 'signal': signal})

    def container_resize(self, *, container: str, tty_rows: int, tty_columns: int) -> Any:
        """Another size for a container's terminal; its foreground processes get SIGWINCH."""
        return self._verb('container.resize', {'container': container, 'tty_rows': tty_rows, 'tty_columns': tty_columns})

    def container_write(self, *, container: str, offset: Any = None, data: Any = None, end: Any = None) -> Any:
        """Bytes for the standard input of a container that was made with stdin, as exec.write has them for a session. The offset counts from the beginning of each start."""
        return self._verb('container.write', {'container': container, 'offset': offset, 'data': data, 'end': end})

    def container_restart(self, *, container: str, grace_ms: Any = None) -> Any:
        """Stop if it runs, then start."""
        return self._verb('container.restart', {'container': container, 'grace_ms': grace_ms})

    def container_pause(self, *, container: str) -> Any:
        """Freeze every process."""
        return self._verb('container.pause', {'container': container})

    def container_resume(self, *, container: str) -> Any:
        """Undo pause."""
        return self._verb('container.resume', {'container': container})

    def container_remove(self, *, container: str, force: Any = None) -> Any:
        """Forget a container and everything it had; one that runs only with force. A tombstone keeps its exit."""
        return self._verb('container.remove', {'container': container, 'force': force})

    def container_rename(self, *, container: str, name: str) -> Any:
        """Give another name."""
        return self._verb('container.rename', {'container': container, 'name': name})

    def container_update(self, *, container: str, limits: "Limits") -> Any:
        """Change limits, at once if it runs; what is absent stays."""
        return self._verb('container.update', {'container': container, 'limits': limits})

    def container_wait(self, *, container: str, condition: Any = None) -> Any:
        """Answered when the condition holds; also for a container that is removed already."""
        return self._verb('container.wait', {'container': container, 'condition': condition})

    def container_status(self, *, container: str) -> Any:
        """One container's state; waits for nothing."""
        return self._verb('container.status', {'container': container})

    def container_inspect(self, *, container: str) -> Any:
        """Everything that is known of one container."""
        return self._verb('container.inspect', {'container': container})

    def container_why(self, *, container: str) -> Any:
        """How a container came to be as it is, in words, and the events of its last incarnation. Also of a removed one."""
        return self._verb('container.why', {'container': container})

    def container_by_name(self, *, container: str) -> Any:
        """The id behind a name, prefix or id."""
        return self._verb('container.by_name', {'container': container})

    def container_list(self, *, all: Any = None, states: Any = None, name: Any = None, label: Any = None, after: Any = None, limit: Any = None) -> Any:
        """Containers in the order of their creation."""
        return self._verb('container.list', {'all': all, 'states': states, 'name': name, 'label': label, 'after': after, 'limit': limit})

    def container_stats(self, *, container: Any = None, after: Any = None) -> Any:
        """Counters of containers that run, as they were last sampled; each is sampled once a second. The stats socket publishes the same."""
        return self._verb('container.stats', {'container': container, 'after': after})

    def container_stats_history(self, *, container: str, since_ns: Any = None) -> Any:
        """A container's counters over time: a point each ten seconds, kept for an hour, also after its end."""
        return self._verb('container.stats_history', {'container': container, 'since_ns': since_ns})

    def container_trim(self, *, container: str, offset: int) -> Any:
        """Output before this byte is not needed any more: whole files of it are removed, and a container that waits for room in its log goes on."""
        return self._verb('container.trim', {'container': container, 'offset': offset})

    def container_copy_out(self, *, container: str, paths: List[str], exec_id: Any = None) -> Any:
        """Files and directories of a container, running or not, as a tar archive: a session whose output it is. Read it with exec.read, let it go on with exec.trim. On stderr: `total BYTES`, and what failed."""
        return self._verb('container.copy_out', {'container': container, 'paths': paths, 'exec_id': exec_id})

    def container_copy_in(self, *, container: str, path: str, exec_id: Any = None) -> Any:
        """A tar archive (also gzip, zstd, xz, bzip2) into a container, running or not: a session whose input it is. Write it with exec.write, then exec.wait; what failed is on its stderr."""
        return self._verb('container.copy_in', {'container': container, 'path': path, 'exec_id': exec_id})

    def container_diff(self, *, container: str, exec_id: Any = None) -> Any:
        """What changed in a container's tree, beside mounts: a session whose output is lines of `A PATH` (added), `C PATH` (changed), `D PATH` (deleted), with control characters and backslashes as \ooo."""
        return self._verb('container.diff', {'container': container, 'exec_id': exec_id})

    def container_fork(self, *, container: Any = None, snapshot: Any = None, name: Any = None, count: Any = None, secrets: Any = None) -> Any:
        """New containers with the files of one as they are now, or of a snapshot. A running one is frozen while they are taken. Limits, policy and labels come along; published ports and fixed addresses do not. They are created, not started."""
        return self._verb('container.fork', {'container': container, 'snapshot': snapshot, 'name': name, 'count': count, 'secrets': secrets})

    def container_snapshot(self, *, container: str, name: str, labels: Any = None) -> Any:
        """Keep the files of a container as they are now, under a name, for container.fork. A running one is frozen while they are taken."""
        return self._verb('container.snapshot', {'container': container, 'name': name, 'labels': labels})

    def container_commit(self, *, container: str, tag: Any = None, message: Any = None, author: Any = None, config: Any = None) -> Any:
        """Make an image of a container: its image, and what it changed as one more layer. A running one is frozen while that is taken."""
        return self._verb('container.commit', {'container': container, 'tag': tag, 'message': message, 'author': author, 'config': config})

    def exec_trim(self, *, container: str, exec_id: str, offset: int) -> Any:
        """Output of a session before this byte is not needed any more; a copy that waits for room goes on."""
        return self._verb('exec.trim', {'container': container, 'exec_id': exec_id, 'offset': offset})

    def exec_resize(self, *, container: str, exec_id: str, tty_rows: int, tty_columns: int) -> Any:
        """Another size for an exec session's terminal; its foreground processes get SIGWINCH."""
        return self._verb('exec.resize', {'container': container, 'exec_id': exec_id, 'tty_rows': tty_rows, 'tty_columns': tty_columns})

    def exec_write(self, *, container: str, exec_id: str, offset: Any = None, data: Any = None, end: Any = None) -> Any:
        """Bytes for the standard input of an exec session. Answered when its process can have them all; a repetition, from whatever connection, is harmless: what was taken before is skipped. Without data and end it asks where it stands."""
        return self._verb('exec.write', {'container': container, 'exec_id': exec_id, 'offset': offset, 'data': data, 'end': end})

    def exec_wait(self, *, container: str, exec_id: str) -> Any:
        """Wait until an exec session has ended. One that could not be started is that error."""
        return self._verb('exec.wait', {'container': container, 'exec_id': exec_id})

    def exec_list(self, *, container: str) -> Any:
        """Exec sessions of a container: those that run, and for five minutes those that ended."""
        return self._verb('exec.list', {'container': container})

    def exec_history(self, *, container: str) -> Any:
        """Exec sessions of a container since it was created, also those whose output is gone; of those that ended the last thousand."""
        return self._verb('exec.history', {'container': container})

    def exec_signal(self, *, container: str, exec_id: str, signal: Any = None) -> Any:
        """Signal an exec session's process; KILL reaches all that came of it."""
        return self._verb('exec.signal', {'container': container, 'exec_id': exec_id, 'signal': signal})

    def image_import(self, *, path: Any = None, upload: Any = None, tag: Any = None, ref: Any = None, platform: Any = None, format: Any = None) -> Any:
        """Take an image in: a root filesystem archive, an OCI layout (directory or archive), a docker archive. What is there already is not unpacked again."""
        return self._verb('image.import', {'path': path, 'upload': upload, 'tag': tag, 'ref': ref, 'platform': platform, 'format': format})

    def image_upload(self, *, upload: str, offset: int, data: bytes) -> Any:
        """Bytes of an archive that is not a file of this host. The same bytes again do nothing; what nobody imports goes after ten minutes."""
        return self._verb('image.upload', {'upload': upload, 'offset': offset, 'data': data})

    def image_list(self) -> Any:
        """Images."""
        return self._verb('image.list', {})

    def image_inspect(self, *, image: str) -> Any:
        """Everything that is known of an image, and who uses it."""
        return self._verb('image.inspect', {'image': image})

    def image_tag(self, *, image: str, tag: str) -> Any:
        """Give an image a further name. The name leaves the image that had it."""
        return self._verb('image.tag', {'image': image, 'tag': tag})

    def image_remove(self, *, image: str, force: Any = None) -> Any:
        """Take a tag away; with its last tag, or by digest, the image goes with the layers that no other has. Refused while a container or snapshot is made from it."""
        return self._verb('image.remove', {'image': image, 'force': force})

    def image_prune(self, *, all: Any = None, before_ns: Any = None, label: Any = None, dry_run: Any = None) -> Any:
        """Remove images that have no tag and that nothing is made from."""
        return self._verb('image.prune', {'all': all, 'before_ns': before_ns, 'label': label, 'dry_run': dry_run})

    def image_read(self, *, image: str, format: Any = None, name: Any = None, offset: Any = None) -> Any:
        """A piece of the archive that an image is, as saved: the same image gives the same bytes, so that any piece can be asked for again."""
        return self._verb('image.read', {'image': image, 'format': format, 'name': name, 'offset': offset})

    def image_pull(self, *, name: str, tag: Any = None, platform: Any = None, plain_http: Any = None, auth: Any = None, ca: Any = None) -> Any:
        """Fetch an image from a registry. Blobs and layers that are here are not fetched; a download that breaks off is gone on with, in this pull or the next."""
        return self._verb('image.pull', {'name': name, 'tag': tag, 'platform': platform, 'plain_http': plain_http, 'auth': auth, 'ca': ca})

    def image_push(self, *, image: str, name: Any = None, plain_http: Any = None, auth: Any = None, ca: Any = None) -> Any:
        """Send an image to a registry, as it came here. Blobs that the registry has are not sent."""
        return self._verb('image.push', {'image': image, 'name': name, 'plain_http': plain_http, 'auth': auth, 'ca': ca})

    def image_progress(self) -> Any:
        """Images on their way in or out now."""
        return self._verb('image.progress', {})

    def disk_usage(self) -> Any:
        """What takes how much on the disk; measured now, beside everything else."""
        return self._verb('disk.usage', {})

    def disk_check(self, *, mend: Any = None, deep: Any = None) -> Any:
        """Compare the disk with what is known: nothing may be there that nobody knows, nothing be missing that somebody needs."""
        return self._verb('disk.check', {'mend': mend, 'deep': deep})

    def volume_create(self, *, name: str, labels: Any = None) -> Any:
        """Make a named directory that outlives containers. It is never removed but by volume.remove and volume.prune."""
        return self._verb('volume.create', {'name': name, 'labels': labels})

    def volume_list(self, *, label: Any = None) -> Any:
        """Volumes."""
        return self._verb('volume.list', {'label': label})

    def volume_inspect(self, *, volume: str) -> Any:
        """One volume, and who uses it."""
        return self._verb('volume.inspect', {'volume': volume})

    def volume_remove(self, *, volume: str) -> Any:
        """Delete a volume with all that is in it; refused while a container has it, running or not."""
        return self._verb('volume.remove', {'volume': volume})

    def volume_prune(self, *, label: Any = None, before_ns: Any = None, dry_run: Any = None) -> Any:
        """Delete the volumes that no container has."""
        return self._verb('volume.prune', {'label': label, 'before_ns': before_ns, 'dry_run': dry_run})

    def secret_create(self, *, name: str, data: bytes, labels: Any = None) -> Any:
        """Keep a secret for containers. It is in no inspect, event, log or database."""
        return self._verb('secret.create', {'name': name, 'data': data, 'labels': labels})

    def secret_list(self) -> Any:
        """Secrets, by name."""
        return self._verb('secret.list', {})

    def secret_remove(self, *, secret: str) -> Any:
        """Forget a secret; refused while a container has it."""
        return self._verb('secret.remove', {'secret': secret})

    def snapshot_list(self, *, label: Any = None) -> Any:
        """Snapshots."""
        return self._verb('snapshot.list', {'label': label})

    def snapshot_remove(self, *, snapshot: str) -> Any:
        """Delete a snapshot. Containers that began as it keep what they have."""
        return self._verb('snapshot.remove', {'snapshot': snapshot})

    def network_create(self, *, name: str, subnet: Any = None, gateway: Any = None, ipv6: Any = None, subnet6: Any = None, internal: Any = None, labels: Any = None, policy: Any = None) -> Any:
        """Make a network: a bridge with addresses, names and its own rules."""
        return self._verb('network.create', {'name': name, 'subnet': subnet, 'gateway': gateway, 'ipv6': ipv6, 'subnet6': subnet6, 'internal': internal, 'labels': labels, 'policy': policy})

    def network_remove(self, *, network: str) -> Any:
        """Remove a network that no container is on."""
        return self._verb('network.remove', {'network': network})

    def network_list(self) -> Any:
        """Networks."""
        return self._verb('network.list', {})

    def network_inspect(self, *, network: str) -> Any:
        """One network and who is on it."""
        return self._verb('network.inspect', {'network': network})

    def network_connect(self, *, container: str, network: str, address: Any = None, mac: Any = None, aliases: Any = None) -> Any:
        """Put a container on a further network, at once if it runs."""
        return self._verb('network.connect', {'container': container, 'network': network, 'address': address, 'mac': mac, 'aliases': aliases})

    def network_disconnect(self, *, container: str, network: str) -> Any:
        """Take a container off a network, at once if it runs."""
        return self._verb('network.disconnect', {'container': container, 'network': network})

    def network_allocations(self, *, network: Any = None) -> Any:
        """Addresses that are leased, kept ready, or in quarantine."""
        return self._verb('network.allocations', {'network': network})

    def network_ports(self) -> Any:
        """Published ports."""
        return self._verb('network.ports', {})

    def network_policy_get(self, *, network: Any = None, container: Any = None) -> Any:
        """The policy of a network or of a container."""
        return self._verb('network.policy_get', {'network': network, 'container': container})

    def network_policy_set(self, *, network: Any = None, container: Any = None, policy: Any = None) -> Any:
        """Replace the policy of a network or of a container; it holds at once, for connections that are open too."""
        return self._verb('network.policy_set', {'network': network, 'container': container, 'policy': policy})

    def network_health(self) -> Any:
        """Compares the kernel with what is recorded."""
        return self._verb('network.health', {})

    def dns_list(self) -> Any:
        """Names that are answered; a container sees those that it can ask for."""
        return self._verb('dns.list', {})

    def icc_ping(self, *, to: str, from_: Any = None, count: Any = None, interval_ms: Any = None, timeout_ms: Any = None) -> Any:
        """ICMP echo from one container's network to another container or address; needs no tool inside."""
        return self._verb('icc.ping', {'from': from_, 'to': to, 'count': count, 'interval_ms': interval_ms, 'timeout_ms': timeout_ms})

    def icc_connections(self, *, container: Any = None) -> Any:
        """Who talks to whom now, with bytes."""
        return self._verb('icc.connections', {'container': container})

    def icc_publish(self, *, body: str, to: Any = None, label: Any = None, from_: Any = None, topic: Any = None) -> Any:
        """Put a message into the inbox of a container, or of all that have a label. It is kept until it is acknowledged."""
        return self._verb('icc.publish', {'to': to, 'label': label, 'from': from_, 'topic': topic, 'body': body})

    def icc_inbox(self, *, container: Any = None, after: Any = None, limit: Any = None, wait_ms: Any = None) -> Any:
        """Messages that were not acknowledged yet, oldest first; the same ones again until they are."""
        return self._verb('icc.inbox', {'container': container, 'after': after, 'limit': limit, 'wait_ms': wait_ms})

    def icc_ack(self, *, id: int, container: Any = None) -> Any:
        """These and older messages have been dealt with."""
        return self._verb('icc.ack', {'container': container, 'id': id})

    def events_read(self, *, after: int, limit: Any = None, wait_ms: Any = None, container: Any = None) -> Any:
        """Events after a sequence number; waits for the next when there is none. Compacted ones answer `truncated`."""
        return self._verb('events.read', {'after': after, 'limit': limit, 'wait_ms': wait_ms, 'container': container})

    def operation_list(self, *, limit: Any = None) -> Any:
        """Recent mutating requests that carried an idempotency key, newest first."""
        return self._verb('operation.list', {'limit': limit})

    def operation_get(self, *, key: str) -> Any:
        """One of them."""
        return self._verb('operation.get', {'key': key})
