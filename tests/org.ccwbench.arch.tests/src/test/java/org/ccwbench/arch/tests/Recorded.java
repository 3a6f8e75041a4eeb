// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of a recorded table, split at semicolons; comments left out. */
final class Recorded {
    private Recorded() {
    }

    static List<String[]> lines(String resource) {
        try (InputStream in = Recorded.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("; "))
                .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
