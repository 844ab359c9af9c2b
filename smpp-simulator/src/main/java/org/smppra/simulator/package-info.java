/**
 * The provider's gateway as a library: two hosts over one message store, with the provider's rules, its reports and its
 * bad days. {@link org.smppra.simulator.Simulator#builder()} makes one, {@link org.smppra.simulator.SimulatorExtension}
 * gives one to a JUnit 5 test.
 *
 * <p>The way in: {@code ListeningSocket} accepts, {@code SimulatedHost} makes a {@code Connection}, whose reader cuts
 * PDUs and gives them to its {@code Session}; {@code BindDesk} and {@code SubmitDesk} decide. The way out: answers in one
 * write a batch; then {@code ReportDesk} makes reports when they are due, the account's {@code Mailbox} chooses a bind for
 * each and keeps it until it is acknowledged, the bind's {@code Courier} writes it. {@code ClientLine} asks
 * {@link org.smppra.simulator.behaviour} at each step whether it shall go wrong.
 */
@NullMarked
package org.smppra.simulator;

import org.jspecify.annotations.NullMarked;
