package org.affectj.bench;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** The time that processor cores have worked for this process: nearly the same however busy the computer is beside. */
final class ProcessorTime {

    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ProcessorTime() {
    }

    /** @return seconds of one core */
    static double seconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}
