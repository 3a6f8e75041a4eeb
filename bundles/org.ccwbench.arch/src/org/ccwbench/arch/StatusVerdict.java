// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.arch;

import java.util.ArrayList;
import java.util.List;

/** What an SCSW, or the IRB around it, says: one sentence (PoP SA22-7832, chapter 16). */
final class StatusVerdict {
    private static final int ERRORS = Scsw.PGM | Scsw.PROT | Scsw.CDC | Scsw.CCC | Scsw.IFCC | Scsw.CHAIN;

    private final byte[] bytes;
    private final int offset;
    private final boolean irb;
    private final String deviceType;
    private final boolean transport;
    private final int fctl;
    private final int actl;
    private final int stctl;
    private final int cc;
    private final int dstat;
    private final int cstat;
    private final String cpa;

    private StatusVerdict(byte[] bytes, int offset, boolean irb, boolean transport, String deviceType) {
        this.bytes = bytes;
        this.offset = offset;
        this.irb = irb;
        this.transport = transport;
        this.deviceType = deviceType;
        fctl = (int) Scsw.FCTL.get(bytes, offset);
        actl = (int) Scsw.ACTL.get(bytes, offset);
        stctl = (int) Scsw.STCTL.get(bytes, offset);
        cc = (int) Scsw.CC.get(bytes, offset);
        dstat = (int) Scsw.DSTAT.get(bytes, offset);
        cstat = (int) Scsw.CSTAT.get(bytes, offset);
        cpa = Scsw.CPA.raw(Scsw.CPA.get(bytes, offset));
    }

    static String scsw(byte[] bytes, int offset, boolean transport) {
        return new StatusVerdict(bytes, offset, false, transport, null).sentence();
    }

    static String irb(byte[] bytes, int offset, boolean transport, String deviceType) {
        return new StatusVerdict(bytes, offset, true, transport, deviceType).sentence();
    }

    /** Bytes of concurrent sense in the ECW of an IRB, 0 if there are none. */
    static int senseCount(byte[] irb, int offset) {
        if (!Scsw.E.isSet(irb, offset) || !Esw.CS.isSet(irb, offset + Irb.ESW)) {
            return 0;
        }
        return (int) Math.min(Sense.MAX_LENGTH, Esw.SCNT.get(irb, offset + Irb.ESW));
    }

    private String sentence() {
        if (transport && !Scsw.X.isSet(bytes, offset)) {
            return "Bit X is zero, so this is command-mode status: "
                + new StatusVerdict(bytes, offset, irb, false, deviceType).sentence();
        }
        if ((stctl & Scsw.STCTL_PENDING) == 0) {
            return stctl == 0 ? notPending()
                : "Status is indicated (" + Scsw.STCTL.text(stctl) + ") without the status-pending bit, which no subchannel does.";
        }
        if ((fctl & Scsw.FCTL_START) != 0 && cc != 0) {
            return deferred();
        }
        if ((fctl & (Scsw.FCTL_CLEAR | Scsw.FCTL_HALT)) != 0) {
            return haltOrClear();
        }
        if ((fctl & Scsw.FCTL_START) == 0) {
            return unsolicited();
        }
        if ((stctl & (Scsw.STCTL_PRIMARY | Scsw.STCTL_SECONDARY)) == 0) {
            return (stctl & Scsw.STCTL_INTERMEDIATE) != 0 ? intermediate() : alert();
        }
        return ended();
    }

    private String notPending() {
        if ((actl & Scsw.ACTL_SUSPENDED) != 0) {
            return "The channel program is suspended" + place()
                + ((actl & Scsw.ACTL_RESUME_PENDING) != 0 ? "; resume is pending." : "; it waits for RESUME SUBCHANNEL.");
        }
        if (fctl == 0) {
            return "No function is in progress and no status is pending.";
        }
        String state = actl == 0 ? "no activity" : Scsw.ACTL.text(actl);
        return "The " + Scsw.FCTL.text(fctl).replace(", ", " and ") + " function is in progress (" + state + "); no status is pending.";
    }

    private String deferred() {
        return switch (cc) {
            case 1 -> "The start function ended with deferred condition code 1: the device had status of its own"
                + (dstat == 0 ? "" : " (" + Scsw.DSTAT.text(dstat) + ")") + " when the start was attempted, and no command was executed"
                + sense() + ".";
            case 3 -> "The start function ended with deferred condition code 3: no path to the device was operational"
                + " (path-not-operational mask in the SCHIB), and no command was executed.";
            default -> "The deferred condition code is " + cc + ", which is reserved.";
        };
    }

    private String haltOrClear() {
        String what = (fctl & Scsw.FCTL_CLEAR) != 0 ? "The clear function"
            : (fctl & Scsw.FCTL_START) != 0 || dstat != 0 || cstat != 0 ? "The halt function"
            : "The halt function (nothing was running)";
        StringBuilder out = new StringBuilder(what).append(" was performed");
        if ((fctl & Scsw.FCTL_CLEAR) == 0 && (fctl & Scsw.FCTL_START) != 0) {
            out.append(" and ended the start function");
            if (dstat != 0) {
                out.append(place());
            }
        }
        if (dstat != 0) {
            out.append("; the device reported ").append(Scsw.DSTAT.text(dstat));
        }
        if ((cstat & ERRORS) != 0) {
            out.append("; ").append(Scsw.CSTAT.text(cstat & ERRORS));
        }
        return out.append(fcx()).append(sense()).append('.').toString();
    }

    private String unsolicited() {
        if (dstat == 0 && cstat == 0) {
            return "The subchannel is status pending without any status.";
        }
        if (dstat == UnitStatus.ATTN) {
            return "The device asks for attention; nothing had been started.";
        }
        String all = join(dstat == 0 ? "" : Scsw.DSTAT.text(dstat), cstat == 0 ? "" : Scsw.CSTAT.text(cstat));
        return "The device reported status that no program asked for: " + all
            + (dstat == UnitStatus.DE ? "; it became ready" : "") + sense() + ".";
    }

    private String intermediate() {
        if ((actl & Scsw.ACTL_SUSPENDED) != 0) {
            return "The channel program was suspended at the CCW before " + cpa + pci()
                + "; it waits for RESUME SUBCHANNEL.";
        }
        if ((cstat & Scsw.PCI) != 0) {
            return "Program-controlled interruption: the channel program runs, and the channel has reached the CCW before "
                + cpa + ".";
        }
        if (transport) {
            return "Intermediate status of the operation" + place() + fcx() + ".";
        }
        if (Scsw.Z.isSet(bytes, offset)) {
            return "The device accepted the first command; the channel program runs.";
        }
        return "Intermediate status; the channel program runs.";
    }

    private String alert() {
        String all = join(dstat == 0 ? "" : Scsw.DSTAT.text(dstat), cstat == 0 ? "" : Scsw.CSTAT.text(cstat));
        return "An alert during the start function: " + (all.isEmpty() ? "no status bits" : all) + fcx() + causes() + sense() + ".";
    }

    private String ended() {
        boolean primary = (stctl & Scsw.STCTL_PRIMARY) != 0;
        boolean secondary = (stctl & Scsw.STCTL_SECONDARY) != 0;
        String subject = primary ? "The start function" : "The device";
        boolean unusual = (dstat & (UnitStatus.UC | UnitStatus.UE | UnitStatus.BUSY | UnitStatus.ATTN)) != 0
            || (cstat & ~Scsw.PCI) != 0;
        String status = dstat == 0 ? "no device status" : Scsw.DSTAT.text(dstat);
        StringBuilder out = new StringBuilder(subject);
        if (!primary) {
            out.append(" finished after the channel had (").append(status).append(')');
            if (unusual) {
                out.append(" with ").append(troubles());
            }
        } else if (!unusual) {
            out.append(secondary ? " ended normally (" : " has transferred everything (").append(status).append(')')
                .append(place());
            if (!secondary) {
                out.append("; device end is still to come");
            }
            out.append(remaining());
        } else {
            out.append(secondary || (dstat & UnitStatus.CE) == 0 ? " ended" : " ended its transfer").append(": ")
                .append(troubles());
            if (dstat != 0) {
                out.append(" (").append(status).append(')');
            }
            out.append(place()).append((cstat & Scsw.IL) == 0 ? remaining() : "");
        }
        return out.append(pci()).append(length()).append(fcx()).append(causes()).append(sense()).append('.').toString();
    }

    private String place() {
        return transport ? " (TCW at " + cpa + ")" : " at the CCW before " + cpa;
    }

    private String fcx() {
        return transport ? TransportVerdict.status(bytes, offset) : "";
    }

    private String remaining() {
        long count = Scsw.COUNT.get(bytes, offset);
        return transport || count == 0 ? "" : "; residual count " + count;
    }

    private String pci() {
        return (cstat & Scsw.PCI) != 0 ? "; a program-controlled interruption is reported with it" : "";
    }

    private String troubles() {
        List<String> words = new ArrayList<>();
        if ((dstat & UnitStatus.UC) != 0) {
            words.add("the device reported unit check");
        }
        if ((dstat & UnitStatus.UE) != 0) {
            words.add("the device reported unit exception, such as end of file or a tape mark");
        }
        if ((dstat & UnitStatus.BUSY) != 0 && (dstat & (UnitStatus.UC | UnitStatus.UE)) == 0) {
            words.add((dstat & UnitStatus.SM) != 0 ? "the control unit is busy" : "the device is busy");
        }
        int channel = cstat & ~Scsw.PCI;
        if (channel != 0) {
            words.add(Scsw.CSTAT.text(channel));
        }
        if (words.isEmpty()) {
            words.add(Scsw.DSTAT.text(dstat));
        }
        return String.join("; ", words);
    }

    private String length() {
        if ((cstat & Scsw.IL) == 0 || transport) {
            return "";
        }
        long count = Scsw.COUNT.get(bytes, offset);
        return count == 0
            ? "; the count was used up, and the device had more data or wanted more (SLI would have suppressed this)"
            : "; residual count " + count + ": so many bytes of the CCW's count were not transferred (SLI would have suppressed this)";
    }

    private String causes() {
        List<String> out = new ArrayList<>();
        if ((cstat & Scsw.PGM) != 0) {
            out.add(programCheck());
        }
        if ((cstat & Scsw.PROT) != 0) {
            out.add("the key in the ORB does not fit the storage key of an area that was to be fetched or stored");
        }
        if ((cstat & Scsw.CHAIN) != 0) {
            out.add("data chaining could not keep up with the device");
        }
        if ((cstat & Scsw.CDC) != 0) {
            out.add("data in storage or on the way had an error");
        }
        if ((cstat & Scsw.CCC) != 0) {
            out.add("the channel subsystem itself failed");
        }
        if ((cstat & Scsw.IFCC) != 0) {
            out.add("the path to the control unit gave an invalid signal or none");
        }
        return out.isEmpty() ? "" : "; " + String.join("; ", out);
    }

    private String programCheck() {
        if (irb && Scsw.L.isSet(bytes, offset)) {
            long flags = Esw.ESF.get(bytes, offset + Irb.ESW);
            if ((flags & 0x02) != 0) {
                return "the IDAW check flag says that an indirect-data-address word is invalid";
            }
            if ((flags & 0x04) != 0) {
                return "the CCW check flag says that the CCW is invalid";
            }
        }
        if (transport) {
            return "most likely an invalid TCW, TCCB or TIDAW";
        }
        return "most likely an invalid command code, count or flag, an address outside storage, a reserved bit that"
            + " is one, or a bad IDAW or MIDAW";
    }

    private String sense() {
        if ((dstat & UnitStatus.UC) == 0 || cc == 3) {
            return "";
        }
        int count = irb ? senseCount(bytes, offset) : 0;
        if (count == 0 && transport && Scsw.FCXS.get(bytes, offset) == Scsw.TSB_STORED) {
            return "; sense data stand in the TSB if its length is beyond 32";
        }
        if (count == 0) {
            return "; a SENSE command tells why";
        }
        Block block = Sense.block(deviceType);
        return "; " + count + " sense byte" + (count == 1 ? " follows: " : "s follow: ")
            + SenseVerdict.phrase(block.layout(bytes, offset + Irb.ECW, count), bytes, offset + Irb.ECW);
    }

    private static String join(String a, String b) {
        return a.isEmpty() ? b : b.isEmpty() ? a : a + ", " + b;
    }
}
