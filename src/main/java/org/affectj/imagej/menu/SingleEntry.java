package org.affectj.imagej.menu;

import java.util.List;
import java.util.stream.Collectors;

import org.scijava.event.EventHandler;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModulesAddedEvent;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Keeps each command once in Fiji. Fiji wraps every line of plugins.config as a module beside the SciJava command that
 * the line stands for; in the menu both share one entry, but its search bar would list them twice. Where Java is too
 * old for the commands, the lines of plugins.config stay, which say so. Compiled for Java 8, so that an old Java can
 * read it.
 */
@Plugin(type = Service.class)
public final class SingleEntry extends AbstractService implements SciJavaService {

    /** How imagej-legacy identifies the wrapped lines of plugins.config. */
    static final String WRAPPED = "legacy:" + MenuCommand.class.getName();

    private static final String COMMANDS = "org.affectj.command.";

    @Parameter
    private ModuleService modules;

    /** @param event says which modules are new */
    @EventHandler
    private void onEvent(final ModulesAddedEvent event) {
        final List<ModuleInfo> twins =
            event.getItems().stream().filter(SingleEntry::isTwin).collect(Collectors.toList());
        if (!twins.isEmpty()) modules.removeModules(twins);
    }

    private static boolean isTwin(final ModuleInfo info) {
        final boolean wrapped = WRAPPED.equals(info.getIdentifier());
        return MenuCommand.isJavaNewEnough() ? wrapped : !wrapped && info.getDelegateClassName().startsWith(COMMANDS);
    }
}
