/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/ask.h"
