/**
 * What users find under Plugins &gt; AffectJ: a SciJava command for each menu entry, which takes parameters in, calls
 * the core and gives images and tables out. May use every package but {@code shell}, and nothing uses it. Start reading
 * at {@link org.affectj.command.AnalyzeFaces}.
 */
package org.affectj.command;
