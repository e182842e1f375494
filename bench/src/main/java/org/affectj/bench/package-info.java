/**
 * Benchmarks: how fast AffectJ is end to end, and how near its predictions come to the speed of the bare network. May
 * use everything. Start reading at {@link org.affectj.bench.Benchmark}.
 */
package org.affectj.bench;
