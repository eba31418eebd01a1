"""Messages of the Quilt protocol: generated from protocol/quilt.toml by protocol/generate.py; do not edit."""

VERSION = 1

# name -> (exit status of the CLI, whether a retry can help)
ERRORS = {
    'invalid': (125, False),
    'not_found': (125, False),
    'exists': (125, False),
    'conflict': (125, False),
    'denied': (125, False),
    'unavailable': (125, True),
    'deadline': (124, True),
    'exhausted': (125, True),
    'state': (125, False),
    'unsupported': (125, False),
    'truncated': (125, False),
    'failed': (125, False),
    'internal': (125, False),
    'no_command': (127, False),
    'not_executable': (126, False),
}

# type -> its rule
TYPES = {
    'container_id': {'is': 'str', 'len': [12, 12], 'chars': '0-9a-f', 'first': None},
    'container_ref': {'is': 'str', 'len': [1, 128], 'chars': 'a-zA-Z0-9_.-', 'first': None},
    'container_name': {'is': 'str', 'len': [1, 128], 'chars': 'a-zA-Z0-9_.-', 'first': 'a-zA-Z0-9'},
    'exec_id': {'is': 'str', 'len': [1, 64], 'chars': 'a-zA-Z0-9_-', 'first': 'a-zA-Z0-9_'},
    'hostname': {'is': 'str', 'len': [1, 63], 'chars': 'a-zA-Z0-9-', 'first': 'a-zA-Z0-9'},
    'digest': {'is': 'str', 'len': [64, 64], 'chars': '0-9a-f', 'first': None},
    'tag_name': {'is': 'str', 'len': [1, 255], 'chars': 'a-zA-Z0-9_./:-', 'first': 'a-zA-Z0-9'},
    'image_ref': {'is': 'str', 'len': [1, 4095], 'chars': None, 'first': None},
    'image_format': {'is': 'enum', 'values': ['auto', 'rootfs', 'layout']},
    'save_format': {'is': 'enum', 'values': ['oci', 'docker']},
    'path': {'is': 'str', 'len': [1, 4095], 'chars': None, 'first': '/'},
    'word': {'is': 'str', 'len': [1, 63], 'chars': 'a-zA-Z0-9_.-', 'first': None},
    'idem_key': {'is': 'str', 'len': [1, 80], 'chars': 'a-zA-Z0-9_.:-', 'first': None},
    'text': {'is': 'str', 'len': [0, 4095], 'chars': None, 'first': None},
    'log_id': {'is': 'str', 'len': [16, 16], 'chars': '0-9a-f', 'first': None},
    'state': {'is': 'enum', 'values': ['created', 'starting', 'running', 'paused', 'stopping', 'exited', 'failed', 'removing', 'removed']},
    'want': {'is': 'enum', 'values': ['created', 'running', 'stopped', 'removed']},
    'network_mode': {'is': 'enum', 'values': ['none', 'host', 'bridge', 'container']},
    'network_name': {'is': 'str', 'len': [1, 63], 'chars': 'a-zA-Z0-9_.-', 'first': 'a-zA-Z0-9'},
    'ip_address': {'is': 'str', 'len': [2, 45], 'chars': '0-9a-fA-F.:', 'first': None},
    'cidr': {'is': 'str', 'len': [2, 50], 'chars': '0-9a-fA-F.:/', 'first': None},
    'mac': {'is': 'str', 'len': [17, 17], 'chars': '0-9a-f:', 'first': None},
    'dns_name': {'is': 'str', 'len': [1, 253], 'chars': 'a-zA-Z0-9_.-', 'first': 'a-zA-Z0-9'},
    'resolver_option': {'is': 'str', 'len': [1, 63], 'chars': 'a-zA-Z0-9_:-', 'first': None},
    'port': {'is': 'uint', 'range': [1, 65535]},
    'port_protocol': {'is': 'enum', 'values': ['tcp', 'udp', 'sctp']},
    'policy_protocol': {'is': 'enum', 'values': ['any', 'tcp', 'udp', 'sctp', 'icmp']},
    'policy_action': {'is': 'enum', 'values': ['allow', 'deny']},
    'policy_direction': {'is': 'enum', 'values': ['egress', 'ingress']},
    'bytes_per_s': {'is': 'uint', 'range': [1000, 100000000000]},
    'mount_type': {'is': 'enum', 'values': ['bind', 'tmpfs', 'volume']},
    'propagation': {'is': 'enum', 'values': ['private', 'slave']},
    'volume_name': {'is': 'str', 'len': [1, 63], 'chars': 'a-zA-Z0-9_.-', 'first': 'a-zA-Z0-9'},
    'restart_policy': {'is': 'enum', 'values': ['no', 'on-failure', 'always', 'unless-stopped']},
    'stream_name': {'is': 'enum', 'values': ['stdout', 'stderr']},
    'log_full': {'is': 'enum', 'values': ['drop', 'block']},
    'exit_reason': {'is': 'enum', 'values': ['exited', 'signal', 'oom', 'timeout', 'stopped', 'killed', 'host', 'unknown', 'unhealthy']},
    'health_status': {'is': 'enum', 'values': ['starting', 'healthy', 'unhealthy']},
    'health_action': {'is': 'enum', 'values': ['none', 'restart', 'stop']},
    'exec_state': {'is': 'enum', 'values': ['starting', 'running', 'ended', 'failed']},
    'condition': {'is': 'enum', 'values': ['running', 'exited', 'removed', 'ready', 'healthy']},
    'actor_state': {'is': 'enum', 'values': ['starting', 'ready', 'down', 'degraded']},
    'cpu_millis': {'is': 'uint', 'range': [1, 1024000]},
    'memory_bytes': {'is': 'uint', 'range': [524288, 4611686018427387904]},
    'pids_max': {'is': 'uint', 'range': [1, 4194304]},
    'cpu_list': {'is': 'str', 'len': [1, 127], 'chars': '0-9,-', 'first': '0-9'},
    'weight': {'is': 'uint', 'range': [1, 10000]},
    'signal': {'is': 'uint', 'range': [1, 64]},
    'terminal_size': {'is': 'uint', 'range': [1, 65535]},
    'uid': {'is': 'uint', 'range': [0, 4294967294]},
}

# struct -> {field: (type, required)}
STRUCTS = {
    'caller': {'uid': ('uid', True), 'gid': ('uid', True), 'container': ('container_id', False)},
    'request_head': {'v': ('uint', True), 'id': ('id', True), 'verb': ('word', True), 'args': ('map', False), 'deadline_ms': ('uint', False), 'idem': ('idem_key', False), 'epoch': ('uint', False), 'from': ('word', False), 'caller': ('caller', False), 'repeated': ('bool', False)},
    'error_detail': {'step': ('word', False), 'errno': ('uint', False), 'oldest': ('uint', False)},
    'error_body': {'code': ('word', True), 'message': ('text', True), 'retryable': ('bool', True), 'detail': ('error_detail', False)},
    'reply_head': {'v': ('uint', True), 'id': ('id', True), 'ok': ('bool', True), 'result': ('map', False), 'error': ('error_body', False), 'part': ('uint', False), 'more': ('bool', False)},
    'cause': {'verb': ('word', True), 'uid': ('uid', True)},
    'mount': {'type': ('mount_type', True), 'source': ('path', False), 'volume': ('volume_name', False), 'target': ('path', True), 'read_only': ('bool', False), 'propagation': ('propagation', False), 'idmap': ('bool', False), 'allow_host': ('bool', False), 'size_bytes': ('uint', False), 'mode': ('uint', False)},
    'secret_mount': {'secret': ('volume_name', True), 'target': ('path', False), 'mode': ('uint', False), 'uid': ('uint', False), 'gid': ('uint', False)},
    'volume': {'name': ('volume_name', True), 'labels': ('{str}', False), 'created_ns': ('uint', True), 'path': ('text', False), 'bytes': ('uint', False), 'container': ('container_id', False), 'digest': ('digest', False), 'method': ('word', False)},
    'origin': {'container': ('container_id', False), 'snapshot': ('volume_name', False)},
    'resource_limit': {'name': ('word', True), 'soft': ('uint', True), 'hard': ('uint', True)},
    'userns': {'host_id': ('uid', True), 'count': ('uint', True)},
    'limits': {'memory_bytes': ('memory_bytes', False), 'memory_swap_bytes': ('uint', False), 'cpu_millis': ('cpu_millis', False), 'cpu_weight': ('weight', False), 'cpuset': ('cpu_list', False), 'pids_max': ('pids_max', False), 'io_weight': ('weight', False)},
    'network_attachment': {'network': ('network_name', True), 'address': ('ip_address', False), 'mac': ('mac', False), 'aliases': ('[hostname]', False)},
    'attachment': {'network': ('network_name', True), 'number': ('uint', True), 'interface': ('word', True), 'address': ('ip_address', True), 'prefix': ('uint', True), 'gateway': ('ip_address', True), 'address6': ('ip_address', False), 'gateway6': ('ip_address', False), 'mac': ('mac', True), 'internal': ('bool', False), 'aliases': ('[hostname]', False)},
    'published_port': {'host_address': ('ip_address', False), 'host_port': ('port', True), 'container_port': ('port', True), 'count': ('port', False), 'protocol': ('port_protocol', False)},
    'policy_rule': {'action': ('policy_action', True), 'direction': ('policy_direction', True), 'cidr': ('cidr', False), 'protocol': ('policy_protocol', False), 'port_from': ('port', False), 'port_to': ('port', False)},
    'policy': {'egress': ('policy_action', False), 'ingress': ('policy_action', False), 'rules': ('[policy_rule]', False), 'audit': ('bool', False)},
    'network': {'name': ('network_name', True), 'number': ('uint', True), 'subnet': ('cidr', True), 'gateway': ('ip_address', True), 'subnet6': ('cidr', False), 'gateway6': ('ip_address', False), 'internal': ('bool', False), 'labels': ('{str}', False), 'policy': ('policy', False), 'created_ns': ('uint', False)},
    'network_member': {'container': ('container_id', True), 'name': ('container_name', False), 'state': ('state', True), 'address': ('ip_address', False), 'address6': ('ip_address', False), 'mac': ('mac', False), 'aliases': ('[hostname]', False)},
    'allocation': {'network': ('network_name', True), 'address': ('ip_address', True), 'phase': ('word', True), 'container': ('container_id', False), 'since_ns': ('uint', True)},
    'port_use': {'protocol': ('port_protocol', True), 'host_address': ('ip_address', False), 'host_port': ('port', True), 'container': ('container_id', True), 'container_port': ('port', True)},
    'registration': {'generation': ('uint', True), 'network': ('network_name', True), 'number': ('uint', True), 'container': ('container_id', True), 'names': ('[dns_name]', True), 'address': ('ip_address', True), 'address6': ('ip_address', False), 'dns': ('[ip_address]', False), 'internal': ('bool', False), 'gone': ('bool', False)},
    'health_check': {'name': ('word', True), 'ok': ('bool', True), 'text': ('text', True)},
    'network_claim': {'container': ('container_id', True), 'incarnation': ('uint', True), 'attachments': ('[attachment]', True), 'ports': ('[published_port]', False), 'policy': ('policy', False), 'rate_in_bytes': ('uint', False), 'rate_out_bytes': ('uint', False)},
    'connection': {'protocol': ('word', True), 'source': ('ip_address', True), 'source_port': ('uint', False), 'source_container': ('container_id', False), 'destination': ('ip_address', True), 'destination_port': ('uint', False), 'destination_container': ('container_id', False), 'sent_bytes': ('uint', False), 'received_bytes': ('uint', False)},
    'inbox_message': {'id': ('uint', True), 'from': ('container_id', False), 'topic': ('word', False), 'body': ('str', True), 'time_ns': ('uint', True)},
    'health_check_spec': {'argv': ('[str]', True), 'interval_ms': ('uint', False), 'timeout_ms': ('uint', False), 'retries': ('uint', False), 'start_period_ms': ('uint', False), 'on_unhealthy': ('health_action', False)},
    'container_spec': {'image': ('image_ref', True), 'name': ('container_name', False), 'argv': ('[str]', False), 'entrypoint': ('[str]', False), 'env': ('{str}', False), 'workdir': ('path', False), 'user': ('text', False), 'hostname': ('hostname', False), 'labels': ('{str}', False), 'limits': ('limits', False), 'network': ('network_mode', False), 'networks': ('[network_attachment]', False), 'network_container': ('container_ref', False), 'ports': ('[published_port]', False), 'dns': ('[ip_address]', False), 'dns_search': ('[dns_name]', False), 'dns_options': ('[resolver_option]', False), 'extra_hosts': ('{str}', False), 'policy': ('policy', False), 'icc': ('bool', False), 'stdin': ('bool', False), 'health': ('health_check_spec', False), 'no_health': ('bool', False), 'setup': ('[text]', False), 'tty': ('bool', False), 'tty_rows': ('terminal_size', False), 'tty_columns': ('terminal_size', False), 'rate_in_bytes': ('bytes_per_s', False), 'rate_out_bytes': ('bytes_per_s', False), 'read_only': ('bool', False), 'mounts': ('[mount]', False), 'secrets': ('[secret_mount]', False), 'storage_bytes': ('uint', False), 'origin': ('origin', False), 'image_volumes': ('[path]', False), 'rlimits': ('[resource_limit]', False), 'userns': ('userns', False), 'cap_add': ('[word]', False), 'cap_drop': ('[word]', False), 'seccomp': ('bool', False), 'no_new_privs': ('bool', False), 'shm_bytes': ('uint', False), 'stop_signal': ('signal', False), 'stop_grace_ms': ('uint', False), 'restart': ('restart_policy', False), 'restart_max': ('uint', False), 'timeout_ms': ('uint', False), 'auto_remove': ('bool', False), 'log_max_bytes': ('uint', False), 'log_segment_bytes': ('uint', False), 'log_segments': ('uint', False), 'log_full': ('log_full', False)},
    'container_exit': {'reason': ('exit_reason', True), 'code': ('uint', False), 'signal': ('uint', False), 'oom_kills': ('uint', False), 'time_ns': ('uint', False), 'run_ns': ('uint', False), 'memory_peak_bytes': ('uint', False), 'cpu_ns': ('uint', False), 'log_dropped_bytes': ('uint', False), 'output_complete': ('bool', False)},
    'phases': {'image_ns': ('uint', False), 'commit_ns': ('uint', False), 'spawn_ns': ('uint', False), 'cgroup_ns': ('uint', False), 'clone_ns': ('uint', False), 'rootfs_ns': ('uint', False), 'exec_ns': ('uint', False), 'network_ns': ('uint', False)},
    'sample': {'id': ('container_id', True), 'boot_ns': ('uint', False), 'memory_bytes': ('uint', True), 'memory_peak_bytes': ('uint', True), 'cpu_ns': ('uint', True), 'pids': ('uint', True), 'throttled_ns': ('uint', False), 'throttled_periods': ('uint', False), 'flows_boot_ns': ('uint', False), 'cache_bytes': ('uint', False), 'read_bytes': ('uint', False), 'written_bytes': ('uint', False), 'received_bytes': ('uint', False), 'sent_bytes': ('uint', False), 'memory_limit_bytes': ('uint', False), 'cpu_limit_millis': ('uint', False)},
    'stats_view': {'name': ('container_name', False), 'sample': ('sample', True)},
    'metric': {'time_ns': ('uint', True), 'sample': ('sample', True)},
    'container_view': {'id': ('container_id', True), 'name': ('container_name', False), 'state': ('state', True), 'want': ('want', True), 'image': ('image_ref', True), 'digest': ('digest', False), 'argv': ('[str]', True), 'labels': ('{str}', False), 'incarnation': ('uint', True), 'restarts': ('uint', True), 'pid': ('uint', False), 'created_ns': ('uint', True), 'started_ns': ('uint', False), 'uptime_ns': ('uint', False), 'exit': ('container_exit', False), 'error': ('text', False), 'error_code': ('word', False), 'memory_bytes': ('uint', False), 'memory_peak_bytes': ('uint', False), 'cpu_ns': ('uint', False), 'pids': ('uint', False), 'sampled_ns': ('uint', False), 'networks': ('[attachment]', False), 'health': ('health_status', False)},
    'container_record': {'id': ('container_id', True), 'state': ('state', True), 'want': ('want', True), 'incarnation': ('uint', True), 'restarts': ('uint', False), 'digest': ('digest', True), 'repair': ('bool', False), 'layers': ('[digest]', False), 'created_ns': ('uint', True), 'started_ns': ('uint', False), 'started_boot_ns': ('uint', False), 'stop_reason': ('exit_reason', False), 'kill_at_boot_ns': ('uint', False), 'boot_id': ('word', True), 'exit': ('container_exit', False), 'error': ('text', False), 'error_code': ('word', False), 'spec': ('map', True), 'attachments': ('[attachment]', False), 'health': ('health_status', False), 'generation': ('uint', False)},
    'exec_record': {'argv': ('[str]', True), 'uid': ('uid', True), 'started_ns': ('uint', True), 'deadline_boot_ms': ('uint', False), 'stdin': ('bool', False), 'tty': ('bool', False), 'work': ('bool', False), 'tree': ('bool', False)},
    'exec_session': {'exec_id': ('exec_id', True), 'argv': ('[str]', True), 'state': ('exec_state', True), 'uid': ('uid', True), 'started_ns': ('uint', True), 'stdin': ('bool', False), 'tty': ('bool', False), 'exit': ('container_exit', False), 'error': ('text', False)},
    'exec_past': {'exec_id': ('exec_id', True), 'incarnation': ('uint', True), 'uid': ('uid', True), 'started_ns': ('uint', True), 'pid': ('uint', True), 'exit': ('container_exit', False)},
    'event': {'v': ('uint', True), 'seq': ('uint', True), 'cseq': ('uint', True), 'log_id': ('log_id', True), 'time_ns': ('uint', True), 'boot_ns': ('uint', True), 'type': ('word', True), 'container': ('container_id', False), 'incarnation': ('uint', False), 'cause': ('cause', True), 'attrs': ('map', False)},
    'actor_status': {'name': ('word', True), 'state': ('actor_state', True), 'pid': ('uint', True), 'restarts': ('uint', True)},
    'image': {'digest': ('digest', True), 'config_digest': ('digest', True), 'source': ('text', True), 'tags': ('[tag_name]', False), 'bytes': ('uint', True), 'blob_bytes': ('uint', False), 'entries': ('uint', True), 'layers': ('uint', False), 'repaired': ('uint', False), 'os': ('word', True), 'architecture': ('word', False), 'created_ns': ('uint', True)},
    'image_layer': {'diff': ('digest', True), 'blob': ('digest', True), 'media': ('text', True), 'blob_bytes': ('uint', True), 'bytes': ('uint', False), 'entries': ('uint', False), 'path': ('text', False)},
    'image_config': {'entrypoint': ('[str]', False), 'cmd': ('[str]', False), 'env': ('{str}', False), 'user': ('text', False), 'workdir': ('path', False), 'labels': ('{str}', False), 'exposed_ports': ('[text]', False), 'volumes': ('[path]', False), 'stop_signal': ('signal', False), 'health': ('health_check_spec', False)},
    'image_step': {'created': ('text', False), 'created_by': ('text', False), 'comment': ('text', False), 'empty': ('bool', False)},
    'image_record': {'image': ('image', True), 'layers': ('[image_layer]', True), 'config': ('image_config', True), 'history': ('[image_step]', False), 'manifest_media': ('text', True), 'manifest_bytes': ('uint', True), 'config_media': ('text', True), 'config_bytes': ('uint', True), 'stamp': ('text', False)},
    'image_plan': {'record': ('image_record', True), 'names': ('[text]', False), 'manifest': ('bytes', True), 'config': ('bytes', True)},
    'progress': {'source': ('text', True), 'layer': ('digest', False), 'what': ('word', True), 'done_bytes': ('uint', True), 'total_bytes': ('uint', True)},
    'disk_use': {'kind': ('word', True), 'name': ('text', True), 'bytes': ('uint', True), 'files': ('uint', False), 'used': ('bool', False)},
    'finding': {'what': ('word', True), 'name': ('text', True), 'text': ('text', True), 'mended': ('bool', False)},
    'cleanup': {'kind': ('word', True), 'key': ('text', True)},
    'operation': {'key': ('idem_key', True), 'verb': ('word', True), 'uid': ('uid', True), 'time_ns': ('uint', True), 'container': ('container_id', False)},
    'log_part': {'stream': ('stream_name', False), 'seq': ('uint', False), 'offset': ('uint', False), 'time_ns': ('uint', False), 'container': ('container_id', False)},
}

# verb -> (role, socket, {field: (type, required)}, [reply fields], changes something)
VERBS = {
    'hello': ('viewer', 'control', {}, ['protocol_min', 'protocol_max', 'version', 'features', 'frame_bytes', 'chunk_bytes', 'role', 'log_id', 'head_seq', 'container'], False),
    'health': ('viewer', 'control', {}, ['ready', 'actors'], False),
    'info': ('viewer', 'control', {}, ['version', 'log_id', 'head_seq', 'oldest_seq', 'containers', 'running', 'paused', 'exited', 'images', 'schema', 'boot_id'], False),
    'shutdown': ('admin', 'control', {'containers': ('bool', False)}, ['stopped'], False),
    'container.create': ('operator', 'control', {'image': ('image_ref', True), 'name': ('container_name', False), 'argv': ('[str]', False), 'entrypoint': ('[str]', False), 'env': ('{str}', False), 'workdir': ('path', False), 'user': ('text', False), 'hostname': ('hostname', False), 'labels': ('{str}', False), 'limits': ('limits', False), 'network': ('network_mode', False), 'networks': ('[network_attachment]', False), 'network_container': ('container_ref', False), 'ports': ('[published_port]', False), 'dns': ('[ip_address]', False), 'dns_search': ('[dns_name]', False), 'dns_options': ('[resolver_option]', False), 'extra_hosts': ('{str}', False), 'policy': ('policy', False), 'icc': ('bool', False), 'stdin': ('bool', False), 'health': ('health_check_spec', False), 'no_health': ('bool', False), 'setup': ('[text]', False), 'tty': ('bool', False), 'tty_rows': ('terminal_size', False), 'tty_columns': ('terminal_size', False), 'rate_in_bytes': ('bytes_per_s', False), 'rate_out_bytes': ('bytes_per_s', False), 'read_only': ('bool', False), 'mounts': ('[mount]', False), 'secrets': ('[secret_mount]', False), 'storage_bytes': ('uint', False), 'origin': ('origin', False), 'image_volumes': ('[path]', False), 'rlimits': ('[resource_limit]', False), 'userns': ('userns', False), 'cap_add': ('[word]', False), 'cap_drop': ('[word]', False), 'seccomp': ('bool', False), 'no_new_privs': ('bool', False), 'shm_bytes': ('uint', False), 'stop_signal': ('signal', False), 'stop_grace_ms': ('uint', False), 'restart': ('restart_policy', False), 'restart_max': ('uint', False), 'timeout_ms': ('uint', False), 'auto_remove': ('bool', False), 'log_max_bytes': ('uint', False), 'log_segment_bytes': ('uint', False), 'log_segments': ('uint', False), 'log_full': ('log_full', False)}, ['id'], True),
    'container.run': ('operator', 'data', {'image': ('image_ref', True), 'name': ('container_name', False), 'argv': ('[str]', False), 'entrypoint': ('[str]', False), 'env': ('{str}', False), 'workdir': ('path', False), 'user': ('text', False), 'hostname': ('hostname', False), 'labels': ('{str}', False), 'limits': ('limits', False), 'network': ('network_mode', False), 'networks': ('[network_attachment]', False), 'network_container': ('container_ref', False), 'ports': ('[published_port]', False), 'dns': ('[ip_address]', False), 'dns_search': ('[dns_name]', False), 'dns_options': ('[resolver_option]', False), 'extra_hosts': ('{str}', False), 'policy': ('policy', False), 'icc': ('bool', False), 'stdin': ('bool', False), 'health': ('health_check_spec', False), 'no_health': ('bool', False), 'setup': ('[text]', False), 'tty': ('bool', False), 'tty_rows': ('terminal_size', False), 'tty_columns': ('terminal_size', False), 'rate_in_bytes': ('bytes_per_s', False), 'rate_out_bytes': ('bytes_per_s', False), 'read_only': ('bool', False), 'mounts': ('[mount]', False), 'secrets': ('[secret_mount]', False), 'storage_bytes': ('uint', False), 'origin': ('origin', False), 'image_volumes': ('[path]', False), 'rlimits': ('[resource_limit]', False), 'userns': ('userns', False), 'cap_add': ('[word]', False), 'cap_drop': ('[word]', False), 'seccomp': ('bool', False), 'no_new_privs': ('bool', False), 'shm_bytes': ('uint', False), 'stop_signal': ('signal', False), 'stop_grace_ms': ('uint', False), 'restart': ('restart_policy', False), 'restart_max': ('uint', False), 'timeout_ms': ('uint', False), 'auto_remove': ('bool', False), 'log_max_bytes': ('uint', False), 'log_segment_bytes': ('uint', False), 'log_segments': ('uint', False), 'log_full': ('log_full', False), 'attach': ('bool', False), 'credit_bytes': ('uint', False)}, ['id', 'exit'], True),
    'container.start': ('operator', 'control', {'container': ('container_ref', True)}, ['id'], True),
    'container.stop': ('operator', 'control', {'container': ('container_ref', True), 'signal': ('signal', False), 'grace_ms': ('uint', False)}, ['id', 'exit'], True),
    'container.kill': ('operator', 'control', {'container': ('container_ref', True), 'signal': ('signal', False)}, ['id'], True),
    'container.resize': ('operator', 'control', {'container': ('container_ref', True), 'tty_rows': ('terminal_size', True), 'tty_columns': ('terminal_size', True)}, [], False),
    'container.attach': ('operator', 'data', {'container': ('container_ref', True), 'tail': ('uint', False), 'after': ('uint', False), 'offset': ('uint', False), 'credit_bytes': ('uint', False)}, ['id', 'exit'], False),
    'container.write': ('operator', 'control', {'container': ('container_ref', True), 'offset': ('uint', False), 'data': ('bytes', False), 'end': ('bool', False)}, ['offset', 'ended'], False),
    'container.restart': ('operator', 'control', {'container': ('container_ref', True), 'grace_ms': ('uint', False)}, ['id'], True),
    'container.pause': ('operator', 'control', {'container': ('container_ref', True)}, ['id'], True),
    'container.resume': ('operator', 'control', {'container': ('container_ref', True)}, ['id'], True),
    'container.remove': ('operator', 'control', {'container': ('container_ref', True), 'force': ('bool', False)}, ['id'], True),
    'container.rename': ('operator', 'control', {'container': ('container_ref', True), 'name': ('container_name', True)}, ['id'], True),
    'container.update': ('operator', 'control', {'container': ('container_ref', True), 'limits': ('limits', True)}, ['id'], True),
    'container.wait': ('viewer', 'control', {'container': ('container_ref', True), 'condition': ('condition', False)}, ['id', 'state', 'exit', 'error', 'error_code', 'health'], False),
    'container.status': ('viewer', 'control', {'container': ('container_ref', True)}, ['status', 'as_of_seq'], False),
    'container.inspect': ('viewer', 'control', {'container': ('container_ref', True)}, ['status', 'spec', 'phases', 'as_of_seq'], False),
    'container.why': ('viewer', 'control', {'container': ('container_ref', True)}, ['id', 'state', 'incarnation', 'summary', 'asked_by', 'asked_ns', 'exit', 'events'], False),
    'container.by_name': ('viewer', 'control', {'container': ('container_ref', True)}, ['id'], False),
    'container.list': ('viewer', 'control', {'all': ('bool', False), 'states': ('[state]', False), 'name': ('container_ref', False), 'label': ('text', False), 'after': ('uint', False), 'limit': ('uint', False)}, ['containers', 'as_of_seq', 'next'], False),
    'container.stats': ('viewer', 'control', {'container': ('container_ref', False), 'after': ('container_id', False)}, ['stats', 'boot_ns', 'next'], False),
    'container.stats_history': ('viewer', 'control', {'container': ('container_ref', True), 'since_ns': ('uint', False)}, ['points'], False),
    'container.logs': ('viewer', 'data', {'container': ('container_ref', True), 'follow': ('bool', False), 'stdout': ('bool', False), 'stderr': ('bool', False), 'since_ns': ('uint', False), 'until_ns': ('uint', False), 'tail': ('uint', False), 'after': ('uint', False), 'offset': ('uint', False), 'credit_bytes': ('uint', False)}, ['last_seq', 'dropped_bytes', 'exit'], False),
    'container.trim': ('operator', 'control', {'container': ('container_ref', True), 'offset': ('uint', True)}, [], False),
    'container.copy_out': ('operator', 'control', {'container': ('container_ref', True), 'paths': ('[path]', True), 'exec_id': ('exec_id', False)}, ['exec_id'], True),
    'container.copy_in': ('operator', 'control', {'container': ('container_ref', True), 'path': ('path', True), 'exec_id': ('exec_id', False)}, ['exec_id'], True),
    'container.diff': ('viewer', 'control', {'container': ('container_ref', True), 'exec_id': ('exec_id', False)}, ['exec_id'], False),
    'container.fork': ('operator', 'control', {'container': ('container_ref', False), 'snapshot': ('volume_name', False), 'name': ('container_name', False), 'count': ('uint', False), 'secrets': ('bool', False)}, ['ids', 'source_state', 'method', 'frozen_ns', 'bytes', 'entries'], True),
    'container.snapshot': ('operator', 'control', {'container': ('container_ref', True), 'name': ('volume_name', True), 'labels': ('{str}', False)}, ['source_state', 'method', 'frozen_ns', 'bytes', 'entries'], True),
    'container.commit': ('operator', 'control', {'container': ('container_ref', True), 'tag': ('tag_name', False), 'message': ('text', False), 'author': ('text', False), 'config': ('image_config', False)}, ['image', 'source_state', 'frozen_ns'], True),
    'exec.trim': ('operator', 'control', {'container': ('container_ref', True), 'exec_id': ('exec_id', True), 'offset': ('uint', True)}, [], False),
    'exec.start': ('operator', 'data', {'container': ('container_ref', True), 'exec_id': ('exec_id', False), 'argv': ('[str]', True), 'env': ('{str}', False), 'workdir': ('path', False), 'user': ('text', False), 'after': ('uint', False), 'offset': ('uint', False), 'credit_bytes': ('uint', False), 'detach': ('bool', False), 'timeout_ms': ('uint', False), 'stdin': ('bool', False), 'tty': ('bool', False), 'tty_rows': ('terminal_size', False), 'tty_columns': ('terminal_size', False)}, ['exec_id', 'exit'], True),
    'exec.resize': ('operator', 'control', {'container': ('container_ref', True), 'exec_id': ('exec_id', True), 'tty_rows': ('terminal_size', True), 'tty_columns': ('terminal_size', True)}, [], False),
    'exec.write': ('operator', 'control', {'container': ('container_ref', True), 'exec_id': ('exec_id', True), 'offset': ('uint', False), 'data': ('bytes', False), 'end': ('bool', False)}, ['offset', 'ended'], False),
    'exec.read': ('operator', 'data', {'container': ('container_ref', True), 'exec_id': ('exec_id', True), 'after': ('uint', False), 'offset': ('uint', False), 'credit_bytes': ('uint', False)}, ['exec_id', 'exit'], False),
    'exec.wait': ('viewer', 'control', {'container': ('container_ref', True), 'exec_id': ('exec_id', True)}, ['exec_id', 'exit'], False),
    'exec.list': ('viewer', 'control', {'container': ('container_ref', True)}, ['sessions'], False),
    'exec.history': ('viewer', 'control', {'container': ('container_ref', True)}, ['sessions'], False),
    'exec.signal': ('operator', 'control', {'container': ('container_ref', True), 'exec_id': ('exec_id', True), 'signal': ('signal', False)}, [], True),
    'stream.credit': ('viewer', 'data', {'stream': ('id', True), 'bytes': ('uint', True)}, [], False),
    'stream.cancel': ('viewer', 'data', {'stream': ('id', True)}, [], False),
    'image.import': ('operator', 'control', {'path': ('path', False), 'upload': ('word', False), 'tag': ('tag_name', False), 'ref': ('text', False), 'platform': ('text', False), 'format': ('image_format', False)}, ['image'], True),
    'image.upload': ('operator', 'control', {'upload': ('word', True), 'offset': ('uint', True), 'data': ('bytes', True)}, ['size'], False),
    'image.list': ('viewer', 'control', {}, ['images'], False),
    'image.inspect': ('viewer', 'control', {'image': ('image_ref', True)}, ['record', 'containers'], False),
    'image.tag': ('operator', 'control', {'image': ('image_ref', True), 'tag': ('tag_name', True)}, ['digest'], True),
    'image.remove': ('operator', 'control', {'image': ('image_ref', True), 'force': ('bool', False)}, ['digest', 'removed'], True),
    'image.prune': ('operator', 'control', {'all': ('bool', False), 'before_ns': ('uint', False), 'label': ('text', False), 'dry_run': ('bool', False)}, ['images', 'bytes'], True),
    'image.read': ('operator', 'control', {'image': ('image_ref', True), 'format': ('save_format', False), 'name': ('text', False), 'offset': ('uint', False)}, ['digest', 'total_bytes', 'data'], False),
    'image.pull': ('operator', 'control', {'name': ('text', True), 'tag': ('tag_name', False), 'platform': ('text', False), 'plain_http': ('bool', False), 'auth': ('bytes', False), 'ca': ('bytes', False)}, ['image'], False),
    'image.push': ('operator', 'control', {'image': ('image_ref', True), 'name': ('text', False), 'plain_http': ('bool', False), 'auth': ('bytes', False), 'ca': ('bytes', False)}, ['digest'], False),
    'image.progress': ('viewer', 'control', {}, ['images'], False),
    'disk.usage': ('viewer', 'control', {}, ['items', 'layer_bytes', 'blob_bytes', 'free_bytes'], False),
    'disk.check': ('operator', 'control', {'mend': ('bool', False), 'deep': ('bool', False)}, ['findings', 'checked'], False),
    'volume.create': ('operator', 'control', {'name': ('volume_name', True), 'labels': ('{str}', False)}, ['volume'], True),
    'volume.list': ('viewer', 'control', {'label': ('text', False)}, ['volumes'], False),
    'volume.inspect': ('viewer', 'control', {'volume': ('volume_name', True)}, ['volume', 'containers'], False),
    'volume.remove': ('operator', 'control', {'volume': ('volume_name', True)}, [], True),
    'volume.prune': ('operator', 'control', {'label': ('text', False), 'before_ns': ('uint', False), 'dry_run': ('bool', False)}, ['volumes'], True),
    'secret.create': ('operator', 'control', {'name': ('volume_name', True), 'data': ('bytes', True), 'labels': ('{str}', False)}, ['secret'], False),
    'secret.list': ('viewer', 'control', {}, ['secrets'], False),
    'secret.remove': ('operator', 'control', {'secret': ('volume_name', True)}, [], True),
    'snapshot.list': ('viewer', 'control', {'label': ('text', False)}, ['snapshots'], False),
    'snapshot.remove': ('operator', 'control', {'snapshot': ('volume_name', True)}, [], True),
    'network.create': ('operator', 'control', {'name': ('network_name', True), 'subnet': ('cidr', False), 'gateway': ('ip_address', False), 'ipv6': ('bool', False), 'subnet6': ('cidr', False), 'internal': ('bool', False), 'labels': ('{str}', False), 'policy': ('policy', False)}, ['network'], True),
    'network.remove': ('operator', 'control', {'network': ('network_name', True)}, [], True),
    'network.list': ('viewer', 'control', {}, ['networks'], False),
    'network.inspect': ('viewer', 'control', {'network': ('network_name', True)}, ['network', 'members', 'addresses', 'leased', 'quarantined', 'as_of_seq'], False),
    'network.connect': ('operator', 'control', {'container': ('container_ref', True), 'network': ('network_name', True), 'address': ('ip_address', False), 'mac': ('mac', False), 'aliases': ('[hostname]', False)}, ['attachment'], True),
    'network.disconnect': ('operator', 'control', {'container': ('container_ref', True), 'network': ('network_name', True)}, [], True),
    'network.allocations': ('viewer', 'control', {'network': ('network_name', False)}, ['allocations'], False),
    'network.ports': ('viewer', 'control', {}, ['ports'], False),
    'network.policy_get': ('viewer', 'control', {'network': ('network_name', False), 'container': ('container_ref', False)}, ['policy'], False),
    'network.policy_set': ('operator', 'control', {'network': ('network_name', False), 'container': ('container_ref', False), 'policy': ('policy', False)}, [], True),
    'network.health': ('viewer', 'control', {}, ['ok', 'checks'], False),
    'dns.list': ('viewer', 'control', {}, ['registrations', 'generation'], False),
    'icc.ping': ('operator', 'control', {'from': ('container_ref', False), 'to': ('dns_name', True), 'count': ('uint', False), 'interval_ms': ('uint', False), 'timeout_ms': ('uint', False)}, ['address', 'sent', 'received', 'min_ns', 'avg_ns', 'max_ns'], False),
    'icc.connections': ('viewer', 'control', {'container': ('container_ref', False)}, ['connections'], False),
    'icc.publish': ('operator', 'control', {'to': ('container_ref', False), 'label': ('text', False), 'from': ('container_ref', False), 'topic': ('word', False), 'body': ('str', True)}, ['delivered'], True),
    'icc.inbox': ('viewer', 'control', {'container': ('container_ref', False), 'after': ('uint', False), 'limit': ('uint', False), 'wait_ms': ('uint', False)}, ['messages'], False),
    'icc.ack': ('operator', 'control', {'container': ('container_ref', False), 'id': ('uint', True)}, ['left'], True),
    'events.read': ('viewer', 'control', {'after': ('uint', True), 'limit': ('uint', False), 'wait_ms': ('uint', False), 'container': ('container_ref', False)}, ['log_id', 'head_seq', 'oldest_seq', 'events'], False),
    'operation.list': ('viewer', 'control', {'limit': ('uint', False)}, ['operations'], False),
    'operation.get': ('viewer', 'control', {'key': ('idem_key', True)}, ['operation'], False),
}

EVENTS = {
    'created': ['name', 'image'],
    'starting': [],
    'started': ['pid'],
    'paused': [],
    'resumed': [],
    'stopping': ['reason'],
    'exited': ['exit'],
    'failed': ['error', 'step', 'errno'],
    'restarting': ['delay_ms', 'restarts'],
    'removing': [],
    'removed': [],
    'renamed': ['name'],
    'updated': [],
    'signalled': ['signal'],
    'exec_started': ['exec_id', 'pid'],
    'exec_exited': ['exec_id', 'exit'],
    'log_full': ['waiting'],
    'health': ['status', 'output', 'code'],
    'ready': [],
    'oom': ['oom_kills'],
    'image_imported': ['digest', 'source'],
    'image_tagged': ['digest', 'tag'],
    'image_untagged': ['digest', 'tag'],
    'image_removed': ['digest'],
    'volume_created': ['volume'],
    'volume_removed': ['volume'],
    'secret_created': ['secret'],
    'secret_removed': ['secret'],
    'snapshot_created': ['snapshot'],
    'snapshot_removed': ['snapshot'],
    'actor_restarted': ['actor', 'restarts'],
    'degraded': ['actor', 'restarts'],
    'database_rebuilt': ['containers'],
    'network_created': ['network', 'subnet'],
    'network_removed': ['network'],
    'network_connected': ['network', 'address'],
    'network_disconnected': ['network'],
    'policy_changed': ['network'],
    'policy_denied': ['direction', 'audit', 'packets'],
}

class MessageError(ValueError):
    """A message breaks the model; the text names the field."""


def _char_in(rule, char):
    i = 0
    while i < len(rule):
        if rule[i + 1:i + 2] == "-" and i + 2 < len(rule):
            if rule[i] <= char <= rule[i + 2]:
                return True
            i += 3
        else:
            if rule[i] == char:
                return True
            i += 1
    return False


def _check_text(rule, value, where):
    size = len(value.encode())
    if not rule["len"][0] <= size <= rule["len"][1]:
        raise MessageError(f"{where}: has {size} bytes, allowed are {rule['len'][0]} to {rule['len'][1]}")
    if rule["chars"] and not all(_char_in(rule["chars"], c) for c in value):
        raise MessageError(f"{where}: has a character that is not one of [{rule['chars']}]")
    if rule["first"] and value and not _char_in(rule["first"], value[0]):
        raise MessageError(f"{where}: must begin with one of [{rule['first']}]")


def _check_value(kind, value, where):
    plain = {"bool": bool, "uint": int, "int": int, "str": str, "bytes": bytes, "map": dict}
    if kind.startswith("["):
        if not isinstance(value, (list, tuple)):
            raise MessageError(f"{where}: expected a list")
        for n, item in enumerate(value):
            _check_value(kind[1:-1], item, f"{where}: item {n + 1}")
    elif kind.startswith("{"):
        if not isinstance(value, dict) or not all(isinstance(t, str) for pair in value.items() for t in pair):
            raise MessageError(f"{where}: expected a map from text to text")
    elif kind in TYPES and TYPES[kind]["is"] == "enum":
        if value not in TYPES[kind]["values"]:
            raise MessageError(f"{where}: {value!r} is not one of its values")
    elif kind in TYPES:
        rule = TYPES[kind]
        _check_value(rule["is"], value, where)
        if rule["is"] == "str":
            _check_text(rule, value, where)
        elif not rule["range"][0] <= value <= rule["range"][1]:
            raise MessageError(f"{where}: {value} is out of range: {rule['range'][0]} to {rule['range'][1]}")
    elif kind in STRUCTS:
        check_fields(STRUCTS[kind], value, where)
    elif kind == "id":
        if not isinstance(value, (str, int)) or isinstance(value, bool):
            raise MessageError(f"{where}: expected text or an unsigned integer")
    elif not isinstance(value, plain[kind]) or (kind != "bool" and isinstance(value, bool)):
        raise MessageError(f"{where}: expected {kind}")
    elif kind == "uint" and value < 0:
        raise MessageError(f"{where}: must not be negative")


def check_fields(fields, values, where):
    if not isinstance(values, dict):
        raise MessageError(f"{where}: expected a map")
    for name, (kind, required) in fields.items():
        if values.get(name) is None:
            if required:
                raise MessageError(f"{where}: {name}: missing")
            continue
        _check_value(kind, values[name], f"{where}: {name}")


def request(request_id, verb, args=None, deadline_ms=None, idem=None):
    """The body of a request as a map, checked against the model; pack it with msgpack."""
    if verb not in VERBS:
        raise MessageError(f"unknown verb {verb!r}")
    unknown = set(args or {}) - set(VERBS[verb][2])
    if unknown:
        raise MessageError(f"{verb}: unknown field {sorted(unknown)[0]!r}")
    check_fields(VERBS[verb][2], args or {}, verb)
    body = {"v": VERSION, "id": request_id, "verb": verb, "args": args or {}}
    if deadline_ms is not None:
        body["deadline_ms"] = deadline_ms
    if idem is not None:
        body["idem"] = idem
    return body
