/* clone - how a writable layer was taken, as quilt-clone's report says in flags. */
#ifndef IMAGED_CLONE_H
#define IMAGED_CLONE_H

enum clone_method { CLONE_SNAPSHOT = 1, CLONE_REFLINK, CLONE_COPY };

#endif
