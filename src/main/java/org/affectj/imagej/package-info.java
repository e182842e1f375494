/**
 * The ImageJ side: images and picture files to frames, face records to tables and overlays, and the bridge that puts
 * the commands into the menus of plain ImageJ 1.x. May use everything below it, and is, with {@code command}, the only
 * place that sees {@code ij}. Start reading at {@link org.affectj.imagej.ImageFrameSource}.
 */
package org.affectj.imagej;
