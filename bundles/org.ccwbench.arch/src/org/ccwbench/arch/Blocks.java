// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.LinkedHashMap;
import java.util.Map;

/** The register of all blocks. */
final class Blocks {
    static final Map<String, Block> BY_NAME = new LinkedHashMap<>();

    static {
        register(ProgramTables.CCW0, ProgramTables.CCW1, ProgramTables.IDAW1, ProgramTables.IDAW2,
            ProgramTables.MIDAW, ProgramTables.ORB, ProgramTables.ORB_X, ProgramTables.ORB_TM, ProgramTables.ORB_TM_X,
            StatusTables.SCSW, StatusTables.SCSW_TM, StatusTables.ERW, StatusTables.ESW0,
            StatusTables.ESW0_64, StatusTables.ESW1, StatusTables.ESW2, StatusTables.ESW3, StatusTables.ECW,
            StatusTables.EMW, StatusTables.IRB, StatusTables.IRB_TM, SubchannelTables.SCHID,
            SubchannelTables.INTCODE, SubchannelTables.PMCW, SubchannelTables.SCHIB, SubchannelTables.CRW,
            TransportTables.TCW, TransportTables.TIDAW, TransportTables.TCCB, TransportTables.TCAH,
            TransportTables.DCW, TransportTables.INTERROGATE, TransportTables.TCAT, TransportTables.TCAT_BIDI,
            TransportTables.TSB, TransportTables.TSB_IOSTAT, TransportTables.TSB_DDPC, TransportTables.TSB_INTRG,
            SenseTables.SENSE, SenseTables.SENSE24, SenseTables.SENSE32, SenseTables.SENSE_COMMON,
            SenseTables.SENSE_FBA, SenseTables.SENSE_TAPE, SenseTables.SENSE_3480,
            DeviceTables.SENSE_ID, DeviceTables.CIW, DeviceTables.RDC, DeviceTables.RDC_FBA,
            DeviceTables.COUNT, DeviceTables.DEFINE_EXTENT, DeviceTables.LOCATE_RECORD,
            DeviceTables.LOCATE_RECORD_EXTENDED, DeviceTables.PREFIX, DeviceTables.FBA_DEFINE_EXTENT,
            DeviceTables.FBA_LOCATE, DeviceTables.PGID, DeviceTables.SPID);
    }

    private Blocks() {
    }

    private static void register(Block... blocks) {
        for (Block b : blocks) {
            if (BY_NAME.put(b.name(), b) != null) {
                throw new IllegalStateException("two blocks are called " + b.name());
            }
        }
    }
}
