package io.github.fixationheatmap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A share of the machine's processors for the processes that are started in it, by a control group of Linux: on Lambda a function gets, for
 * each MB of its memory, 1/1,769 of one, and sees more of them than it gets.
 *
 * @param group the group's folder
 */
record CpuShare(Path group) implements AutoCloseable {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    /** Short, so that a drop meets many periods; which one Lambda has is not documented. */
    private static final int PERIOD_US = 20_000;

    /** Whether this process may make groups. */
    static boolean isPossible() {
        return Files.isWritable(parent());
    }

    private static Path parent() {
        return isSecondVersion() ? ROOT : ROOT.resolve("cpu");
    }

    private static boolean isSecondVersion() {
        return Files.exists(ROOT.resolve("cgroup.controllers"));
    }

    /** So many processors: 0.58 is a bit more than half of the time of one. */
    static CpuShare of(double processors) throws IOException {
        Path group = parent().resolve("fixation-heatmap-" + ProcessHandle.current().pid());
        Files.createDirectory(group);
        long quota = Math.round(processors * PERIOD_US);
        if (isSecondVersion()) {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_US);
        } else {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_US));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
        }
        return new CpuShare(group);
    }

    /** What stands before a command that is to be started in the group. */
    List<String> before() {
        return List.of("/bin/sh", "-c", "echo $$ > '" + group.resolve("cgroup.procs") + "' && exec \"$@\"", "sh");
    }

    /** All its processes must have ended. */
    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}
