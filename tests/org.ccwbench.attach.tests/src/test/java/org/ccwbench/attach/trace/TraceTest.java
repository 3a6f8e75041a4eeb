// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.attach.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What kernels print of their subchannels: lines of Linux 6.12 on s390x, recorded around programs of known outcome. */
class TraceTest {

	private static final String DISK = "0.0.0001";
	private static final String DISPLAY = "0.0.0003";

	private static String resource(String name) throws IOException {
		try (InputStream in = TraceTest.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** The events between the mark of a case and the next mark. */
	private static List<KernelEvent> during(String mark, String subchannel) throws IOException {
		String all = resource("ftrace.txt");
		int from = all.indexOf("case " + mark + "\n");
		int to = all.indexOf("tracing_mark_write", from);
		return TraceText.read(all.substring(all.indexOf('\n', from), to < 0 ? all.length() : to)).of(subchannel);
	}

	private static List<String> ids(List<KernelStage> stages) {
		return stages.stream().map(stage -> stage.id() + (stage.result() == 0 ? "" : " " + stage.result())).toList();
	}

	@Test
	void anEventHasTimeNameSubchannelAndFields() {
		String line = "         vfioccw-165     [000] d.h..     5.961796: s390_cio_tsch: schid=0.0.0001 cc=0 dcc=0 pno=0 fctl=0x4 actl=0x0 stctl=0x7";
		KernelEvent event = TraceText.read(line).events().get(0);
		assertThat(event.micros()).isEqualTo(5_961_796);
		assertThat(event.name()).isEqualTo("s390_cio_tsch");
		assertThat(event.subchannel()).isEqualTo(DISK);
		assertThat(event.number("fctl", -1)).isEqualTo(4);
		assertThat(event.words()).isEqualTo("s390_cio_tsch cc=0 dcc=0 pno=0 fctl=0x4 actl=0x0 stctl=0x7");
	}

	@Test
	void wordsOfTheDriverAreOneField() {
		String line = "  x y-165 [000] .....  7.737416: vfio_ccw_fsm_io_request: schid=0.0.0001 fctl=0x4 errno=-22 info=cp init";
		assertThat(TraceText.read(line).events().get(0).fields()).isEqualTo(Map.of("fctl", "0x4", "errno", "-22", "info", "cp init"));
	}

	@Test
	void aProgramThatRanWentThroughAllStages() throws Exception {
		List<KernelStage> stages = KernelStages.of(during("blk/nop", DISK));
		assertThat(ids(stages)).containsExactly("K1", "K2", "K3", "K4", "K5");
		assertThat(stages.get(2).words()).isEqualTo("s390_cio_ssch cc=0");
		assertThat(stages.get(4).words()).contains("s390_cio_interrupt isc=3 type=0").contains("dstat=0xc");
		// Request at 5.960025, SSCH at 5.961681; the interruption at 5.961781, taken at 5.961866.
		assertThat(stages).extracting(KernelStage::micros).containsExactly(1656L, 0L, 0L, 0L, 185L);
	}

	@Test
	void aProgramThatCannotBeReadFailsWhenItIsCopied() throws Exception {
		assertThat(ids(KernelStages.of(during("blk/cpa-unmapped", DISK)))).containsExactly("K1 -22", "K4 -22");
	}

	@Test
	void dataThatAreNotMappedFailWhenTheyAreTranslated() throws Exception {
		assertThat(ids(KernelStages.of(during("blk/data-unmapped", DISK)))).containsExactly("K1", "K2 -22", "K4 -22");
	}

	@Test
	void anOrbThatTheChannelRefusesFailsWhenItIsIssued() throws Exception {
		assertThat(ids(KernelStages.of(during("blk/orb-reserved", DISK)))).containsExactly("K1", "K2", "K3 -5", "K4 -5");
	}

	@Test
	void aFunctionThatTheRegionDoesNotTakeFailsAtFirst() throws Exception {
		assertThat(ids(KernelStages.of(during("blk/scsw-halt-in-io", DISK)))).containsExactly("K1 -95", "K4 -95");
	}

	@Test
	void haltAndClearAreNoStagesOfAStartFunction() throws Exception {
		assertThat(KernelStages.of(during("blk/csch-idle", DISK))).isEmpty();
	}

	@Test
	void aProgramThatIsSuspendedHasNoInterruptionYet() throws Exception {
		assertThat(ids(KernelStages.of(during("blk/suspend", DISK)))).startsWith("K1", "K2", "K3", "K4");
	}

	@Test
	void eventsOfOtherSubchannelsAreNotMixedIn() throws Exception {
		assertThat(TraceText.read(resource("ftrace.txt")).of(DISPLAY)).isNotEmpty().extracting(KernelEvent::subchannel).containsOnly(DISPLAY);
	}

	@Test
	void whatTheKernelLeftOutIsSaid() {
		assertThat(TraceText.read("CPU:0 [LOST 12 EVENTS]\n").lost()).isTrue();
		assertThat(TraceText.read("nothing\n").lost()).isFalse();
	}

	@Test
	void recordsOfTheDebugFeatureThatBelongTogetherAreOneEvent() throws Exception {
		List<KernelEvent> events = DebugText.read("vfio_ccw_trace", resource("vfio_ccw_trace.txt"));
		assertThat(events.subList(0, 2)).extracting(KernelEvent::words, KernelEvent::subchannel, KernelEvent::source).containsExactly(
				tuple("stIO cc=0", DISK, "vfio_ccw_trace"),
				tuple("IRQ", DISK, "vfio_ccw_trace"));
		assertThat(events).extracting(KernelEvent::words).contains("haltIO cc=0");
	}

	@Test
	void wordsOfTheDebugFeatureNameTheirSubchannel() throws Exception {
		List<KernelEvent> events = DebugText.read("vfio_ccw_msg", resource("vfio_ccw_msg.txt"));
		assertThat(events).hasSize(65).extracting(KernelEvent::words).contains("bound to subchannel 0.0.0001", "sch 0.0.0001: cp_init=-22");
	}

	@Test
	void withoutTracefsTheDebugFeatureTellsTheStages() throws Exception {
		List<KernelEvent> ran = DebugText.read("vfio_ccw_trace", resource("vfio_ccw_trace.txt")).subList(0, 2);
		assertThat(ids(KernelStages.of(ran))).containsExactly("K1", "K2", "K3", "K4", "K5");
		List<KernelEvent> said = DebugText.read("vfio_ccw_msg", resource("vfio_ccw_msg.txt"));
		assertThat(ids(KernelStages.of(said.stream().filter(e -> e.name().endsWith("cp_prefetch=-1")).limit(1).toList())))
				.containsExactly("K1", "K2 -1", "K4 -1");
	}

	@Property(tries = 300)
	void anythingMayStandInALog(@ForAll String text) {
		assertThat(TraceText.read(text).events()).isNotNull();
		assertThat(DebugText.read("x", text)).isNotNull();
	}

	@Property(tries = 300)
	void whateverByteIsWrongItStaysReadable(@ForAll @IntRange(min = 0, max = 5000) int at, @ForAll char c) throws Exception {
		StringBuilder trace = new StringBuilder(resource("ftrace.txt"));
		trace.setCharAt(at, c);
		assertThat(TraceText.read(trace.toString()).events()).hasSizeBetween(20, 80);
		KernelStages.of(TraceText.read(trace.toString()).events());
		StringBuilder log = new StringBuilder(resource("vfio_ccw_trace.txt"));
		log.setCharAt(at, c);
		assertThat(DebugText.read("vfio_ccw_trace", log.toString())).hasSizeBetween(10, 30);
	}

	@Test
	void aFloodIsCutOff() {
		String line = "a-1 [000] ..... 1.000000: s390_cio_ssch: schid=0.0.0001 cc=0\n";
		TraceText flood = TraceText.read(line.repeat(TraceText.MOST_EVENTS + 5));
		assertThat(flood.events()).hasSize(TraceText.MOST_EVENTS);
		assertThat(flood.lost()).isTrue();
		assertThat(TraceText.read("1.000000: s390_cio_ssch: schid=0.0.0001 " + "a=1 ".repeat(1 << 20)).events()).isEmpty();
	}
}
