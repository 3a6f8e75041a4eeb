// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.vfio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The rules of VFIO_IOMMU_MAP_DMA and UNMAP_DMA (type 1, version 2). */
class DmaMapTest {
	@Test
	void anOverlapIsEexistAndNeighboursAreNot() {
		DmaMap map = new DmaMap();
		assertThat(map.map(0x10000, 0x7F0000, 0x4000, 3)).isZero();
		assertThat(map.map(0x13000, 0x7F0000, 0x1000, 3)).isEqualTo(-Errno.EEXIST);
		assertThat(map.map(0xF000, 0x7F0000, 0x2000, 3)).isEqualTo(-Errno.EEXIST);
		assertThat(map.map(0x14000, 0x7F0000, 0x1000, 1)).isZero();
		assertThat(map.map(0xF000, 0x7F0000, 0x1000, 2)).isZero();
	}

	@Test
	void whatIsNotOfWholePagesOrWithoutPermissionIsEinval() {
		DmaMap map = new DmaMap();
		assertThat(map.map(0x10800, 0, 0x1000, 3)).isEqualTo(-Errno.EINVAL);
		assertThat(map.map(0x10000, 0x800, 0x1000, 3)).isEqualTo(-Errno.EINVAL);
		assertThat(map.map(0x10000, 0, 0, 3)).isEqualTo(-Errno.EINVAL);
		assertThat(map.map(0x10000, 0, 0x1000, 0)).isEqualTo(-Errno.EINVAL);
		assertThat(map.map(-4096, 0, 0x1000, 3)).isEqualTo(-Errno.EINVAL);
	}

	@Test
	void anUnmapNeverSplitsAMapping() {
		DmaMap map = new DmaMap();
		map.map(0x10000, 0x7F0000, 0x4000, 3);
		assertThat(map.unmap(0x11000, 0x1000)).isEqualTo(-Errno.EINVAL);
		assertThat(map.unmap(0x10000, 0x2000)).isEqualTo(-Errno.EINVAL);
		assertThat(map.unmap(0x0, 0x10000)).isZero();
		assertThat(map.unmap(0x0, 0x20000)).isEqualTo(0x4000);
		assertThat(map.find(0x10000)).isFalse();
	}

	@Test
	void aContainerTakesAsManyMappingsAsItsLimit() {
		DmaMap map = new DmaMap(2);
		map.map(0, 0, 4096, 3);
		map.map(4096, 0, 4096, 3);
		assertThat(map.map(8192, 0, 4096, 3)).isEqualTo(-Errno.ENOSPC);
	}

	@Test
	void aMillionMappingsAreMadeInAnyOrderAndFound() {
		DmaMap map = new DmaMap(1 << 20);
		int n = 1 << 20;
		for (int i = 0; i < n; i++) {
			// An odd factor modulo a power of two goes through all numbers, far from ascending.
			long page = i * 0x9E3779B1L & n - 1;
			assertThat(map.map(page * 8192, page * 4096, 4096, 3)).isZero();
		}
		for (int i = 0; i < n; i += 997) {
			assertThat(map.find(i * 8192L + 4095)).isTrue();
			assertThat(map.user(i * 8192L)).isEqualTo(i * 4096L);
			assertThat(map.find(i * 8192L + 4096)).isFalse();
		}
	}
}
