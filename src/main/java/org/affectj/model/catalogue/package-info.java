/**
 * Models that can be downloaded: a catalogue that says what each is and pins what it must be, and what brings one here,
 * from a server or from a folder of archives. May use the {@code model} package, which knows nothing of downloads.
 * Start reading at {@link org.affectj.model.catalogue.ModelDownload}.
 */
package org.affectj.model.catalogue;
