#!/bin/sh
# share.sh QUILT SHARE - completions and man pages, written by the program from its verb table.
set -eu
quilt=$1 share=$2
mkdir -p "$share/bash-completion/completions" "$share/zsh/site-functions" "$share/fish/vendor_completions.d" "$share/man/man1"
"$quilt" completion bash > "$share/bash-completion/completions/quilt"
"$quilt" completion zsh > "$share/zsh/site-functions/_quilt"
"$quilt" completion fish > "$share/fish/vendor_completions.d/quilt.fish"
"$quilt" man > "$share/man/man1/quilt.1"
for verb in $("$quilt" man --list); do "$quilt" man "$verb" > "$share/man/man1/quilt-$verb.1"; done
