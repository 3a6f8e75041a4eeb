// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The commands of one family of devices. The tables stand in {@code commands.txt}; commands that every
 * device shares (no-operation, transfer in channel, sense, sense ID) are in each table.
 */
public final class Commands {
    private static final Map<String, Commands> BY_FAMILY = new LinkedHashMap<>();
    private static final Map<String, String> FAMILY_OF_TYPE = new LinkedHashMap<>();

    static {
        load();
    }

    private final String family;
    private final Command[] byCode = new Command[256];
    private final Map<String, Command> byName = new HashMap<>();
    private final List<Command> all = new ArrayList<>();

    private Commands(String family) {
        this.family = family;
    }

    /**
     * The commands of a device type, such as {@code 3390}; the commands common to all devices if the
     * type is null or not known.
     */
    public static Commands of(String deviceType) {
        return BY_FAMILY.get(family(deviceType));
    }

    /** The commands that every device has. */
    public static Commands basic() {
        return BY_FAMILY.get("basic");
    }

    /** The family of a device type: {@code eckd}, {@code fba}, {@code tape}, …; {@code basic} if unknown. */
    public static String family(String deviceType) {
        if (deviceType == null) {
            return "basic";
        }
        String type = deviceType.toLowerCase(Locale.ROOT);
        String found = FAMILY_OF_TYPE.get(type);
        if (found == null) {
            int dash = Math.max(type.indexOf('-'), type.indexOf('/'));
            found = dash > 0 ? FAMILY_OF_TYPE.get(type.substring(0, dash)) : null;
        }
        return found == null ? "basic" : found;
    }

    /** True if there is a table for the device type. */
    public static boolean knows(String deviceType) {
        return !family(deviceType).equals("basic");
    }

    /** Every device type that has a table. */
    public static Collection<String> deviceTypes() {
        return List.copyOf(FAMILY_OF_TYPE.keySet());
    }

    /** Name of the family: {@code eckd}. */
    public String family() {
        return family;
    }

    /** Every command of the family, by code. */
    public List<Command> all() {
        return List.copyOf(all);
    }

    /** The command of a code, 0 to 255. */
    public Optional<Command> byCode(int code) {
        return Optional.ofNullable(byCode[code & 0xff]);
    }

    /** By mnemonic or title, in any case; blanks, hyphens and underscores count for nothing. */
    public Optional<Command> byName(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    private static String key(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != ' ' && c != '-' && c != '_') {
                out.append(Character.toUpperCase(c));
            }
        }
        return out.toString();
    }

    private void add(Command command) {
        if (byCode[command.code()] != null) {
            throw new IllegalStateException(family + ": two commands " + Hex.of(command.code()));
        }
        byCode[command.code()] = command;
        Command first = byName.put(key(command.mnemonic()), command);
        if (first != null) {
            throw new IllegalStateException(family + ": two commands called " + command.mnemonic());
        }
        byName.putIfAbsent(key(command.title()), command);
    }

    private void close() {
        for (Command c : byCode) {
            if (c != null) {
                all.add(c);
            }
        }
    }

    private static void load() {
        try (InputStream in = Commands.class.getResourceAsStream("commands.txt")) {
            if (in == null) {
                throw new IllegalStateException("commands.txt is missing from the bundle");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Commands table = null;
            String reference = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (line.startsWith("=")) {
                    String[] head = line.substring(1).trim().split("\\s*;\\s*", 3);
                    table = new Commands(head[0]);
                    reference = head[2];
                    BY_FAMILY.put(head[0], table);
                    for (String type : head[1].isEmpty() ? new String[0] : head[1].split(" ")) {
                        FAMILY_OF_TYPE.put(type.toLowerCase(Locale.ROOT), head[0]);
                    }
                    continue;
                }
                String[] columns = line.trim().split("\\s+", 5);
                int code = Integer.parseInt(columns[0], 16);
                table.add(new Command(code, columns[1], columns[4], Direction.of(code), columns[2].equals("W"),
                    columns[3].equals("-") ? -1 : Integer.parseInt(columns[3]), reference));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Commands basic = BY_FAMILY.get("basic");
        for (Commands each : BY_FAMILY.values()) {
            if (each != basic) {
                for (Command shared : basic.byCode) {
                    if (shared != null && each.byCode[shared.code()] == null
                            && !each.byName.containsKey(key(shared.mnemonic()))) {
                        each.add(shared);
                    }
                }
            }
        }
        BY_FAMILY.values().forEach(Commands::close);
    }
}
