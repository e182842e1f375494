package org.affectj.imagej.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;

/** Fiji's list of commands holds each of AffectJ's once. */
class SingleEntryTest {

    private static final String COMMAND = "org.affectj.command.AnalyzeFaces";

    @Test
    void wrappedLinesOfPluginsConfigGo() {
        try (Context context = new Context()) {
            final ModuleService modules = context.service(ModuleService.class);
            final List<ModuleInfo> before = List.copyOf(modules.getModules());
            modules.addModules(List.of(wrapped(MenuCommand.class.getName()), wrapped("ij.plugin.filter.GaussianBlur")));
            assertEquals(before.size() + 1, modules.getModules().size(), "only another plugin's entry is new");
            assertEquals(1, modules.getModules().stream()
                .filter(info -> info.getMenuPath().getMenuString().equals("Plugins > AffectJ > Analyze Faces...")).count());
        }
    }

    /** As imagej-legacy makes them of an ImageJ 1.x plugin: the same menu path, an identifier of the plugin's class. */
    private static CommandInfo wrapped(final String plugin) {
        final CommandInfo info = new CommandInfo(COMMAND) {

            @Override
            public String getIdentifier() {
                return "legacy:" + plugin;
            }
        };
        info.setMenuPath(new MenuPath(plugin.startsWith("ij.") ? "Process > Blur" : "Plugins > AffectJ > Analyze Faces..."));
        return info;
    }
}
