// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * What the kernel of a host tells about its subchannels: events of tracefs (vfio_ccw, s390_cio_…) and records of the
 * s390 debug feature, read around a start function and turned into the kernel's stages of it. It may touch what
 * {@code attach} may touch. Follows Documentation/trace/ftrace.rst, Documentation/arch/s390/s390dbf.rst and the print
 * formats that the kernel itself shows for its events.
 */
package org.ccwbench.attach.trace;
