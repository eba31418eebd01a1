/*
 * repair - a layer of its own for images whose tools are broken symlinks, as exports
 * from Nix are: it holds the tools that do not resolve, and nothing that works.
 *
 * The shell and tools are one static busybox that the build put into share/quilt.
 */
#ifndef IMAGED_REPAIR_H
#define IMAGED_REPAIR_H

#include "base/err.h"

/*
 * Looks at the image's root; makes <layer_dir>/repair if something is broken.
 * The number of tools supplied, or -1.
 */
int repair_make(int layer_dir, const char *busybox_path, struct err *e);

#endif
