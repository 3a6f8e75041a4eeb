// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.notation;

import java.util.List;
import org.ccwbench.model.Statement;

/**
 * One start function: an ORB, the device that it goes to, and what it should lead to.
 *
 * @param orb 12 bytes, or 32 if bit X is on
 * @param cpa channel-program address
 * @param address where the ORB lies in storage; -1 if the text does not place it
 * @param device index in {@link Image#devices()}
 * @param expectations of the EXPECT statements that follow, in order
 * @param instructions that are issued while it goes on, in order
 * @param statement the ORB statement; null for the ORB that stands in when a text has CCWs and no ORB
 */
public record Start(byte[] orb, long cpa, long address, int device, List<Expectation> expectations,
		List<Instruction> instructions, Statement statement) {}
