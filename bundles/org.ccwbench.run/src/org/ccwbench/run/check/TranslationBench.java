// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.run.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ccwbench.vfio.ChannelProgram;
import org.ccwbench.vfio.DriverVersion;
import org.ccwbench.vfio.Errno;
import org.ccwbench.vfio.Machine;
import org.ccwbench.vfio.Statistics;
import org.ccwbench.vfio.Type1Container;

/**
 * How fast the translator (behaviour 6.12) is: seven programs, each translated again and again on one thread. One
 * iteration copies the chains, translates and pins, makes the host ORB, and frees. A pin is what it is in a session
 * without recording: a look-up in the DMA map and the page table, counted.
 */
public final class TranslationBench {
	private static final int SAMPLES = 4096;
	private static final long BATCH_NANOS = 20_000;
	private static final long WARM_UP_NANOS = 1_500_000_000L;

	/**
	 * What one program took.
	 *
	 * @param micros          microseconds an iteration, on average over all samples
	 * @param min             the fastest sample, in microseconds an iteration
	 * @param p50             the median of the samples, in microseconds an iteration
	 * @param p99             only one sample in a hundred took longer
	 * @param allocated       bytes allocated an iteration
	 * @param referenceMicros what the driver's own code took, compiled for user space with a table look-up as pin, on
	 *                        a machine of two shared cores; 0 if that is not known
	 * @param machine         how many times as long as on that machine a fixed piece of work took meanwhile
	 */
	public record Result(String name, double micros, double min, double p50, double p99, double allocated, double referenceMicros,
			double machine) {}

	private record Case(String name, byte[] orb, ChannelProgram program, double referenceMicros) {}

	private final JsonObject file;
	private final JsonObject rates;

	public TranslationBench() {
		try (InputStream in = TranslationBench.class.getResourceAsStream("bench-translation.json")) {
			file = JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)).getAsJsonObject();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		rates = file.getAsJsonObject("meta").getAsJsonObject("linux612");
	}

	private static Case prepare(JsonObject vector, double referenceMicros) {
		Machine machine = new Machine();
		TranslationCase.setUp(machine, vector);
		String name = vector.get("name").getAsString();
		ChannelProgram program = new ChannelProgram(DriverVersion.LINUX_6_12, new Type1Container(machine, new Statistics()),
				machine.kernel(), machine.host());
		return new Case(name, HexFormat.of().parseHex(vector.get("orb").getAsString()), program, referenceMicros);
	}

	/** Names of the programs, in order. */
	public List<String> names() {
		List<String> names = new ArrayList<>();
		for (JsonElement e : file.getAsJsonArray("vectors")) {
			names.add(e.getAsJsonObject().get("name").getAsString());
		}
		return names;
	}

	/** Runs one program for about so long after warming up, and the fixed piece of work between its samples. */
	public Result run(String name, long millis) {
		int n = names().indexOf(name);
		if (n < 0) {
			throw new IllegalArgumentException("no program " + name);
		}
		Case c = prepare(file.getAsJsonArray("vectors").get(n).getAsJsonObject(), reference(name));
		byte[] hostOrb = new byte[12];
		MachineSpeed speed = new MachineSpeed(SAMPLES);
		int batch = warmUp(c, hostOrb, speed);
		long[] samples = new long[SAMPLES];
		int taken = 0;
		long iterations = 0;
		long total = 0;
		long allocatedBefore = allocated();
		long end = System.nanoTime() + millis * 1_000_000;
		while (System.nanoTime() < end) {
			long from = System.nanoTime();
			translate(c, hostOrb, batch);
			long took = System.nanoTime() - from;
			total += took;
			iterations += batch;
			samples[taken++ & SAMPLES - 1] = took;
			speed.sample();
		}
		double bytes = (double) (allocated() - allocatedBefore) / iterations;
		long[] sorted = Arrays.copyOf(samples, Math.min(taken, SAMPLES));
		Arrays.sort(sorted);
		double scale = 1e3 * batch;
		return new Result(name, total / 1e3 / iterations, sorted[0] / scale, sorted[sorted.length / 2] / scale,
				sorted[(int) (sorted.length * 0.99)] / scale, bytes, c.referenceMicros,
				speed.factor());
	}

	private static int warmUp(Case c, byte[] hostOrb, MachineSpeed speed) {
		int batch = 1;
		long end = System.nanoTime() + WARM_UP_NANOS;
		long last = 0;
		while (System.nanoTime() < end) {
			long from = System.nanoTime();
			translate(c, hostOrb, batch);
			last = System.nanoTime() - from;
			if (last < BATCH_NANOS / 2) {
				batch *= 2;
			} else if (last > BATCH_NANOS * 2 && batch > 1) {
				batch /= 2;
			}
			speed.warmUp();
		}
		return batch;
	}

	private static void translate(Case c, byte[] hostOrb, int times) {
		ChannelProgram p = c.program;
		for (int i = 0; i < times; i++) {
			int rc = p.init(c.orb);
			if (rc == 0) {
				rc = p.prefetch();
			}
			if (rc != 0 || !p.orb(hostOrb, 0, 0x80)) {
				throw new IllegalStateException(c.name + ": " + Errno.text(rc));
			}
			p.free();
		}
	}

	/** Bytes that this thread has allocated, as the machine counts them if it does; by name, for it is no standard class. */
	private static long allocated() {
		try {
			Class<?> counting = Class.forName("com.sun.management.ThreadMXBean", false, ClassLoader.getPlatformClassLoader());
			return (long) counting.getMethod("getCurrentThreadAllocatedBytes").invoke(ManagementFactory.getThreadMXBean());
		} catch (ReflectiveOperationException e) {
			return 0;
		}
	}

	private double reference(String name) {
		return rates.has(name) ? 1e6 / rates.get(name).getAsDouble() : 0;
	}
}
