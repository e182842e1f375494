/**
 * Frames in, face records out: detect, align, predict, in order and with bounded memory. May use {@code detect},
 * {@code align} and {@code model}; sees no ImageJ. Start reading at {@link org.affectj.pipeline.FrameSource}.
 */
package org.affectj.pipeline;
