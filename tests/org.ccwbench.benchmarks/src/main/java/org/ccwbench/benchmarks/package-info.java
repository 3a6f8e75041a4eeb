// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * What {@code ./ccwb bench} measures with JMH. Lies beside the tests, because no part of the product needs it; may
 * know every room that the command line knows.
 */
package org.ccwbench.benchmarks;
