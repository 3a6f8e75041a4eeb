// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import org.ccwbench.attach.AttachException;

/** The token that a client of a listener must know: in a file that only its owner can read and write. */
public final class TokenFile {
	private static final EnumSet<PosixFilePermission> MODE_600 = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
	private static final int SHORTEST = 16;
	private static final int LONGEST = 1024;
	private static final int RANDOM_BYTES = 32;

	private TokenFile() {}

	/**
	 * Reads a token.
	 *
	 * @throws AttachException if the file has not mode 600, or what is in it is too short
	 */
	public static String read(Path file) throws AttachException {
		try {
			PosixFileAttributes a = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
			if (!a.isRegularFile() || !a.permissions().equals(MODE_600)) {
				throw new AttachException(file + " must be a regular file of mode 600, as it holds a token; its mode is "
						+ PosixFilePermissions.toString(a.permissions()) + ". Say: chmod 600 " + file);
			}
			if (a.size() > LONGEST) {
				throw new AttachException(file + " holds no token: it has more than " + LONGEST + " bytes.");
			}
			String token = Files.readString(file, StandardCharsets.UTF_8).strip();
			if (token.length() < SHORTEST) {
				throw new AttachException(file + " holds a token of " + token.length() + " characters; it must have at least " + SHORTEST + ".");
			}
			return token;
		} catch (IOException | UnsupportedOperationException e) {
			throw new AttachException("cannot read the token in " + file + ": " + e.getMessage(), e);
		}
	}

	/** Reads a token, from a file that is made with a random one if there is none. */
	public static String readOrMake(Path file) throws AttachException {
		if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			byte[] random = new byte[RANDOM_BYTES];
			new SecureRandom().nextBytes(random);
			try {
				Files.createFile(file, PosixFilePermissions.asFileAttribute(MODE_600));
				Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
			} catch (IOException | UnsupportedOperationException e) {
				throw new AttachException("cannot make " + file + ": " + e.getMessage(), e);
			}
		}
		return read(file);
	}

	/** Whether they are the same, in a time that does not tell where they differ. */
	static boolean same(String a, String b) {
		return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b == null ? new byte[0] : b.getBytes(StandardCharsets.UTF_8));
	}
}
