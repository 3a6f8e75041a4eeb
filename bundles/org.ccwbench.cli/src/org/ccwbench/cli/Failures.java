// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.ccwbench.arch.HexException;
import picocli.CommandLine;

/** Turns whatever ends a command into a message of one or few lines and exit code 2; never a stack trace. */
final class Failures {
	static final int BAD_INPUT = 2;

	private final Terminal terminal;

	Failures(Terminal terminal) {
		this.terminal = terminal;
	}

	/** Arguments that picocli refuses: its message, what was probably meant, and where help is. */
	int usage(CommandLine.ParameterException e) {
		return say(e.getMessage() + meant(e) + "\nTry: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
	}

	private static String meant(CommandLine.ParameterException e) {
		if (!(e instanceof CommandLine.UnmatchedArgumentException u) || u.getUnmatched().isEmpty()) {
			return "";
		}
		String word = u.getUnmatched().get(0);
		CommandLine.Model.CommandSpec spec = e.getCommandLine().getCommandSpec();
		return Nearest.didYouMean(word, word.startsWith("-") ? spec.optionsMap().keySet() : spec.subcommands().keySet());
	}

	int report(Throwable t) {
		if (t instanceof Output.ClosedException closed) {
			return closed.readerGone() ? 0 : say("cannot write the output: " + closed.getCause().getMessage());
		}
		try {
			terminal.out.flush();
		} catch (Output.ClosedException e) {
			return e.readerGone() ? 0 : say("cannot write the output: " + e.getCause().getMessage());
		}
		return say(message(t));
	}

	private int say(String message) {
		terminal.err.println("ccwb: " + message);
		return BAD_INPUT;
	}

	private static String message(Throwable t) {
		return switch (t) {
			case BadInputException e -> e.getMessage();
			case HexException e -> e.getMessage();
			case OutOfMemoryError e -> "out of memory; what was given is too large (CCWB_VMARGS=-Xmx2g gives more)";
			case StackOverflowError e -> "what was given is nested too deeply";
			case NoSuchFileException e -> e.getFile() + ": no such file";
			case AccessDeniedException e -> e.getFile() + ": permission denied";
			case FileSystemException e -> e.getFile() + ": " + (e.getReason() == null ? "cannot be read" : e.getReason());
			case FileNotFoundException e -> e.getMessage();
			case CharacterCodingException e -> "the text is not UTF-8";
			case InvalidPathException e -> "\"" + e.getInput() + "\" is no file name: " + e.getReason();
			case UncheckedIOException e -> message(e.getCause());
			case IOException e -> e.getMessage() == null ? "input or output failed" : e.getMessage();
			case IllegalArgumentException e when e.getMessage() != null -> e.getMessage();
			default -> "this is a defect of the workbench, please report it: " + kind(t)
					+ (t.getMessage() == null ? "" : ", " + t.getMessage()) + where(t);
		};
	}

	private static String kind(Throwable t) {
		String name = t.getClass().getSimpleName();
		return name.endsWith("Exception") ? name.substring(0, name.length() - 9) : name;
	}

	/** The place in our own code, without which such a report is worth nothing. */
	private static String where(Throwable t) {
		for (StackTraceElement e : t.getStackTrace()) {
			if (e.getClassName().startsWith("org.ccwbench.")) {
				return " (" + e.getFileName() + ":" + e.getLineNumber() + ")";
			}
		}
		return "";
	}
}
