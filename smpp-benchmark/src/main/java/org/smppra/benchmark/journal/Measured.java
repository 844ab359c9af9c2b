package org.smppra.benchmark.journal;

/**
 * One cell.
 *
 * @param rate commits a second
 * @param batch commits a force
 * @param p50 median time of a commit in microseconds
 * @param p99 that of the slowest hundredth
 */
record Measured(double rate, double batch, double p50, double p99) {}
