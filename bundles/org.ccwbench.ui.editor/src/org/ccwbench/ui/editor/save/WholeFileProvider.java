// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.save;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.MultiRule;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.editors.text.TextFileDocumentProvider;

/** The platform's provider of documents, except that it saves by replacing the file as a whole. */
public final class WholeFileProvider extends TextFileDocumentProvider {
	private static final String ID = "org.ccwbench.ui.editor";
	private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };
	private static final WholeFileProvider SHARED = new WholeFileProvider();

	private WholeFileProvider() {}

	/** The one of all editors: two of the same file share its text. */
	public static WholeFileProvider shared() {
		return SHARED;
	}

	/** What tells one state of a file from another; the key is that of the file on the disk, which is a new one after each saving. */
	private record Stamp(FileTime time, long size, Object key) {
		static Stamp of(Path file) {
			try {
				BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
				return new Stamp(a.lastModifiedTime(), a.size(), a.fileKey());
			} catch (IOException e) {
				return null;
			}
		}
	}

	/** Files as they were when they were saved last: the buffers learn of it only when the workspace tells them. */
	private final Map<Path, Stamp> saved = new ConcurrentHashMap<>();

	@Override
	public boolean isSynchronized(Object element) {
		FileInfo info = getFileInfo(element);
		try {
			return super.isSynchronized(element) || info != null && own(path(info.fTextFileBuffer));
		} catch (CoreException e) {
			return false;
		}
	}

	private boolean own(Path file) {
		Stamp then = file == null ? null : saved.get(file);
		return then != null && then.equals(Stamp.of(file));
	}

	/** As the platform's, under a rule that lets the workspace look at the folder, where there is a new file now. */
	@Override
	protected DocumentProviderOperation createSaveOperation(Object element, IDocument document, boolean overwrite) throws CoreException {
		DocumentProviderOperation save = super.createSaveOperation(element, document, overwrite);
		IFile file = element instanceof IAdaptable a ? a.getAdapter(IFile.class) : null;
		return save == null || file == null ? save : new DocumentProviderOperation() {
			@Override
			protected void execute(IProgressMonitor monitor) throws CoreException {
				try {
					save.run(monitor);
				} catch (InvocationTargetException e) {
					throw e.getCause() instanceof CoreException c ? c : new CoreException(new Status(IStatus.ERROR, ID, file.getName() + " could not be saved", e.getCause()));
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			}

			@Override
			public ISchedulingRule getSchedulingRule() {
				return MultiRule.combine(save.getSchedulingRule(), file.getWorkspace().getRuleFactory().refreshRule(file));
			}
		};
	}

	@Override
	protected void commitFileBuffer(IProgressMonitor monitor, FileInfo info, boolean overwrite) throws CoreException {
		ITextFileBuffer buffer = info.fTextFileBuffer;
		Path file = path(buffer);
		if (file == null || !overwrite && !buffer.isSynchronized() && !own(file)) {
			super.commitFileBuffer(monitor, info, overwrite);
			return;
		}
		try {
			WholeFile.write(file, bytes(buffer, file));
			saved.put(file, Stamp.of(file));
		} catch (CharacterCodingException e) {
			throw failed(file, "the text has characters that " + buffer.getEncoding() + " has not", e);
		} catch (IOException e) {
			throw failed(file, reason(e), e);
		}
		if (info.fElement instanceof IAdaptable a && a.getAdapter(IFile.class) instanceof IFile resource) {
			resource.refreshLocal(IResource.DEPTH_ZERO, monitor);
		}
		// The buffer reads what it holds already, and knows by that that it is saved.
		buffer.revert(monitor);
	}

	private static Path path(ITextFileBuffer buffer) throws CoreException {
		var store = buffer.getFileStore();
		var local = store == null ? null : store.toLocalFile(org.eclipse.core.filesystem.EFS.NONE, null);
		return local == null ? null : local.toPath();
	}

	private static byte[] bytes(ITextFileBuffer buffer, Path file) throws IOException {
		Charset charset = Charset.forName(buffer.getEncoding());
		ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(buffer.getDocument().get()));
		boolean marked = charset.equals(StandardCharsets.UTF_8) && marked(file);
		byte[] all = new byte[encoded.remaining() + (marked ? MARK.length : 0)];
		if (marked) {
			System.arraycopy(MARK, 0, all, 0, MARK.length);
		}
		encoded.get(all, marked ? MARK.length : 0, encoded.remaining());
		return all;
	}

	private static boolean marked(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return java.util.Arrays.equals(in.readNBytes(MARK.length), MARK);
		} catch (NoSuchFileException e) {
			return false;
		}
	}

	private static String reason(IOException e) {
		String why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason()
				: e instanceof java.nio.file.AccessDeniedException ? "it may not be written" : e.getMessage();
		return why == null ? e.getClass().getSimpleName() : why;
	}

	private static CoreException failed(Path file, String why, Exception cause) {
		return new CoreException(new Status(IStatus.ERROR, ID, file.getFileName() + " could not be saved: " + why
				+ ". The file is as it was before; the text is still in the editor.", cause));
	}
}
