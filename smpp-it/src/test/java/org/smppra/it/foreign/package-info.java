/** Our engine, simulator and codec beside other people's SMPP: jSMPP, Cloudhopper, Wireshark. */
package org.smppra.it.foreign;
