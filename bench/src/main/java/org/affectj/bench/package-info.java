/**
 * Benchmarks: how fast AffectJ is, how near its predictions and its training come to the speed of the bare network, and
 * how much memory it needs. May use everything. Each {@code …Benchmark} has a main method: start reading there.
 */
package org.affectj.bench;
