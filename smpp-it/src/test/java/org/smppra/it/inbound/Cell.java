package org.smppra.it.inbound;

/**
 * One measurement.
 *
 * @param rate messages a second
 * @param cpuSeconds of the server's process, for 100,000 messages
 * @param providerCpuSeconds of the process that the receipts come from, for as many
 */
record Cell(double rate, double cpuSeconds, double providerCpuSeconds) {}
