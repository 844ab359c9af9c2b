package org.smppra.journal;

/** A file of zeros, forced, that can become a segment without asking the disk for room. */
record Spare(String name, JournalFile file, int size) {}
