// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * The page of the editor that draws a program: ORBs, CCWs, lists and data as figures, chaining and addresses as lines
 * between them. The figures are made of the text and laid out by ELK; every gesture changes the text.
 */
package org.ccwbench.ui.editor.diagram;
