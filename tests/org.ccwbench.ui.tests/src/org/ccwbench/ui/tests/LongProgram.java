// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.tests;

/**
 * The text of many channel programs that work: a fixed-block disk is read, block after block, into buffers each with
 * a name; every tenth read goes through an indirect-data-address list. No monitor takes more than 255 CCWs for one start
 * function, so a long text has many, and an ORB for each.
 */
final class LongProgram {
	private static final int PROGRAM = 200;
	private static final int INDIRECT_EVERY = 10;
	private static final int BLOCK = 512;
	private static final int PAGE = 4096;
	private static final long BUFFERS = 0x200000;

	private LongProgram() {}

	/**
	 * @param ccws how many CCWs, a multiple of 200
	 * @param rounds how often each program is started, one after another
	 */
	static String text(int ccws, int rounds) {
		StringBuilder program = new StringBuilder();
		StringBuilder data = new StringBuilder();
		int reads = 0;
		for (int n = 0; n < ccws; n++) {
			int in = n % PROGRAM;
			if (in == 0) {
				line(program, "PROG" + n / PROGRAM, "CCW1  DE,EXTENT,CC,16", "blocks 0 to 99");
			} else if (in == PROGRAM - 1) {
				line(program, "", "CCW1  NOP,0,SLI,1", "");
			} else if (in % 2 == 1) {
				line(program, "", "CCW1  LOCATE,WHERE,CC,8", "one block");
			} else if (reads % INDIRECT_EVERY == 0) {
				line(program, "", "CCW1  RD,LIST" + reads + ",CC+IDA," + BLOCK, "");
				line(data, "LIST" + reads, "IDAL  DATA=BUF" + reads++ + ",LEN=" + BLOCK, "");
			} else {
				line(program, "", "CCW1  RD,BUF" + reads++ + ",CC," + BLOCK, "");
			}
		}
		StringBuilder text = new StringBuilder();
		text.append("* ").append(ccws).append(" CCWs that read block after block.\n");
		line(text, "", "DEVICE 0.0.0200,TYPE=9336,IMAGE='images/volume.9336.gz'", "");
		line(text, "", "STORAGE 32M", "");
		line(text, "", "ORG   X'10000'", "");
		text.append(program).append("*\n");
		line(text, "EXTENT", "DC    X'C0000200',F'0',F'0,99'", "");
		line(text, "WHERE", "DC    X'06000001',F'5'", "");
		text.append(data).append("*\n");
		line(text, "", String.format("ORG   X'%X'", BUFFERS), "");
		for (int i = 0; i < reads; i++) {
			line(text, "BUF" + i, "DS    CL" + BLOCK, "");
			line(text, "", "ORG   *+" + (PAGE - BLOCK), "");
		}
		for (int round = 0; round < rounds; round++) {
			for (int i = 0; i < ccws / PROGRAM; i++) {
				line(text, "", "ORB   CPA=PROG" + i + ",IDA2=YES", "");
			}
		}
		return text.toString();
	}

	private static void line(StringBuilder to, String label, String statement, String remark) {
		to.append(String.format("%-8s %-28s %s", label, statement, remark).stripTrailing()).append('\n');
	}
}
