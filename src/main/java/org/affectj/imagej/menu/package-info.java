/**
 * Runs SciJava commands from the menus and macros of plain ImageJ 1.x, with the same names and values that Fiji uses
 * for them, so that one macro serves both. May use SciJava and {@code ij}, and knows commands by name only. Start
 * reading at {@link org.affectj.imagej.menu.MenuCommand}.
 */
package org.affectj.imagej.menu;
