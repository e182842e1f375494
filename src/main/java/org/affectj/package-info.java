/**
 * AffectJ: facial affect for Fiji. This root package holds only what every part shares: how long work reports and is
 * cancelled ({@link org.affectj.Progress}) and how a user learns what went wrong ({@link org.affectj.AffectException}).
 * Start reading at {@code org.affectj.pipeline.FaceAnalyzer}.
 */
package org.affectj;
