/** The contestants, each behind what it can do: {@code SyncClient}, {@code BatchClient}, {@code AsyncClient}. */
@NullMarked
package org.smppra.benchmark.client;

import org.jspecify.annotations.NullMarked;
