/**
 * Files that can be trusted: they appear whole or not at all, say which version of their layout
 * they have, and are known by their hash. What models, episodes, recordings and runs are kept with.
 */
@NullMarked
package dev.lookahead.worldmodel.file;

import org.jspecify.annotations.NullMarked;
