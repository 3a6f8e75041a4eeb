// SPDX-License-Identifier: EPL-2.0 OR GPL-2.0-only
// Copyright (c) 2026 CCW Workbench contributors
/*
 * Tells the kernel that a channel path went away or came back, as a channel report would: QEMU never makes such a
 * report, and the kernel's own means of injecting one is not configured in Debian's kernels.
 * Write "offline CHPID" or "online CHPID" (hexadecimal) to /sys/kernel/debug/chpcrw.
 */
#include <linux/debugfs.h>
#include <linux/kprobes.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include <asm/chpid.h>

typedef void (*path_event)(struct chp_id);

static path_event path_offline, path_online;
static struct dentry *file;

/* Neither function is exported; a probe that is set and removed at once tells the address. */
static path_event address_of(const char *name)
{
	struct kprobe probe = { .symbol_name = name };
	void *address;

	if (register_kprobe(&probe))
		return NULL;
	address = probe.addr;
	unregister_kprobe(&probe);
	return (path_event)address;
}

static ssize_t report(struct file *f, const char __user *text, size_t length, loff_t *offset)
{
	char line[32] = {}, what[16] = {};
	unsigned int number;
	struct chp_id path;

	if (length >= sizeof(line) || copy_from_user(line, text, length))
		return -EFAULT;
	if (sscanf(line, "%15s %x", what, &number) != 2 || number > 255)
		return -EINVAL;
	chp_id_init(&path);
	path.id = number;
	if (!strcmp(what, "offline"))
		path_offline(path);
	else if (!strcmp(what, "online"))
		path_online(path);
	else
		return -EINVAL;
	return length;
}

static const struct file_operations operations = { .owner = THIS_MODULE, .write = report };

static int __init begin(void)
{
	path_offline = address_of("chsc_chp_offline");
	path_online = address_of("chsc_chp_online");
	if (!path_offline || !path_online)
		return -ENOENT;
	file = debugfs_create_file("chpcrw", 0200, NULL, NULL, &operations);
	return 0;
}

static void __exit end(void)
{
	debugfs_remove(file);
}

module_init(begin);
module_exit(end);
MODULE_DESCRIPTION("Channel-path reports for tests");
MODULE_LICENSE("GPL");
