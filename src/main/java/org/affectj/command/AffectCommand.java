package org.affectj.command;

import ij.IJ;
import ij.Macro;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.affectj.AffectException;
import org.affectj.Progress;
import org.affectj.engine.EngineLoader;
import org.affectj.engine.StartMark;
import org.affectj.imagej.OutputWindows;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/**
 * A command that reports its progress, can be cancelled, and says in one sentence what a user can put right: the
 * sentence becomes the reason of its cancellation, which SciJava shows in a dialog and a script can read.
 */
abstract class AffectCommand extends ContextCommand implements OutputWindows.Owner {

    @Parameter
    private TaskService tasks;

    @Parameter
    private StatusService status;

    @Parameter
    private LogService log;

    @Override
    public final void run() {
        final Task task = tasks.createTask("AffectJ");
        task.start();
        try {
            IJ.resetEscape();
            EngineLoader.interruptedStart().ifPresent(this::tell);
            perform(new TaskProgress(task, status, log));
        }
        catch (final AffectException e) {
            stop(e.getMessage());
        }
        catch (final CancellationException e) {
            stop("");
        }
        finally {
            task.finish();
        }
    }

    /**
     * Does the work.
     *
     * @throws AffectException for what the user can put right
     * @throws CancellationException if the user had enough
     */
    abstract void perform(Progress progress);

    /**
     * @param values of a choice
     * @param name of one of them
     * @param what is chosen, for people
     * @return the value with that name
     * @throws AffectException if there is none
     */
    static <E> E named(final E[] values, final String name, final String what) {
        return Arrays.stream(values).filter(value -> value.toString().equals(name)).findFirst()
            .orElseThrow(() -> new AffectException("The " + what + " can't be '" + name + "': give "
                + Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", ")) + "."));
    }

    /**
     * @param named a file or folder; null if the user named none
     * @param what it is, for people
     * @return its path
     * @throws AffectException if there is none
     */
    static Path path(final File named, final String what) {
        if (named == null) throw new AffectException("There is no " + what + ": name one.");
        return named.toPath();
    }

    /** @return the parts of a list in one line, parted by a sign */
    static List<String> parts(final String text, final String sign) {
        return text == null ? List.of()
            : Stream.of(text.split(sign)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** Whoever sits before a screen chooses before it happens again; once, as TensorFlow may be innocent. */
    private void tell(final String interruptedStart) {
        log.warn(interruptedStart);
        if (GraphicsEnvironment.isHeadless() || IJ.isMacro()) return;
        StartMark.forget();
        throw new AffectException(interruptedStart);
    }

    /** A macro mustn't go on as if the command had worked. */
    private void stop(final String reason) {
        if (IJ.isMacro()) Macro.abort();
        cancel(reason);
    }
}
