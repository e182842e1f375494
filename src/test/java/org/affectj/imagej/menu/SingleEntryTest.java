package org.affectj.imagej.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.affectj.command.PlainImageJ;
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
                .filter(info -> info.getMenuPath().getMenuString().equals("Plugins > AffectJ > Analyze Faces..."))
                .count());
        }
    }

    /** An old Java can't read the commands, only what says so. */
    @Test
    void inAnOldJavaTheWrappedLinesStay() throws Exception {
        PlainImageJ.start();
        final String version = System.setProperty("java.specification.version", "1.8");
        final PrintStream before = System.out;
        final ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (Context context = new Context()) {
            final ModuleService modules = context.service(ModuleService.class);
            modules.addModules(List.of(wrapped(MenuCommand.class.getName()), new CommandInfo(COMMAND)));
            assertEquals(List.of(SingleEntry.WRAPPED), modules.getModules().stream()
                .filter(info -> COMMAND.equals(info.getDelegateClassName())).map(ModuleInfo::getIdentifier).toList());
            assertNotEquals("went on", PlainImageJ.runMacro("run('Analyze Faces...'); return 'went on';"));
            assertTrue(log.toString(StandardCharsets.UTF_8)
                .contains("AffectJ needs Java 17 or newer, and this is Java "), log.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
            System.setProperty("java.specification.version", version);
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
        info.setMenuPath(new MenuPath(plugin.startsWith("ij.") ? "Process > Blur"
            : "Plugins > AffectJ > Analyze Faces..."));
        return info;
    }
}
