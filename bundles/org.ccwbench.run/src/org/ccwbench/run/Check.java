// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run;

/**
 * One expected result held against what came.
 *
 * @param name     what it is about: "condition code", "storage at LABEL"
 * @param expected as text
 * @param actual   as text
 * @param ok       whether they agree
 * @param line     source line of the expectation, from 1
 */
public record Check(String name, String expected, String actual, boolean ok, int line) {}
