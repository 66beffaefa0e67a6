/** Tests of the packaged job in processes of Spark, started from the jars that Spark publishes. */
@NullMarked
package dev.lookahead.launch.spark;

import org.jspecify.annotations.NullMarked;
