// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recording hears of a run: in order, with the guest address of the CCW or IDAW that was the cause. */
class ListenerTest {
	private static final String ORB_64 = "00C28000";

	private static final class Heard implements VfioListener {
		final List<String> stages = new ArrayList<>();
		final List<String> pins = new ArrayList<>();
		final List<String> forms = new ArrayList<>();
		final List<String> lookUps = new ArrayList<>();
		long on;
		long most;

		@Override
		public void stageEntered(int stage) {
			stages.add("+" + stage);
		}

		@Override
		public void stageLeft(int stage, int result) {
			stages.add("-" + stage + (result == 0 ? "" : " " + Errno.text(result)));
		}

		@Override
		public void lookedUp(long iova, long user, long host, long cause) {
			lookUps.add(String.format("%X>%X>%X for %X", iova, user, host, cause));
		}

		@Override
		public void pinned(long iova, long user, long host, long cause) {
			pins.add(String.format("%X for %X", iova == NONE_SUCH ? user - Machine.GUEST_BASE : iova, cause));
			most = Math.max(most, ++on);
		}

		@Override
		public void unpinned(long iova, long user, long host, long cause) {
			on--;
		}

		@Override
		public void ccwTranslated(long guest, long user, long host, long ccw) {
			forms.add(String.format("%X %s %s", guest, user == NONE_SUCH ? "-" : "user", host == NONE_SUCH ? "-" : "host"));
		}
	}

	private static TestGuest program() {
		return TestGuest.mapped().orb(ORB_64, 0x3000)
				.at(0x3000, "02600010 00008000  02241800 00005000")
				.at(0x5000, "0000000000009800 000000000000C000");
	}

	@Test
	void eachPinNamesTheCcwOrTheIdawThatNeededIt() {
		TestGuest g = program();
		Heard heard = new Heard();
		g.path.listener(heard);
		PathRun run = g.run("mediated");
		assertThat(heard.pins).containsExactly("8000 for 3000", "9000 for 5000", "C000 for 5008");
		assertThat(heard.on).isZero();
		assertThat(heard.most).isEqualTo(run.statistics().peakPins()).isEqualTo(3);
		assertThat(heard.forms).containsExactly("3000 - host", "3008 - host");
		assertThat(heard.lookUps).hasSize((int) run.statistics().lookUps());
		assertThat(heard.lookUps.get(1)).isEqualTo(String.format("8000>%X>%X for 3000", Machine.GUEST_BASE + 0x8000,
				g.machine.frame(0x8000)));
	}

	@Test
	void theTwoStagePathLooksEveryPageUpTwiceAndGivesEachCcwThreeForms() {
		TestGuest g = program();
		Heard heard = new Heard();
		g.path.listener(heard);
		PathRun run = g.run("two-stage");
		assertThat(heard.forms).containsExactly("3000 user -", "3008 user -", "3000 user host", "3008 user host");
		assertThat(heard.pins).extracting(p -> p.substring(0, 4)).containsExactly("8000", "9000", "C000");
		assertThat(heard.lookUps).hasSize((int) run.statistics().lookUps());
		assertThat(heard.lookUps.stream().filter(l -> l.startsWith("8000>")).count()).isEqualTo(1);
		assertThat(heard.lookUps.stream().filter(l -> l.contains(String.format(">%X>", Machine.GUEST_BASE + 0x8000))).count())
				.isEqualTo(2);
	}

	@Test
	void stagesWithinTheCallAreHeardWithinIt() {
		TestGuest g = program();
		Heard heard = new Heard();
		g.path.listener(heard);
		g.run("two-stage");
		assertThat(heard.stages).containsExactly("+0", "-0", "+1", "-1", "+2", "+3", "-3", "+4", "-4", "+5", "-5", "+6", "-6",
				"+7", "-7", "+8", "-8", "-2", "+9", "-9");
	}

	@Test
	void aStageThatFailsIsLeftWithItsErrorAndSoIsTheCall() {
		TestGuest g = program();
		g.machine.refusePins(0xC000, 0x1000, Errno.EFAULT);
		Heard heard = new Heard();
		g.path.listener(heard);
		g.run("mediated");
		assertThat(heard.stages).containsExactly("+0", "-0", "+1", "+2", "-2", "+3", "-3 -EFAULT", "-1 -EFAULT", "+8", "-8");
		assertThat(heard.on).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = {"two-stage", "mediated", "linux"})
	void listeningChangesNothing(String path) {
		TestGuest deaf = program();
		TestGuest heard = program();
		heard.path.listener(new Heard());
		PathRun a = deaf.run(path);
		PathRun b = heard.run(path);
		assertThat(b.irb()).isEqualTo(a.irb());
		assertThat(heard.storage()).isEqualTo(deaf.storage());
		assertThat(b.statistics()).usingRecursiveComparison().isEqualTo(a.statistics());
	}
}
