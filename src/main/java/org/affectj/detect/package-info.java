/**
 * Finding faces: boxes first, then 68 points in each. May use {@code align}, {@code model} and {@code engine}. Start
 * reading at {@link org.affectj.detect.FaceDetector}.
 */
package org.affectj.detect;
