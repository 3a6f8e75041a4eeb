// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.device.virtio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccwbench.arch.UnitStatus;
import org.ccwbench.channel.Transfer;
import org.ccwbench.device.BasicDevice;
import org.ccwbench.device.DeviceOptions;
import org.ccwbench.device.DeviceSight;
import org.ccwbench.device.UnitCheck;

/**
 * The control unit 3832 of a transitional virtio device (virtio 1.2, 4.3): revisions 0 to 2, features, status,
 * configuration, queues and indicators. What it refuses ends with unit check alone and command reject in the
 * first of 32 sense bytes.
 */
final class VirtioControlUnit extends BasicDevice {
	private static final int SENSE_ID = 0xE4;
	private static final int SENSE_LENGTH = 32;
	/** Seven bytes of identification, a reserved one and room for 62 words about commands. */
	private static final int IDENTITY_LENGTH = 256;
	private static final int CONTROL_UNIT_TYPE = 0x3832;
	private static final int LATEST_REVISION = 2;
	private static final int UNSET = -1;
	/** Version 1 of the interface, as a bit of the second word of features. */
	private static final int VERSION_1 = 1;
	/** Device status: driver and device agree on features. */
	private static final int FEATURES_OK = 8;
	private static final int ADAPTER_INDICATORS = 25;

	private final VirtioModel model;
	private final byte[] identity = new byte[IDENTITY_LENGTH];
	private final byte[] block = new byte[64];
	private final Map<Integer, VirtioQueue> queues = new HashMap<>();
	private final int[] accepted = new int[2];
	private int revision = UNSET;
	private int status;
	private long indicators;
	private boolean adapterIndicators;

	VirtioControlUnit(DeviceOptions options, VirtioModel model) {
		super(options, SENSE_LENGTH);
		this.model = model;
		ByteBuffer.wrap(identity).put((byte) 0xFF).putShort((short) CONTROL_UNIT_TYPE).put((byte) model.identifier());
	}

	@Override
	protected void keep(ByteBuffer into) {
		into.put((byte) revision).put((byte) status).putInt(accepted[0]).putInt(accepted[1]).putLong(indicators);
		into.put((byte) (adapterIndicators ? 1 : 0)).putInt(queues.size());
	}

	@Override
	protected DeviceSight sight(ByteBuffer from, List<DeviceSight.Fact> facts) {
		int r = from.get();
		facts.add(new DeviceSight.Fact("Revision", r == UNSET ? "not set" : Integer.toString(r)));
		facts.add(new DeviceSight.Fact("Status", String.format("%02X", from.get())));
		facts.add(new DeviceSight.Fact("Features", String.format("accepted %08X %08X", from.getInt(), from.getInt())));
		long at = from.getLong();
		boolean adapter = from.get() != 0;
		facts.add(new DeviceSight.Fact("Indicators", adapter ? "of the adapter" : at == 0 ? "none" : String.format("at %X", at)));
		facts.add(new DeviceSight.Fact("Queues", from.getInt() + " set up"));
		return new DeviceSight.State(facts);
	}

	@Override
	protected int run(int command, Transfer transfer) {
		switch (command) {
			case NO_OPERATION -> {
				return ENDED;
			}
			case SENSE -> {
				return sense(transfer);
			}
			case SENSE_ID -> {
				transfer.send(identity, 0, IDENTITY_LENGTH);
				return ENDED;
			}
			default -> {
				VirtioCommand c = VirtioCommand.of(command);
				if (c == null) {
					throw reject();
				}
				if (c != VirtioCommand.SET_REVISION) {
					// A driver that does not ask is one from before revisions.
					revision = Math.max(revision, 0);
				}
				if (!c.validIn(revision) && c != VirtioCommand.SET_REVISION) {
					throw reject();
				}
				execute(c, transfer);
				return ENDED;
			}
		}
	}

	private UnitCheck reject() {
		check(COMMAND_REJECT);
		return new UnitCheck(UnitStatus.UC);
	}

	private void execute(VirtioCommand command, Transfer transfer) {
		switch (command) {
			case SET_REVISION -> setRevision(transfer);
			case RESET -> resetDevice();
			case READ_FEATURES -> readFeatures(transfer);
			case WRITE_FEATURES -> writeFeatures(transfer);
			case READ_CONFIGURATION -> readConfiguration(transfer);
			case WRITE_CONFIGURATION -> model.configured(block, transfer.receive(block, 0, model.configurationLength()));
			case READ_STATUS -> {
				block[0] = (byte) status;
				transfer.send(block, 0, 1);
			}
			case WRITE_STATUS -> writeStatus(transfer);
			case READ_QUEUE_CONFIGURATION -> readQueueConfiguration(transfer);
			case SET_QUEUE -> setQueue(transfer);
			case SET_INDICATORS -> {
				fetch(transfer, 8);
				if (adapterIndicators) {
					throw reject();
				}
				indicators = ByteBuffer.wrap(block).getLong();
			}
			// Nothing in the configuration ever changes by itself.
			case SET_CONFIGURATION_INDICATORS -> fetch(transfer, 8);
			case SET_ADAPTER_INDICATORS -> {
				fetch(transfer, ADAPTER_INDICATORS);
				if (indicators != 0) {
					throw reject();
				}
				adapterIndicators = true;
			}
		}
	}

	/** Takes exactly that much of the command's data. */
	private void fetch(Transfer transfer, int length) {
		if (transfer.receive(block, 0, length) < length) {
			throw reject();
		}
	}

	private void setRevision(Transfer transfer) {
		fetch(transfer, 4);
		int wanted = ByteBuffer.wrap(block).getShort(0) & 0xFFFF;
		int length = ByteBuffer.wrap(block).getShort(2) & 0xFFFF;
		if (revision != UNSET || wanted > LATEST_REVISION || length != 0) {
			throw reject();
		}
		revision = wanted;
	}

	private void readFeatures(Transfer transfer) {
		if (transfer.inspect(block, 0, 5) < 5) {
			throw reject();
		}
		ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).putInt(0, offered(block[4] & 0xFF));
		transfer.send(block, 0, 5);
	}

	/** Feature bits of a word, for the revision that the driver chose. */
	private int offered(int word) {
		return switch (word) {
			case 0 -> model.features() | VirtioModel.QUEUE_FEATURES | (revision == 0 ? VirtioModel.NOTIFY_ON_EMPTY : 0);
			case 1 -> revision == 0 ? 0 : VERSION_1;
			default -> 0;
		};
	}

	private void writeStatus(Transfer transfer) {
		fetch(transfer, 1);
		status = block[0] & 0xFF;
		if (status == 0) {
			resetDevice();
		} else if ((accepted[0] & ~offered(0)) != 0 || (accepted[1] & ~offered(1)) != 0) {
			status &= ~FEATURES_OK;
		}
	}

	private void writeFeatures(Transfer transfer) {
		fetch(transfer, 5);
		int word = block[4] & 0xFF;
		if (word < accepted.length) {
			accepted[word] = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
		}
	}

	private void readConfiguration(Transfer transfer) {
		// A driver reads as much as its count says from the beginning; that is no incorrect length.
		int length = transfer.inspect(block, 0, model.configurationLength());
		model.configuration(block, revision == 0);
		transfer.send(block, 0, length);
	}

	private void readQueueConfiguration(Transfer transfer) {
		if (transfer.inspect(block, 0, 4) < 4) {
			throw reject();
		}
		ByteBuffer b = ByteBuffer.wrap(block);
		b.putShort(2, (short) model.queueSize(b.getShort(0) & 0xFFFF));
		transfer.send(block, 0, 4);
	}

	private void setQueue(Transfer transfer) {
		boolean legacy = revision == 0;
		fetch(transfer, legacy ? VirtioQueue.LEGACY_LENGTH : VirtioQueue.LENGTH);
		int index = VirtioQueue.index(block);
		VirtioQueue queue = VirtioQueue.of(block, legacy);
		if (queue.size() > model.queueSize(index) || model.queueSize(index) == 0) {
			throw reject();
		}
		if (queue.descriptors() == 0) {
			queues.remove(index);
		} else {
			queues.put(index, queue);
		}
	}

	private void resetDevice() {
		status = 0;
		indicators = 0;
		adapterIndicators = false;
		accepted[0] = 0;
		accepted[1] = 0;
		queues.clear();
		model.reset();
	}

	@Override
	public void disabled() {
		revision = UNSET;
		settle();
	}
}
