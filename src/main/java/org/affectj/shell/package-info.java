/**
 * AffectJ in a shell: one class a subcommand, thin, and how progress and failures look in a terminal. May use
 * everything but {@code command}; reaches ImageJ through {@code imagej}. Start reading at
 * {@link org.affectj.shell.AffectJ}.
 */
package org.affectj.shell;
