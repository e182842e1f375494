/**
 * Videos as frames, through FFmpeg: each decoded when it is asked for, with the time that the file gives it. May use
 * {@code pipeline}'s frames and the root package, and is the only place that sees FFmpeg. Start reading at
 * {@link org.affectj.video.VideoFrames}.
 */
package org.affectj.video;
