package org.affectj.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** A long analysis reports where it is, and stops when it is cancelled. */
class CancellationTest {

    private static final int SLICES = 1_000_000;

    /** Cancels a task at its third slice. */
    private static final class Impatient {

        private volatile long seen;
        private volatile long of;

        @EventHandler
        private void onEvent(final TaskEvent event) {
            final Task task = event.getTask();
            seen = Math.max(seen, task.getProgressValue());
            of = task.getProgressMaximum();
            if (task.getProgressValue() >= 2 && !task.isCanceled()) task.cancel("enough");
        }
    }

    @Test
    void cancelledTaskEndsTheCommand() throws Exception {
        final AtomicInteger reads = new AtomicInteger();
        final VirtualStack stack = new VirtualStack(64, 64, null, "") {

            @Override
            public ImageProcessor getProcessor(final int n) {
                reads.incrementAndGet();
                return new ByteProcessor(64, 64);
            }

            @Override
            public int getSize() {
                return SLICES;
            }
        };
        try (Context context = new Context()) {
            final Impatient user = new Impatient();
            context.service(EventService.class).subscribe(user);
            final Future<CommandModule> command = context.service(CommandService.class).run(AlignFaces.class, true,
                "image", new ImagePlus("long", stack));
            final CommandModule module = command.get(5, TimeUnit.MINUTES);
            final Cancelable cancelled = (Cancelable) module.getDelegateObject();
            assertTrue(cancelled.isCanceled());
            assertEquals("", cancelled.getCancelReason(), "who cancels needs no message");
            assertNull(module.getOutput("table"));
            assertEquals(2, user.seen);
            assertEquals(SLICES, user.of);
            assertTrue(reads.get() < 1000, reads.get() + " slices were read");
        }
    }
}
