/**
 * Renders faces whose landmarks, pose and action units are known exactly, from the shapes of ICT-FaceKit.
 * Uses the Java platform and picocli alone, nothing of the plugin.
 * Start reading at {@link org.affectj.render.RenderFaces}, then {@link org.affectj.render.Portrait}.
 */
package org.affectj.render;
