// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
/**
 * Control units and devices behind the channel's SPI ({@link org.ccwbench.channel.Device}) and their image
 * formats; one package a family ({@code eckd}, …), found through {@link java.util.ServiceLoader} as {@link
 * org.ccwbench.device.DeviceType}. It may touch {@code channel} and what that re-exports, nothing else. A
 * user's image file is only read, and what a program writes stays in the frames of the medium's storage, unless the
 * option {@code write-through} says otherwise: then each channel program's writes go into the file, all or nothing.
 * Implements the commands, status and sense of the manuals that each family's classes name.
 */
package org.ccwbench.device;
