package org.affectj.imagej.menu;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;

import java.awt.HeadlessException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/**
 * Runs a SciJava command for a menu entry of plain ImageJ 1.x. Where Fiji's own context is there, the command runs in
 * that, by Fiji's means.
 */
public final class CommandRun implements PlugIn {

    /** Fiji's way of making SciJava and ImageJ 1.x one. */
    private static final String FIJI = "net.imagej.legacy.LegacyService";

    private static final String TITLE = "AffectJ";

    /** @param command name of the command's class, as plugins.config gives it */
    @Override
    public void run(final String command) {
        final Thread thread = Thread.currentThread();
        final ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(getClass().getClassLoader()); // where SciJava looks for its plugins
        try {
            final Optional<Context> fiji = fiji();
            if (fiji.isPresent()) fiji.get().service(CommandService.class).run(command, true).get();
            else report(runPlain(command));
        }
        catch (final ExecutionException e) {
            // SciJava has logged where it happened
            fail("AffectJ failed unexpectedly: " + root(e) + ". Please report this with the log.");
        }
        catch (final InterruptedException e) {
            thread.interrupt();
        }
        finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Module runPlain(final String command) throws ExecutionException, InterruptedException {
        final PlainContext context = PlainContext.get();
        final CommandInfo info = context.service(CommandService.class).getCommand(command);
        return context.service(ModuleService.class).run(info, context.preprocessors(), context.postprocessors()).get();
    }

    /** Says once what went wrong, and stops the macro that asked for it. */
    private static void report(final Module module) {
        if (!(module.getDelegateObject() instanceof Cancelable command) || !command.isCanceled()) return;
        Recorder.setCommand(null); // nothing happened that a macro could repeat
        final String reason = command.getCancelReason();
        if (reason == null || reason.isEmpty()) Macro.abort();
        else fail(reason);
    }

    private static void fail(final String sentence) {
        try {
            IJ.error(TITLE, sentence);
        }
        catch (final HeadlessException e) {
            IJ.log(sentence); // ImageJ has stopped the macro, then found no screen for its dialog
        }
    }

    private static Optional<Context> fiji() {
        try {
            Class.forName(FIJI, false, IJ.getClassLoader());
        }
        catch (final ClassNotFoundException e) {
            return Optional.empty();
        }
        // imagej-legacy answers this with the context that Fiji runs in
        return Optional.ofNullable((Context) IJ.runPlugIn(Context.class.getName(), ""));
    }

    private static Throwable root(final Throwable failure) {
        return failure.getCause() == null ? failure : root(failure.getCause());
    }
}
